import { unlessTooDeep } from '../../syntax';
import { NO_CLASS, NO_FUNCTION, OPAQUE } from '../lower/emptyShapes';
import type { Target } from './actions';
import type { LiveModule, Module } from './module';
import { NO_START_UP } from './startUp';
import type { FunctionShape, ModuleSummary } from './summary';

/** A module of which only the summary is at hand. */
export function moduleOfSummary(summary: ModuleSummary): Module {
  return {
    file: summary.file,
    quote: summary.quote,
    exports: summary.exports,
    exportsAllOf: summary.exportsAllOf,
    binding: (id) => summary.bindings[id] ?? OPAQUE,
    function: (id) => summary.functions[id] ?? NO_FUNCTION,
    class: (id) => summary.classes[id] ?? NO_CLASS,
    registrations: () => summary.registrations,
    callsNamed: () => [],
    assignmentsTo: () => [],
    classIds: () => Object.keys(summary.classes).map(Number),
    targetsIn: (id) => targetsOf(summary.functions[id] ?? NO_FUNCTION),
    handedTo: () => [],
    heldBy: () => undefined,
    splitsAtDots: summary.splitsAtDots,
    startUp: summary.startUp,
    environmentNames: summary.environmentNames,
    partsRead: () => [],
    importedWrites: () => summary.importedWrites,
  };
}

/** A module of a tree as its importers see it: all that its summary would say, found when it is asked for. */
export function seenFromOutside(module: LiveModule): Module {
  const { file, quote, exports, exportsAllOf, splitsAtDots } = module;
  return {
    file,
    quote,
    exports,
    exportsAllOf,
    splitsAtDots,
    binding: (id) => unlessTooDeep(() => module.binding(id), OPAQUE),
    function: (id) => unlessTooDeep(() => module.function(id), NO_FUNCTION),
    class: (id) => unlessTooDeep(() => module.class(id), NO_CLASS),
    registrations: () => unlessTooDeep(module.registrations, []),
    callsNamed: () => [],
    assignmentsTo: () => [],
    get startUp() {
      return unlessTooDeep(() => module.startUp, NO_START_UP);
    },
    get environmentNames() {
      return module.environmentNames;
    },
    classIds: module.classIds,
    targetsIn: (id) => unlessTooDeep(() => targetsOf(module.function(id)), []),
    handedTo: () => [],
    heldBy: () => undefined,
    partsRead: () => [],
    importedWrites: () => unlessTooDeep(module.importedWrites, []),
  };
}

/** The calls and assignments that a caller has a say in. */
function targetsOf({ effects }: FunctionShape): readonly Target[] {
  return effects.map(({ term }) =>
    term.kind === 'call' ? { kind: 'call', term: term.callee } : { kind: 'assignment', term: term.target },
  );
}
