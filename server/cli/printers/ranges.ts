import { type LineIndex, lineIndex } from '../../../rules/text/lineIndex';
import type { Place } from '../../../rules/text/span';

/** A place in lines and columns, both from 1, columns in UTF-16 code units; `end` is exclusive. */
export interface Range {
  readonly start: Point;
  readonly end: Point;
}

export interface Point {
  readonly line: number;
  readonly column: number;
}

/** The ranges of places in `texts`. A place in a file without text is its first character. */
export function rangesIn(texts: ReadonlyMap<string, string>): (place: Place) => Range {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (file: string): LineIndex => {
    const index = indexes.get(file) ?? lineIndex(texts.get(file) ?? '');
    indexes.set(file, index);
    return index;
  };
  return ({ file, span }) => {
    const toPoint = (offset: number): Point => {
      const { line, character } = indexOf(file).positionAt(offset);
      return { line: line + 1, column: character + 1 };
    };
    return { start: toPoint(span.start), end: toPoint(span.end) };
  };
}
