import type { Fix } from '../finding';
import type { Span } from '../text/span';

/** The fix that takes a whole statement away; `statement` has to stand on its own. */
export function removalFix(title: string, file: string, statement: Span | undefined): readonly Fix[] {
  return statement === undefined ? [] : [{ title, safety: 'suggestion', edits: [{ file, span: statement, text: '' }] }];
}
