import { type Evaluator, moduleFrame } from '../resolve/evaluate';
import type { LiveModule } from '../resolve/module';
import { WHOLE_EXPORT } from '../resolve/summary';
import type { Term } from '../resolve/term';
import type { Frame, Value } from '../resolve/value';
import { baseNameOf, calledFunctions, type IsWrapper, mayBeWrapper } from './callees';
import type { Knowledge } from './knowledge';
import { describe } from './match';

/** The literals that a file must show to use a function which does something with what it is given. */
export interface Wrapper {
  readonly name: string;
  /** Of a method: the objects and classes that it is reached by; a file must show one of them. */
  readonly owners: readonly string[];
}

/** Functions are looked through this deep. */
const MAX_LEVELS = 5;
/** Objects whose methods are looked at: a service, and a service inside of it. */
const MAX_NESTING = 2;

/** The exported functions and methods of a file that hand their parameters on to something that is a fact. */
export function wrappersOf(
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
  isWrapper: IsWrapper | undefined,
): readonly Wrapper[] {
  const wrappers: Wrapper[] = [];

  const collect = (value: Value, name: string, owners: readonly string[], nesting: number): void => {
    if (value.kind === 'function') {
      if (reachesFact(value.id, value.frame, MAX_LEVELS)) wrappers.push({ name, owners });
      return;
    }
    const members = nesting === 0 ? undefined : membersOf(value);
    if (members === undefined) return;
    for (const [key, term] of Object.entries(members.terms)) {
      for (const one of evaluator.evaluate(term, members.frame).possible) {
        collect(one.value, key, [name, ...members.names], nesting - 1);
      }
    }
  };

  /** Whether what a function does with its parameters is, or may become, a fact. */
  const reachesFact = (id: number, frame: Frame, levels: number): boolean =>
    frame.module.function(id).effects.some(({ term }) => {
      if (describe(term, frame, evaluator, knowledge).emissions.length > 0) return true;
      if (term.kind !== 'call' || levels === 0 || !mayBeWrapper(term, frame, isWrapper)) return false;
      return calledFunctions(term, frame, evaluator).some(({ callee }) =>
        reachesFact(callee.id, callee.frame, levels - 1),
      );
    });

  const frame = moduleFrame(module);
  for (const [exported, term] of Object.entries(module.exports)) {
    if (isReexport(term, module)) continue;
    const name = exported === 'default' || exported === WHOLE_EXPORT ? baseNameOf(module.file) : exported;
    for (const { value } of evaluator.evaluate(term, frame).possible) collect(value, name, [], MAX_NESTING);
  }
  return wrappers;
}

/** What another module exports is its own affair. */
function isReexport(term: Term, module: LiveModule): boolean {
  if (term.kind === 'member') return term.object.kind === 'module';
  return term.kind === 'module' || (term.kind === 'reference' && module.binding(term.binding).kind === 'import');
}

interface Members {
  readonly terms: Readonly<Record<string, Term>>;
  readonly frame: Frame;
  readonly names: readonly string[];
}

/** What can be called on an object, an instance or a class. */
function membersOf(value: Value): Members | undefined {
  switch (value.kind) {
    case 'object': {
      const terms: Record<string, Term> = {};
      for (const member of value.term.members) {
        if (member.kind === 'property' && typeof member.key === 'string') terms[member.key] = member.value;
      }
      return { terms, frame: value.frame, names: [] };
    }
    case 'class':
    case 'instance': {
      const { name, members, statics } = value.frame.module.class(value.kind === 'class' ? value.id : value.classId);
      return { terms: { ...members, ...statics }, frame: value.frame, names: name === undefined ? [] : [name] };
    }
    default:
      return undefined;
  }
}
