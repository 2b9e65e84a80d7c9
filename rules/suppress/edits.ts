import type { ParsedDocument } from '../document';
import type { Comment } from '../syntax';
import type { Span } from '../text/span';
import type { Directive, RuleName } from './directives';

/** What goes with a comment: its line, when nothing else stands there, else the blanks before it. */
export function removalOf({ span }: Comment, { text }: ParsedDocument): Span {
  const before = /[^\S\r\n]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const after = /^[^\S\r\n]*/.exec(text.slice(span.end))?.[0].length ?? 0;
  const start = span.start - before;
  const end = span.end + after;
  const isLineStart = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0].length;
  if (isLineStart && (lineBreak !== undefined || end === text.length)) return { start, end: end + (lineBreak ?? 0) };
  if (isLineStart) return { start: span.start, end };
  return { start: lineBreak === undefined && end < text.length ? span.start : start, end: span.end };
}

/** A name with its comma; all of the comment when it names nothing else. */
export function removalOfName(name: RuleName, { names, comment }: Directive, document: ParsedDocument): Span {
  const index = names.indexOf(name);
  const next = names[index + 1];
  const previous = names[index - 1];
  if (next !== undefined) return { start: name.span.start, end: next.span.start };
  if (previous !== undefined) return { start: previous.span.end, end: name.span.end };
  return removalOf(comment, document);
}
