import type { Span } from '../../rules';

/** One replacement in the text at hand. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** A text after some rounds of edits, as stretches of the original and what was written between them. */
export type Draft = readonly Piece[];
type Piece = { readonly kept: Span } | { readonly written: string };

/** The draft of a text of `length` UTF-16 code units that nobody has touched yet. */
export function untouched(length: number): Draft {
  return [{ kept: { start: 0, end: length } }];
}

/** Applies one round of edits, sorted and free of overlaps, whose spans count in the draft's own text. */
export function revise(draft: Draft, round: readonly Replacement[]): Draft {
  const revised: Piece[] = [];
  let offset = 0;
  for (const { span, text } of round) {
    revised.push(...slice(draft, offset, span.start), { written: text });
    offset = span.end;
  }
  return [...revised, ...slice(draft, offset, Number.POSITIVE_INFINITY)];
}

/** All rounds at once: edits of the original text, sorted, that neither overlap nor touch. */
export function toReplacements(draft: Draft, length: number): readonly Replacement[] {
  const replacements: Replacement[] = [];
  let end = 0;
  let written = '';
  const flush = (start: number): void => {
    if (written !== '' || start > end) replacements.push({ span: { start: end, end: start }, text: written });
    written = '';
  };
  for (const piece of draft) {
    if ('written' in piece) {
      written += piece.written;
    } else {
      flush(piece.kept.start);
      end = piece.kept.end;
    }
  }
  flush(length);
  return replacements;
}

function slice(draft: Draft, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const piece of draft) {
    const length = 'written' in piece ? piece.written.length : piece.kept.end - piece.kept.start;
    const from = Math.max(0, start - offset);
    const to = Math.min(length, end - offset);
    if (from < to) {
      pieces.push(
        'written' in piece
          ? { written: piece.written.slice(from, to) }
          : { kept: { start: piece.kept.start + from, end: piece.kept.start + to } },
      );
    }
    offset += length;
  }
  return pieces;
}
