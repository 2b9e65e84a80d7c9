import type { CallTerm, ElementTerm, Term } from './term';

/** The terms directly below a term. */
export function operandsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'template':
      return term.parts.filter((part) => typeof part !== 'string');
    case 'sum':
      return term.operands;
    case 'object':
      return term.members.flatMap((member) =>
        member.kind === 'property' && typeof member.key !== 'string' ? [member.key, member.value] : [member.value],
      );
    case 'array':
      return term.elements.map(({ value }) => value);
    case 'member':
      return typeof term.key === 'string' ? [term.object] : [term.object, term.key];
    case 'call':
      return [term.callee, ...term.arguments.map(({ value }) => value)];
    case 'choice':
      return [term.condition, term.then, term.else];
    case 'logical':
    case 'binary':
      return [term.left, term.right];
    case 'unary':
      return [term.operand];
    default:
      return [];
  }
}

/** Whether a spread leaves open what stands at an index: it, or one before it. */
export function isSpreadUpTo(list: readonly ElementTerm[], index: number): boolean {
  return list.slice(0, index + 1).some(({ spread }) => spread);
}

/** The argument of a call; `undefined` where it has none there, or a spread leaves that open. */
export function argumentOf({ arguments: list }: CallTerm, index: number): ElementTerm | undefined {
  return isSpreadUpTo(list, index) ? undefined : list[index];
}

/** The name by which code means what an expression is: `b` of `a.b`; what a call gives has none. */
export function lastName(term: Term): string | undefined {
  if (term.kind === 'member') return typeof term.key === 'string' ? term.key : undefined;
  return term.kind === 'reference' || term.kind === 'global' ? term.name : undefined;
}

/** What a chain of members and calls begins with: `this` of `this.storage.get().key`. */
export function startOf(chain: Term): Term {
  let start = chain;
  while (start.kind === 'member' || start.kind === 'call')
    start = start.kind === 'member' ? start.object : start.callee;
  return start;
}

/** The member of an object at a path of keys. */
export function memberTerm(object: Term, path: readonly (string | Term)[]): Term {
  let term = object;
  for (const key of path) term = { kind: 'member', object: term, key, span: term.span, keySpan: term.span };
  return term;
}
