import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { decodeToken, findTokens, toState } from '../../../rules';
import type { Session } from '../session';

const MAX_HINTS = 100;
/** The longest token; one may begin before the range that is asked for. */
const MARGIN = 16_384;

/** Behind each token of a range, when it expires or has expired; none unless the editor's settings ask for it. */
export async function findInlayHints(session: Session, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
  const document = session.documents.find(textDocument.uri);
  if (document === undefined) return [];
  const { enable, inlayHints } = await session.editorSettingsOf(document);
  if (!enable || !inlayHints) return [];
  const { text, index } = document;
  const [start, end] = [index.offsetAt(range.start), index.offsetAt(range.end)];
  const from = Math.max(0, start - MARGIN);
  const hints: InlayHint[] = [];
  for (const { span, raw } of findTokens(text.slice(from, end + MARGIN))) {
    const offset = from + span.end;
    if (offset < start || offset > end) continue;
    const token = decodeToken(raw);
    if (token === undefined) continue;
    hints.push({ position: index.positionAt(offset), label: toState(token, Date.now()), paddingLeft: true });
    if (hints.length === MAX_HINTS) break;
  }
  return hints;
}
