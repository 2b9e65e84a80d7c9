import stringWidth from 'fast-string-width';
import { toVisible } from './visible';

/** One character as a terminal shows it. Columns count from 0; wide characters take two. */
export interface Cell {
  readonly text: string;
  /** Where it starts in the line, in UTF-16 code units. */
  readonly offset: number;
  readonly column: number;
  readonly width: number;
}

const TAB_SIZE = 2;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A line of source as cells; tabs become spaces, control characters become visible. */
export function toCells(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes.segment(line)) {
    const text = segment === '\t' ? ' '.repeat(TAB_SIZE - (column % TAB_SIZE)) : toVisible(segment);
    const width = stringWidth(text);
    cells.push({ text, offset: index, column, width });
    column += width;
  }
  return cells;
}

/** The column at which the character at `offset` starts; behind the last one for an offset past the end. */
export function columnAt(cells: readonly Cell[], offset: number): number {
  const cell = cells.findLast((candidate) => candidate.offset <= offset);
  if (cell === undefined) return 0;
  return offset > cell.offset && cell === cells.at(-1) ? cell.column + cell.width : cell.column;
}

export function widthOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last === undefined ? 0 : last.column + last.width;
}

/** The part of a line that shows in `width` columns from column `from` on, `…` where it is cut. */
export function cut(cells: readonly Cell[], from: number, width: number): string {
  const end = from + width;
  const cutLeft = from > 0 && cells.length > 0;
  const cutRight = widthOf(cells) > end;
  const first = cutLeft ? from + 1 : from;
  const last = cutRight ? end - 1 : end;
  const shown = cells.filter((cell) => cell.column >= first && cell.column + cell.width <= last);
  const lead = (shown[0]?.column ?? first) - first;
  const text = ' '.repeat(lead) + shown.map((cell) => cell.text).join('');
  return `${cutLeft ? '…' : ''}${text}${cutRight ? '…' : ''}`;
}
