import { nameOfFile } from '../../text/imports';
import type { Term } from '../lower/term';
import { sourceOfTerm } from '../module/importedWrites';
import type { Module } from '../module/module';
import { type ImportedWrite, MODULE_BODY, WHOLE_EXPORT, type Write } from '../module/summary';
import type { Evaluator } from './evaluate';
import { moduleFrame } from './frames';
import { findModule, moduleFor } from './imports';
import { withInnerWrites } from './mutations';
import type { EffectiveWrite, ValueSet } from './value';

/** What holds an object that other files get hold of: a variable, by its id, else an export, by its name. */
type Holder = number | string;

/**
 * An object that a module exports, with what other files write to it. Whether they have when it is used is not known: what
 * it was made with counts as under a test.
 */
export function writtenElsewhere(set: ValueSet, holder: Holder, module: Module, evaluator: Evaluator): ValueSet {
  if (!set.possible.some(({ value }) => value.kind === 'object' || value.kind === 'instance')) return set;
  const names = exportedNames(module).get(holder);
  const writes = names === undefined ? [] : writesTo(holder, names, module, evaluator);
  return writes.length === 0 ? set : withInnerWrites(set, writes);
}

function writesTo(
  holder: Holder,
  names: ReadonlySet<string>,
  module: Module,
  evaluator: Evaluator,
): readonly EffectiveWrite[] {
  const found: EffectiveWrite[] = [];
  const asked = new Set([module.file]);
  for (const name of names) {
    const writers = evaluator.world.writers(name);
    // What this silences is silent until it is known.
    if (writers === undefined) return [{ write: ANY_WRITE, frame: moduleFrame(module, 1), definite: false }];
    for (const summary of writers) {
      if (asked.has(summary.file)) continue;
      asked.add(summary.file);
      const writer = moduleFor(summary);
      for (const { specifier, path, write } of writer.importedWrites()) {
        const target = targetOf(specifier, [...path, ...write.path], writer, evaluator, new Set());
        if (target?.holder !== holder || target.module.file !== module.file) continue;
        found.push({
          write: { ...write, path: target.path, corrects: true },
          frame: moduleFrame(writer, 1),
          definite: false,
        });
      }
    }
  }
  return found;
}

const NOWHERE = { start: 0, end: 0 };
const ANY_WRITE: Write = {
  path: [],
  value: undefined,
  kind: 'spread',
  span: NOWHERE,
  function: MODULE_BODY,
  block: NOWHERE,
  unconditional: false,
  guarded: false,
};

type Path = ImportedWrite['write']['path'];

interface Target {
  readonly module: Module;
  readonly holder: Holder;
  /** From there to what is written. */
  readonly path: Path;
}

/** What a path below a module leads to, wherever it is exported from. */
function targetOf(
  specifier: string,
  path: Path,
  from: Module,
  evaluator: Evaluator,
  barrels: Set<Module>,
): Target | undefined {
  const module = findModule(specifier, from, evaluator);
  if (module === undefined || module === null || barrels.has(module)) return undefined;
  barrels.add(module);
  const [name, ...rest] = path;
  const own = name !== undefined && Object.hasOwn(module.exports, name) ? module.exports[name] : undefined;
  if (name !== undefined && own !== undefined) return targetOfTerm(own, name, rest, module, evaluator, barrels);
  const whole = module.exports[WHOLE_EXPORT];
  if (whole !== undefined)
    return targetOfTerm(whole, WHOLE_EXPORT, name === 'default' ? rest : path, module, evaluator, barrels);
  for (const one of module.exportsAllOf) {
    const target = targetOf(one, path, module, evaluator, barrels);
    if (target !== undefined) return target;
  }
  return undefined;
}

function targetOfTerm(
  term: Term,
  name: string,
  path: Path,
  module: Module,
  evaluator: Evaluator,
  barrels: Set<Module>,
): Target | undefined {
  const source = sourceOfTerm(term, module.binding);
  if (source !== undefined) return targetOf(source.specifier, [...source.path, ...path], module, evaluator, barrels);
  if (term.kind === 'reference') return { module, holder: term.binding, path };
  const [key, ...rest] = path;
  const part = key === undefined ? undefined : namedParts(term).get(key);
  return part === undefined
    ? { module, holder: name, path }
    : targetOfTerm(part, name, rest, module, evaluator, barrels);
}

/** What an object literal holds that has a name of its own: `{ cookie, session }`. */
function namedParts(term: Term): ReadonlyMap<string, Term> {
  const parts = new Map<string, Term>();
  for (const member of term.kind === 'object' ? term.members : []) {
    if (member.kind === 'property' && typeof member.key === 'string' && member.value.kind === 'reference')
      parts.set(member.key, member.value);
  }
  return parts;
}

const namesOfModules = new WeakMap<Module, ReadonlyMap<Holder, ReadonlySet<string>>>();

/** By which names other files may know what a module exports (`rules/signs/importedWrites.ts`). */
function exportedNames(module: Module): ReadonlyMap<Holder, ReadonlySet<string>> {
  const known = namesOfModules.get(module);
  if (known !== undefined) return known;
  const names = new Map<Holder, Set<string>>();
  const file = nameOfFile(module.file);
  const add = (term: Term, name: string): void => {
    const holder = term.kind === 'reference' ? term.binding : name;
    names.set(holder, (names.get(holder) ?? new Set([file])).add(name));
  };
  for (const [name, term] of Object.entries(module.exports)) {
    add(term, name);
    for (const [key, part] of namedParts(term)) add(part, key);
  }
  namesOfModules.set(module, names);
  return names;
}
