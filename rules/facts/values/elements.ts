import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { onlyList } from '../../resolve/evaluate/onlyValue';
import type { Arguments, Frame } from '../../resolve/evaluate/value';
import type { ElementTerm, Term } from '../../resolve/lower/term';

/** Frames for one site; a longer list is read as one of which nothing is known. */
const MAX_FRAMES = 24;

/** The frames in which a site runs: one for each element of the lists around it that are written out, else the one given. */
export function framesOf(
  iterations: readonly { readonly id: number; readonly list: Term }[],
  frame: Frame,
  evaluator: Evaluator,
): readonly Frame[] {
  let frames: readonly Frame[] = [frame];
  for (const { id, list } of iterations) {
    const next = frames.flatMap((outer) => {
      const elements = elementsOf(list, outer, evaluator);
      return elements === undefined ? [outer] : elements.map((element) => withElement(outer, id, element));
    });
    if (next.length > MAX_FRAMES) return frames;
    frames = next;
  }
  return frames;
}

function withElement(frame: Frame, id: number, element: Arguments): Frame {
  return { ...frame, arguments: new Map([...frame.arguments, [id, element]]) };
}

/** The elements of a list, where all of them are written. */
function elementsOf(list: Term, frame: Frame, evaluator: Evaluator): readonly Arguments[] | undefined {
  const written = onlyList(evaluator.evaluate(list, frame));
  if (written === undefined) return undefined;
  const { term, frame: inner } = written;
  if (term.elements.some(({ spread }) => spread)) return undefined;
  return term.elements.map((element: ElementTerm) => ({ list: [element], frame: inner }));
}
