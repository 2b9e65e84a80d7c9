import type { Term } from '../../resolve/lower/term';
import type { Binding } from '../../resolve/module/summary';

const MAX_STEPS = 12;
/** Methods by which people make base64url what `atob` reads. */
const SAME_TEXT = new Set(['replace', 'replaceAll', 'padEnd', 'concat', 'toString', 'trim']);

/** The token of which a term is the second part: `token.split('.')[1]`, through the names of its file. */
export function openedToken(term: Term, binding: (id: number) => Binding, steps = MAX_STEPS): Term | undefined {
  if (steps === 0) return undefined;
  const follow = (next: Term | undefined): Term | undefined => next && openedToken(next, binding, steps - 1);
  switch (term.kind) {
    case 'reference': {
      const found = binding(term.binding);
      if (found.kind !== 'variable') return undefined;
      const values = [found.initial, ...found.writes.map(({ value }) => value)];
      for (const value of values) {
        const token = follow(value);
        if (token !== undefined) return token;
      }
      return undefined;
    }
    case 'call': {
      const { callee } = term;
      const isSame = callee.kind === 'member' && typeof callee.key === 'string' && SAME_TEXT.has(callee.key);
      return isSame ? follow(callee.object) : undefined;
    }
    case 'sum':
      return follow(term.operands[0]);
    case 'logical':
      return follow(term.left);
    case 'member':
      return term.key === '1' ? splitAtDots(term.object, binding) : undefined;
    default:
      return undefined;
  }
}

/** What is split in `token.split('.')`, or in the name of its result. */
function splitAtDots(term: Term, binding: (id: number) => Binding): Term | undefined {
  if (term.kind === 'reference') {
    const found = binding(term.binding);
    return found.kind === 'variable' && found.initial !== undefined ? splitAtDots(found.initial, binding) : undefined;
  }
  if (term.kind === 'logical') return splitAtDots(term.left, binding);
  if (term.kind !== 'call' || term.callee.kind !== 'member' || term.callee.key !== 'split') return undefined;
  const [separator] = term.arguments;
  const isDot = separator?.value.kind === 'literal' && separator.value.value === '.';
  return isDot ? term.callee.object : undefined;
}
