import type { Trigger } from '../../models/shape/triggers';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame } from '../../resolve/evaluate/value';
import type { CallTerm, ElementTerm, Term } from '../../resolve/lower/term';
import type { AssignmentTerm } from '../../resolve/module/actions';
import type { Knowledge } from '../knowledge';
import type { Site } from '../site';
import { termsAt } from './terms';

/** An action in the frame in which its terms are read. */
interface FramedAction {
  readonly term: CallTerm | AssignmentTerm;
  readonly frame: Frame;
}

/** A call that hands over a list is a call for each element: plugins are registered so. `undefined` for anything else. */
export function eachOfList(
  term: CallTerm | AssignmentTerm,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
): readonly FramedAction[] | undefined {
  if (term.kind !== 'call' || term.callee.kind !== 'member' || typeof term.callee.key !== 'string') return undefined;
  const [list] = term.arguments;
  if (list === undefined || list.spread || knowledge.handedTo(term.callee.key).length === 0) return undefined;
  const elements = elementsAt(list.value, frame, evaluator);
  return elements?.map(({ element, frame: within }) => ({
    term: { ...term, arguments: [element, ...term.arguments.slice(1)] },
    frame: within,
  }));
}

/** The sites of a call by its trigger: one, or one for each element of the list that it names. */
export function sitesOf(at: Trigger, site: Site): readonly Site[] {
  const listed = 'listed' in at ? at.listed : undefined;
  const { call, action, evaluator } = site;
  if (listed === undefined || call === undefined) return [site];
  const elements = (termsAt(listed, site) ?? []).flatMap((list) => elementsAt(list.term, list.frame, evaluator) ?? []);
  return elements.map(({ element, frame }) => {
    const one: CallTerm = { ...call, arguments: [element] };
    return { ...site, action: { ...action, term: one }, call: one, frame };
  });
}

interface FramedElement {
  readonly element: ElementTerm;
  readonly frame: Frame;
}

/** The elements of lists that are written out; `undefined` for what is no list. */
function elementsAt(list: Term, frame: Frame, evaluator: Evaluator): readonly FramedElement[] | undefined {
  const lists = evaluator
    .evaluate(list, frame)
    .possible.flatMap(({ value }) => (value.kind === 'array' ? [value] : []));
  if (lists.length === 0) return undefined;
  return lists.flatMap(({ term: { elements }, frame: within }) =>
    elements.filter(({ spread }) => !spread).map((element) => ({ element, frame: within })),
  );
}
