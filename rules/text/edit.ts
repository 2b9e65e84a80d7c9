import type { Place, Span } from './span';

/** One replacement in one file. */
export interface Edit extends Place {
  readonly text: string;
}

/** Applies edits of one file. Edits that overlap or touch an earlier one are an error of the caller. */
export function applyEdits(text: string, edits: readonly { readonly span: Span; readonly text: string }[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let offset = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < offset) throw new RangeError(`edits overlap at offset ${span.start}`);
    result += text.slice(offset, span.start) + replacement;
    offset = span.end;
  }
  return result + text.slice(offset);
}
