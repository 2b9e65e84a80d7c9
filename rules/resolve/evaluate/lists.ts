import { elementTerm } from '../lower/madeTerms';
import type { ArrayTerm, ElementTerm, MemberEntry, Term } from '../lower/term';
import type { BuiltinCall } from './builtins';
import { onlyPossible, onlyValue } from './onlyValue';
import { evaluateSum } from './operators';
import { type ObjectValue, only, type Possible, UNKNOWN, type Value, type ValueSet } from './value';

/** Methods of lists whose result is made of the elements. */
export const LIST_METHODS: ReadonlySet<string> = new Set(['join', 'map']);

/** What a method of a list that is written out yields; `undefined` for other receivers. */
export function listResult(key: string, receivers: ValueSet, call: BuiltinCall): ValueSet | undefined {
  const value = onlyValue(receivers);
  if (value?.kind !== 'array') return undefined;
  if (value.open || value.term.elements.some(({ spread }) => spread)) return UNKNOWN;
  return key === 'join' ? joined(value, call) : mapped(value, call);
}

function joined({ term: { elements }, frame }: Value & { kind: 'array' }, call: BuiltinCall): ValueSet {
  const [argument] = call.term.arguments;
  const separators = argument === undefined ? undefined : call.evaluator.evaluate(argument.value, call.frame);
  const [separator] = separators?.possible ?? [];
  if (separators !== undefined && separator?.value.kind !== 'literal') return UNKNOWN;
  const between = separator?.value.kind === 'literal' ? String(separator.value.value) : ',';
  const parts = elements.flatMap(({ value }, index): (string | Term)[] => (index === 0 ? [value] : [between, value]));
  return evaluateSum(['', ...parts], call.term.span, frame, call.evaluator);
}

/** `list.map(f)` is a list of `f(element)`. */
function mapped({ term, frame }: Value & { kind: 'array' }, call: BuiltinCall): ValueSet {
  const [callback] = call.term.arguments;
  // The callback and the elements are read in one frame.
  const isOneFrame = frame.module === call.frame.module && frame.arguments.size + call.frame.arguments.size === 0;
  if (callback === undefined || callback.spread || !isOneFrame) return UNKNOWN;
  const elements = term.elements.map((element): ElementTerm => {
    const { span } = element;
    const value: Term = { ...call.term, callee: callback.value, arguments: [element], isNew: false, span };
    return elementTerm(value, span);
  });
  return listOf(elements, call, frame);
}

function listOf(
  elements: readonly ElementTerm[],
  { term: { span } }: BuiltinCall,
  frame: ObjectValue['frame'],
): ValueSet {
  const term: ArrayTerm = { kind: 'array', elements, span };
  return only({ kind: 'array', term, frame, open: false }, { file: frame.module.file, span });
}

/** `Object.entries`, `Object.keys` and `Object.values` of an object that is written out. */
export function entriesOf(objects: ValueSet, path: string): ValueSet {
  const one = onlyPossible(objects);
  if (one?.value.kind !== 'object' || one.value.writes.length > 0) return UNKNOWN;
  const { term, frame } = one.value;
  const elements: ElementTerm[] = [];
  for (const member of term.members) {
    const element = elementFor(member, path);
    if (element === undefined) return UNKNOWN;
    elements.push(element);
  }
  const list: ArrayTerm = { kind: 'array', elements, span: term.span };
  const value: Possible['value'] = { kind: 'array', term: list, frame, open: !term.layout.isClosed };
  return { possible: [{ ...one, value }], complete: true };
}

function elementFor(member: MemberEntry, path: string): ElementTerm | undefined {
  if (member.kind === 'spread' || typeof member.key !== 'string') return undefined;
  const { span } = member;
  const key: Term = { kind: 'literal', value: member.key, span };
  if (path === 'Object.keys') return elementTerm(key);
  if (path === 'Object.values') return elementTerm(member.value);
  return elementTerm({ kind: 'array', elements: [elementTerm(key), elementTerm(member.value)], span });
}
