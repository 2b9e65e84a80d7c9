import type { LineIndex } from '../../../rules/text/lineIndex';
import type { Span } from '../../../rules/text/span';
import { type Cell, columnAt, cut, toCells, widthOf } from './cells';

/** How a frame looks. `dim` paints the gutter, `mark` the squiggle. */
export interface FrameStyle {
  /** Columns that the whole frame may take. */
  readonly width: number;
  /** Lines shown before and after the span, unless they are blank. */
  readonly context: 0 | 1;
  dim(text: string): string;
  mark(text: string): string;
}

interface FrameLine {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** The columns of the squiggle under this line. */
  readonly mark: Columns | undefined;
}

interface Columns {
  readonly from: number;
  readonly to: number;
}

const MARGIN = 4;
const LONGEST_SPAN = 5;
const HEAD = 3;

/** The lines of a text around `span`, numbered, with a squiggle under the span. Long lines are cut around it. */
export function codeFrame(index: LineIndex, span: Span, style: FrameStyle): readonly string[] {
  const lines = frameLines(index, span, style.context);
  const digits = String(lines.at(-1)?.number ?? 1).length;
  const width = Math.max(20, style.width - digits - 3);
  const from = firstColumn(lines, width);
  const gutter = (label: string): string => style.dim(`${label.padStart(digits)} │`);
  const printed: string[] = [];
  let previous: number | undefined;
  for (const { number, cells, mark } of lines) {
    if (previous !== undefined && number > previous + 1) printed.push(style.dim(`${'⋮'.padStart(digits)} │`));
    previous = number;
    // A neighbour that is read from its start says more than the same columns of it.
    printed.push(`${gutter(String(number))} ${cut(cells, mark === undefined ? 0 : from, width)}`.trimEnd());
    if (mark === undefined) continue;
    const start = Math.max(0, mark.from - from);
    const length = Math.min(width, mark.to - from) - start;
    if (length > 0) printed.push(`${gutter('')} ${' '.repeat(start)}${style.mark('~'.repeat(length))}`);
  }
  return printed;
}

function frameLines(index: LineIndex, span: Span, context: number): readonly FrameLine[] {
  const start = index.positionAt(span.start);
  const end = index.positionAt(span.end);
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const line = (number: number): FrameLine => {
    const source = index.lineText(number);
    const cells = toCells(source);
    if (number < start.line || number > last) return { number: number + 1, cells, mark: undefined };
    const indent = source.length - source.trimStart().length;
    const from = columnAt(cells, number === start.line ? start.character : indent);
    const to = number === end.line ? columnAt(cells, end.character) : widthOf(cells);
    return { number: number + 1, cells, mark: { from, to: number === start.line ? Math.max(to, from + 1) : to } };
  };
  const before = range(start.line - context, start.line - 1)
    .filter((number) => number >= 0)
    .map(line);
  const after = range(last + 1, last + context)
    .filter((number) => number < index.lineCount)
    .map(line);
  const inside = range(start.line, last).filter(
    (number) => last - start.line < LONGEST_SPAN || number < start.line + HEAD || number === last,
  );
  const isFilled = ({ cells }: FrameLine): boolean => cells.some((cell) => cell.text.trim() !== '');
  return [...before.filter(isFilled), ...inside.map(line), ...after.filter(isFilled)];
}

/** Where the window on the lines starts: at the left edge if the squiggle then shows, else around the squiggle. */
function firstColumn(lines: readonly FrameLine[], width: number): number {
  const marks = lines.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
  const from = Math.min(...marks.map((mark) => mark.from));
  const to = Math.max(...marks.map((mark) => mark.to));
  return Math.max(0, Math.min(from - MARGIN, to + MARGIN - width));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
