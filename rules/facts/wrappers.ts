import type { Evaluator } from '../resolve/evaluate';
import { moduleFrame } from '../resolve/evaluate';
import type { LiveModule, Module } from '../resolve/module';
import { WHOLE_EXPORT } from '../resolve/summary';
import type { Term } from '../resolve/term';
import type { Frame, Possible, Value } from '../resolve/value';
import type { Knowledge } from './knowledge';
import { describe } from './match';

/** The literals that a file must show to use a function which does something with what it is given. */
export interface Wrapper {
  readonly name: string;
  /** Of a method: the object or class that it is reached by; one of these. */
  readonly owners: readonly string[];
}

type FunctionValue = Value & { readonly kind: 'function' };

/** Functions are looked through this deep. */
const MAX_LEVELS = 5;
/** Objects whose methods are looked at: a service, and a service inside of it. */
const MAX_NESTING = 2;

/** The exported functions and methods of a file that hand their parameters on to something that is a fact. */
export function wrappersOf(module: LiveModule, evaluator: Evaluator, knowledge: Knowledge): readonly Wrapper[] {
  const frame = moduleFrame(module);
  const wrappers: Wrapper[] = [];
  const base = baseName(module.file);
  for (const [exported, term] of Object.entries(module.exports)) {
    const name = exported === 'default' || exported === WHOLE_EXPORT ? base : exported;
    for (const one of evaluator.evaluate(term, frame).possible) {
      collect(one, name, [], wrappers, evaluator, knowledge, MAX_NESTING);
    }
  }
  return wrappers;
}

function collect(
  { value }: Possible,
  name: string,
  owners: readonly string[],
  wrappers: Wrapper[],
  evaluator: Evaluator,
  knowledge: Knowledge,
  nesting: number,
): void {
  if (value.kind === 'function') {
    if (reachesFact(value, evaluator, knowledge, MAX_LEVELS)) wrappers.push({ name, owners });
    return;
  }
  const members = nesting === 0 ? undefined : membersOf(value);
  if (members === undefined) return;
  for (const [key, term] of Object.entries(members.terms)) {
    for (const one of evaluator.evaluate(term, members.frame).possible) {
      collect(one, key, [name, ...members.names], wrappers, evaluator, knowledge, nesting - 1);
    }
  }
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
      const id = value.kind === 'class' ? value.id : value.classId;
      const shape = value.frame.module.class(id);
      const names = shape.name === undefined ? [] : [shape.name];
      return { terms: { ...shape.members, ...shape.statics }, frame: value.frame, names };
    }
    default:
      return undefined;
  }
}

/** Whether what a function does with its parameters is, or may become, a fact. */
function reachesFact(
  { id, frame }: FunctionValue,
  evaluator: Evaluator,
  knowledge: Knowledge,
  levels: number,
): boolean {
  const module: Module = frame.module;
  return module.function(id).effects.some(({ term }) => {
    if (describe(term, frame, evaluator, knowledge).emissions.length > 0) return true;
    if (term.kind !== 'call' || levels === 0) return false;
    return evaluator
      .evaluate(term.callee, frame)
      .possible.some(({ value }) => value.kind === 'function' && reachesFact(value, evaluator, knowledge, levels - 1));
  });
}

/** `saveToken` of `lib/saveToken.ts`, `storage` of `storage/index.ts`: how importers name a default export's module. */
function baseName(file: string): string {
  const parts = file.split('/');
  const last = (parts.pop() ?? '').replace(/\.\w+$/, '');
  return last === 'index' ? (parts.pop() ?? last) : last;
}
