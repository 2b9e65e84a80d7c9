import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { findTokenAt } from '../../../rules';
import { toRange } from '../places';
import type { Session } from '../session';
import { findTokenView } from '../tokenViews';

/** What the token under the cursor says of itself. */
export async function findHover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const document = session.documents.find(textDocument.uri);
  if (document === undefined) return null;
  const { text, index } = document;
  const found = findTokenAt(text, index.offsetAt(position));
  if (found === undefined) return null;
  const settings = await session.settingsOf(document);
  if (settings === undefined || !(await session.editorSettingsOf(document)).hover) return null;
  const value = await findTokenView('hover', found.raw, settings.policy, session.editor.locale);
  if (value === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(index, found.span) };
}
