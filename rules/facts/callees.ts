import type { Evaluator } from '../resolve/evaluate';
import type { Module } from '../resolve/module';
import type { Term } from '../resolve/term';
import type { Frame, Value } from '../resolve/value';
import type { Knowledge } from './knowledge';

/** Whether a function or method of that name is known to do something with what it is given. */
export type IsWrapper = (name: string) => boolean;

export type FunctionValue = Value & { readonly kind: 'function' };

/** The functions of the workspace that a callee may mean. */
export function functionsOf(callee: Term, frame: Frame, evaluator: Evaluator): readonly FunctionValue[] {
  return evaluator
    .evaluate(callee, frame)
    .possible.map(({ value }) => value)
    .filter((value) => value.kind === 'function');
}

/**
 * Whether a callee can mean a function that does something with what it is given: one of this module, or one of a name that
 * is known. Files are not loaded to find out.
 */
export function mayBeWrapper(callee: Term, frame: Frame, isWrapper: IsWrapper | undefined): boolean {
  if (isWrapper === undefined) return true;
  const isModule = (specifier: string): boolean => isWrapper(baseNameOf(specifier));
  return leadsTo(callee, frame.module, { isName: isWrapper, isModule, isLocal: true }, MAX_STEPS);
}

/**
 * Whether a callee can mean something that a model describes, by the names that it shows. Modules hand libraries on under
 * names of their own: those are among the known wrappers, or all names count.
 */
export function mayBeDescribed(
  callee: Term,
  frame: Frame,
  knowledge: Knowledge,
  isWrapper: IsWrapper | undefined,
): boolean {
  const isName = (name: string): boolean => knowledge.isRelevantName(name) || isWrapper?.(name) === true;
  if (callee.kind === 'member' && typeof callee.key === 'string' && callee.key !== 'default') return isName(callee.key);
  const isModule = (specifier: string): boolean => isWrapper === undefined || knowledge.isDescribed(specifier);
  return leadsTo(callee, frame.module, { isName, isModule, isLocal: false }, MAX_STEPS);
}

/** What a callee may lead to. */
interface Aim {
  isName(name: string): boolean;
  isModule(specifier: string): boolean;
  /** Functions of the module itself count. */
  readonly isLocal: boolean;
}

/** How many names a callee is followed through: `const keep = save`, `const { save } = storage`. */
const MAX_STEPS = 4;

function leadsTo(term: Term, module: Module, aim: Aim, steps: number): boolean {
  switch (term.kind) {
    case 'function':
    case 'this':
      return aim.isLocal;
    case 'member':
      return typeof term.key !== 'string' || aim.isName(term.key) || leadsTo(term.object, module, aim, steps);
    case 'call':
      return leadsTo(term.callee, module, aim, steps);
    case 'global':
      return aim.isName(term.name);
    case 'module':
      return aim.isModule(term.specifier);
    case 'reference': {
      if (aim.isName(term.name)) return true;
      const binding = module.binding(term.binding);
      if (binding.kind === 'function' || binding.kind === 'class') return aim.isLocal;
      if (binding.kind === 'import') return aim.isName(binding.imported) || aim.isModule(binding.specifier);
      if (binding.kind !== 'variable' || binding.initial === undefined || steps === 0) return false;
      return leadsTo(binding.initial, module, aim, steps - 1);
    }
    default:
      return false;
  }
}

/** The name by which a module's default export is known: its file's, or its folder's. */
export function baseNameOf(path: string): string {
  const parts = path.split('/');
  const last = (parts.pop() ?? '').replace(/\.[cm]?[jt]sx?$/, '');
  return last === 'index' ? (parts.pop() ?? last) : last;
}
