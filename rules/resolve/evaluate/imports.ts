import type { Place } from '../../text/span';
import { memberTerm } from '../lower/operands';
import type { Term } from '../lower/term';
import { moduleOfSummary } from '../module/foreignModule';
import type { Module } from '../module/module';
import { plainSpecifier } from '../module/specifier';
import { MODULE_BODY, type ModuleSummary, WHOLE_EXPORT } from '../module/summary';
import type { Evaluator } from './evaluate';
import { moduleFrame } from './frames';
import { withInnerWrites } from './mutations';
import { writtenElsewhere } from './sharedObjects';
import { type EffectiveWrite, type Frame, only, UNKNOWN, union, type ValueSet } from './value';

const modules = new WeakMap<ModuleSummary, Module>();

/** What `imported` of `specifier` is: a value of another file, or part of a package. */
export function importedValue(
  specifier: string,
  imported: string,
  from: Module,
  place: Place,
  evaluator: Evaluator,
): ValueSet {
  const module = findModule(specifier, from, evaluator);
  if (module === undefined) return UNKNOWN;
  if (module === null) {
    const path = imported === '*' || imported === 'default' || imported === WHOLE_EXPORT ? '' : imported;
    const canonical = evaluator.apis.canonical(plainSpecifier(specifier), path);
    return only({ kind: 'api', ...canonical, call: undefined, receiver: undefined }, place);
  }
  return exportedValue(module, imported, place, evaluator) ?? UNKNOWN;
}

/** The module of this workspace that a specifier means; `null`: a package; `undefined`: not loaded. */
export function findModule(specifier: string, from: Module, { apis, world }: Evaluator): Module | null | undefined {
  if (!specifier.startsWith('.') && apis.isDescribed(plainSpecifier(specifier))) return null;
  const summary = world.summary(specifier, from.file);
  if (summary === undefined || summary === null) return summary;
  return moduleFor(summary);
}

/** Lets a module answer in place of the summary that is made of it. */
export function answerFor(summary: ModuleSummary, module: Module): void {
  modules.set(summary, module);
}

/** The module of a summary; the same one each time. */
export function moduleFor(summary: ModuleSummary): Module {
  const known = modules.get(summary);
  if (known !== undefined) return known;
  const module = moduleOfSummary(summary);
  modules.set(summary, module);
  return module;
}

/** The value that a module exports under a name; `undefined` when it exports no such name. */
export function exportedValue(
  module: Module,
  name: string,
  place: Place,
  evaluator: Evaluator,
  barrels: ReadonlySet<Module> = new Set(),
): ValueSet | undefined {
  const frame = moduleFrame(module, 1);
  const whole = module.exports[WHOLE_EXPORT];
  if (name === '*' || name === WHOLE_EXPORT) {
    if (whole === undefined) return only({ kind: 'namespace', module }, place);
    return withInnerWrites(exported(WHOLE_EXPORT, whole, frame, evaluator), exportsBeside(module, frame));
  }
  const term = Object.hasOwn(module.exports, name) ? module.exports[name] : undefined;
  if (term !== undefined) return exported(name, term, frame, evaluator);
  if (whole !== undefined) {
    const value = exported(WHOLE_EXPORT, whole, frame, evaluator);
    return name === 'default' ? value : evaluator.lookup(value, name, place);
  }
  if (name === 'default')
    return Object.keys(module.exports).length > 0 ? only({ kind: 'namespace', module }, place) : undefined;
  return reexportedValue(module, name, place, evaluator, new Set([...barrels, module]));
}

function exported(name: string, term: Term, frame: Frame, evaluator: Evaluator): ValueSet {
  return writtenElsewhere(evaluator.evaluate(term, frame), name, frame.module, evaluator);
}

/** What `export * from` brings; barrels may form cycles. */
function reexportedValue(
  module: Module,
  name: string,
  place: Place,
  evaluator: Evaluator,
  barrels: ReadonlySet<Module>,
): ValueSet | undefined {
  const found: ValueSet[] = [];
  for (const specifier of module.exportsAllOf) {
    const next = findModule(specifier, module, evaluator);
    if (next === undefined) return UNKNOWN;
    if (next === null) {
      const plain = plainSpecifier(specifier);
      if (!evaluator.apis.isDescribed(plain)) continue;
      const canonical = evaluator.apis.canonical(plain, name);
      found.push(only({ kind: 'api', ...canonical, call: undefined, receiver: undefined }, place));
    } else if (!barrels.has(next)) {
      const value = exportedValue(next, name, place, evaluator, barrels);
      if (value !== undefined) found.push(value);
    }
  }
  return found.length === 0 ? undefined : union(found);
}

/** `module.exports.extra = …` beside `module.exports = {…}`. */
function exportsBeside(module: Module, frame: Frame): readonly EffectiveWrite[] {
  return Object.entries(module.exports)
    .filter(([name]) => name !== WHOLE_EXPORT)
    .map(([name, value]) => ({
      write: {
        path: [name],
        value,
        kind: 'assign',
        span: value.span,
        function: MODULE_BODY,
        block: value.span,
        unconditional: true,
        guarded: false,
      },
      frame,
      definite: true,
    }));
}

/** The term that a module of this workspace exports under a name, to follow what it is made of. */
export function importedTerm(
  specifier: string,
  name: string,
  from: Module,
  evaluator: Evaluator,
  barrels: ReadonlySet<Module> = new Set(),
): { readonly term: Term; readonly frame: Frame } | undefined {
  const module = findModule(specifier, from, evaluator);
  if (module === undefined || module === null || barrels.has(module)) return undefined;
  const frame = moduleFrame(module, 1);
  const term = Object.hasOwn(module.exports, name) ? module.exports[name] : undefined;
  if (term !== undefined) return { term, frame };
  const whole = module.exports[WHOLE_EXPORT];
  if (whole !== undefined) {
    const isWhole = name === '*' || name === 'default' || name === WHOLE_EXPORT;
    return isWhole ? { term: whole, frame } : { term: memberTerm(whole, [name]), frame };
  }
  for (const specifier of module.exportsAllOf) {
    const found = importedTerm(specifier, name, module, evaluator, new Set([...barrels, module]));
    if (found !== undefined) return found;
  }
  return undefined;
}
