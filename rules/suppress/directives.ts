import type { ParsedDocument } from '../document';
import { type Comment, commentsIn, DIRECTIVE, endOfTags } from '../syntax';
import { type LineIndex, lineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';

/** A comment that says that rules are not to report something: `authlint-disable-next-line rule, rule -- reason`. */
export interface Directive {
  readonly comment: Comment;
  readonly names: readonly RuleName[];
  readonly hasReason: boolean;
  /** What stands behind the names: a reason, if there is one. */
  readonly reason: Span;
  /** The first and the last line that it is about, from 0; `undefined` when it is about the whole file. */
  readonly lines: readonly [first: number, last: number] | undefined;
}

export interface RuleName {
  readonly text: string;
  readonly span: Span;
}

const FORM = /^[\s*]*authlint-disable-(next-line|line|file)(?![\w-])/;
const REASON = /(?:^|\s)--(?=\s|$)\s*([\s\S]*)$/;

/** The directives of a file, first things first. */
export function directivesIn(document: ParsedDocument): readonly Directive[] {
  if (!document.text.includes(DIRECTIVE)) return [];
  const comments = commentsIn(document.tree, document.text);
  const lines = lineIndex(document.text);
  return comments.flatMap((comment) => toDirective(comment, comments, lines, document) ?? []);
}

function toDirective(
  comment: Comment,
  comments: readonly Comment[],
  lines: LineIndex,
  document: ParsedDocument,
): Directive | undefined {
  const { start, end } = comment.content;
  const content = document.text.slice(start, end).trimEnd();
  const form = FORM.exec(content);
  if (form === null) return undefined;
  const from = form[0].length;
  const said = REASON.exec(content.slice(from));
  const list = content.slice(from, said === null ? undefined : from + said.index);
  const names = [...list.matchAll(/[^\s,]+/g)].map(({ index, 0: text }): RuleName => {
    const at = start + from + index;
    return { text, span: { start: at, end: at + text.length } };
  });
  const behind = names.at(-1)?.span.end ?? start + from;
  return {
    comment,
    names,
    hasReason: (said?.[1] ?? '') !== '',
    reason: { start: behind, end: start + content.length },
    lines: form[1] === 'file' ? undefined : linesOf(form[1] === 'line', comment, comments, lines, document),
  };
}

/** Comments alone on their lines may stand between. In markup, a line reaches to the end of the tags that begin on it. */
function linesOf(
  isOwnLine: boolean,
  comment: Comment,
  comments: readonly Comment[],
  lines: LineIndex,
  { text, language }: ParsedDocument,
): readonly [first: number, last: number] {
  const { start, end } = comment.span;
  if (comment.kind === 'line' && isOwnLine) return [lines.positionAt(start).line, lines.positionAt(start).line];
  let first = lines.positionAt(isOwnLine ? start : end).line;
  let last = lines.positionAt(end).line;
  if (!isOwnLine) {
    do first += 1;
    while (first < lines.lineCount && isCommentLine(first, comments, lines));
    last = first;
  }
  if (comment.kind !== 'markup') return [first, last];
  const from = isOwnLine ? start : lines.offsetAt({ line: first, character: 0 });
  const to = lines.offsetAt({ line: last + 1, character: 0 });
  return [first, Math.max(last, lines.positionAt(endOfTags(text, language, from, to)).line)];
}

/** Whether nothing but comments stands on a line. */
export function isCommentLine(line: number, comments: readonly Comment[], lines: LineIndex): boolean {
  const start = lines.offsetAt({ line, character: 0 });
  const text = lines.lineText(line);
  const here = comments.filter(({ span }) => span.start < start + text.length && start < span.end);
  if (here.length === 0) return false;
  let rest = text;
  for (const { span } of here) {
    const from = Math.max(0, span.start - start);
    const to = Math.min(text.length, span.end - start);
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  }
  return rest.trim() === '';
}
