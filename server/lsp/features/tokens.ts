import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, type Settings } from '../../../rules';
import { fromUri } from '../../host/files/path';
import type { Session } from '../session';
import { findTokenView, findVerifiedView, TOKEN_VIEWS, type TokenView } from '../tokenViews';

/** Of a longer text, in UTF-16 code units, this much of its beginning is searched for a token. */
const LONGEST_TEXT = 1_000_000;

/** What `authlint.decode` takes; `view` is `hover` without one. */
export interface DecodeArgument {
  readonly text: string;
  readonly view: string | undefined;
  /** The document that the token stands in: its settings count, for a hover also whether there is one. */
  readonly uri: string | undefined;
}

/** The first token of a text, as hover, as document, or one of its parts as JSON; `null` when there is none. */
export async function decode(
  session: Session,
  { text, view: name = 'hover', uri }: DecodeArgument,
): Promise<MarkupContent | null> {
  const view = TOKEN_VIEWS.find((known) => known === name);
  if (view === undefined) return null;
  const settings = uri === undefined ? DEFAULT_SETTINGS : await settingsAt(session, uri, view);
  if (settings === undefined) return null;
  const value = await findTokenView(view, text.slice(0, LONGEST_TEXT), settings.policy, session.editor.locale);
  if (value === undefined) return null;
  return { kind: view === 'hover' || view === 'document' ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

/** The first token of a text as a document, with what a key says of its signature; `null` when there is no token. */
export async function verify(
  session: Session,
  { text, key, uri }: { readonly text: string; readonly key: string; readonly uri: string | undefined },
): Promise<MarkupContent | null> {
  const settings = uri === undefined ? undefined : await settingsAt(session, uri, 'document');
  const { policy } = settings ?? DEFAULT_SETTINGS;
  const value = await findVerifiedView(text.slice(0, LONGEST_TEXT), key, policy, session.editor.locale);
  return value === undefined ? null : { kind: MarkupKind.Markdown, value };
}

// What somebody asks for by name is shown where hovers are off, too.
async function settingsAt(session: Session, uri: string, view: TokenView): Promise<Settings | undefined> {
  const place = { file: fromUri(uri) };
  const { enable, hover } = await session.editorSettingsOf(place);
  if (view === 'hover' && !(enable && hover)) return undefined;
  return (await session.settingsOf(place)) ?? DEFAULT_SETTINGS;
}
