import { memberTerm } from '../lower/operands';
import type { MemberTerm, Term } from '../lower/term';
import type { Frame, FunctionValue, GivenArgument } from './value';

/** The argument that a caller gave, and the frame that it is read in. */
export interface Given {
  readonly term: Term;
  readonly frame: Frame;
}

/** The arguments of a call, with what a rest parameter or a list in place spreads among them. */
export function givenArguments(list: readonly GivenArgument[], frame: Frame): readonly GivenArgument[] {
  if (!list.some(({ spread }) => spread)) return list;
  return list.flatMap((one): readonly GivenArgument[] => {
    if (!one.spread) return [one];
    if (one.value.kind === 'array') return one.value.elements;
    return gathered(one.value, frame) ?? [one];
  });
}

/** The argument at an index, that of a list which is spread in the last place among them; `open` where that is not known. */
export function argumentAt(list: readonly GivenArgument[], index: number): GivenArgument | undefined | 'open' {
  const at = list.findIndex(({ spread }) => spread);
  const one = list[at];
  if (one === undefined || at > index) return list[index];
  if (at < list.length - 1 || one.value.kind !== 'reference') return 'open';
  return { ...one, value: memberTerm(one.value, [String(index - at)]), spread: false };
}

/** The frame of a function that is given nothing but what it is bound to; all else is not known. */
export function boundFrame({ id, frame, bound }: FunctionValue): Frame {
  if (bound === undefined) return frame;
  const span = bound[0]?.span ?? { start: 0, end: 0 };
  const list = [...bound, { value: { kind: 'unknown', span }, span, spread: true } as const];
  return { ...frame, arguments: new Map([...frame.arguments, [id, { list, frame }]]) };
}

/** The arguments with the frame that each is read in, for a call that others add to. */
export function withFrame(list: readonly GivenArgument[], frame: Frame): readonly GivenArgument[] {
  return list.map((one) => ({ ...one, frame: one.frame ?? frame }));
}

/** What callers gave to `...rest`; `undefined` when a term is none, or nobody is known to call. */
function gathered(term: Term, { module, arguments: known }: Frame): readonly GivenArgument[] | undefined {
  const binding = term.kind === 'reference' ? module.binding(term.binding) : undefined;
  if (binding?.kind !== 'parameter' || binding.gathers !== true) return undefined;
  const passed = known.get(binding.function);
  return passed && withFrame(passed.list.slice(binding.index), passed.frame);
}

/** `rest[0]`: the argument that a caller gave there; `undefined` when that is not known. */
export function elementOfRest({ object, key }: MemberTerm, frame: Frame): Given | undefined {
  if (object.kind !== 'reference' || typeof key !== 'string' || !/^\d+$/.test(key)) return undefined;
  const list = gathered(object, frame);
  const index = Number(key);
  const one = list?.[index];
  if (one?.frame === undefined || list?.slice(0, index + 1).some(({ spread }) => spread)) return undefined;
  return { term: one.value, frame: one.frame };
}

/** `f(...rest)` as `f(rest[0], rest[1])`, as long as its callers say how many there are. */
export function withoutRest<T extends Term | { readonly kind: 'assignment' }>(term: T, frame: Frame): T {
  if (term.kind !== 'call' || !term.arguments.some(({ spread }) => spread)) return term;
  const list = term.arguments.flatMap((one) => {
    const given = one.spread ? gathered(one.value, frame) : undefined;
    if (given === undefined || given.some(({ spread }) => spread)) return [one];
    return given.map((_, index) => {
      const { span } = one;
      const value: MemberTerm = { kind: 'member', object: one.value, key: String(index), keySpan: span, span };
      return { value, span, spread: false };
    });
  });
  return { ...term, arguments: list };
}
