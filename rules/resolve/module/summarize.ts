import { unlessTooDeep } from '../../syntax';
import { answerFor } from '../evaluate/imports';
import { operandsOf } from '../lower/operands';
import type { ShapeType } from '../lower/shapes';
import type { Term } from '../lower/term';
import { seenFromOutside } from './foreignModule';
import type { LiveModule, Module } from './module';
import { NO_START_UP } from './startUp';
import type { Binding, ClassShape, FunctionShape, ModuleSummary, TypeName, Write } from './summary';

/**
 * The summary of a module. As long as this very object is used, and no copy, the module itself answers what is asked of it,
 * piece by piece; the plain data is made when somebody reads it.
 */
export function summaryOf(module: LiveModule): ModuleSummary {
  const { file, quote, exports, exportsAllOf, splitsAtDots } = module;
  const seen = seenFromOutside(module);
  let data: ModuleSummary | undefined;
  const written = (): ModuleSummary => {
    data ??= unlessTooDeep(() => writtenOut(module), { ...EMPTY, file, quote });
    return data;
  };
  const summary: ModuleSummary = {
    file,
    quote,
    exports,
    exportsAllOf,
    splitsAtDots,
    get bindings() {
      return written().bindings;
    },
    get functions() {
      return written().functions;
    },
    get classes() {
      return written().classes;
    },
    get registrations() {
      return written().registrations;
    },
    get importedWrites() {
      return written().importedWrites;
    },
    get startUp() {
      return seen.startUp;
    },
    get environmentNames() {
      return seen.environmentNames;
    },
  };
  answerFor(summary, seen);
  return summary;
}

const EMPTY = {
  exports: {},
  exportsAllOf: [],
  splitsAtDots: false,
  startUp: NO_START_UP,
  environmentNames: [],
  bindings: {},
  functions: {},
  classes: {},
  registrations: [],
  importedWrites: [],
};

/** Its exports and all that they refer to. */
function writtenOut(module: Module): ModuleSummary {
  const bindings: Record<number, Binding> = {};
  const functions: Record<number, FunctionShape> = {};
  const classes: Record<number, ClassShape> = {};
  const registrations = module.registrations();
  const importedWrites = module.importedWrites();
  const pending: Term[] = [...Object.values(module.exports), ...registrations];

  const addType = (type: TypeName | undefined): void => {
    if (type !== undefined) pending.push(type.root);
  };
  const addShape = (shape: ShapeType | undefined): void => {
    if (shape === undefined) return;
    for (const name of shape.names) addType(name);
    for (const one of Object.values(shape.inner)) addShape(one);
  };
  const addWrites = (writes: readonly Write[]): void => {
    for (const { value, by } of writes) {
      if (value !== undefined) pending.push(value);
      if (by !== undefined) pending.push(by.callee);
    }
  };
  const addBinding = (id: number): void => {
    if (id in bindings) return;
    const binding = module.binding(id);
    bindings[id] = binding;
    switch (binding.kind) {
      case 'variable':
        if (binding.initial !== undefined) pending.push(binding.initial);
        addType(binding.type);
        addShape(binding.shape);
        addWrites(binding.writes);
        break;
      case 'import':
        addWrites(binding.writes);
        break;
      case 'parameter':
        if (binding.default !== undefined) pending.push(binding.default);
        addWrites(binding.writes);
        addFunction(binding.function);
        break;
      case 'function':
        addFunction(binding.id);
        break;
      case 'class':
        addClass(binding.id);
        break;
      case 'enum':
        pending.push(...Object.values(binding.members));
        break;
      case 'type':
        for (const base of binding.bases) addType(base);
        addShape(binding.shape);
    }
  };
  const addFunction = (id: number): void => {
    if (id in functions) return;
    const { effects, writesTo, ...shape } = module.function(id);
    functions[id] = {
      ...shape,
      writesTo,
      effects: effects.map(({ term, written, guarded, around, conditions, runtime, aftermath }) => ({
        term,
        written,
        guarded,
        around,
        conditions,
        runtime,
        aftermath: aftermath && { ...aftermath },
      })),
    };
    for (const { value } of shape.returns) pending.push(value);
    addShape(shape.answer);
    if (shape.classId !== undefined) addClass(shape.classId);
    for (const { type, shape: one, asked } of shape.parameters) {
      if (asked !== undefined) pending.push(asked);
      addType(type);
      addShape(one);
    }
    addType(shape.givenType?.type);
    for (const { term, conditions } of effects) {
      for (const { term: one, equals = [] } of conditions) pending.push(one, ...equals);
      if (term.kind === 'call') pending.push(term);
      else pending.push(term.target, term.value);
    }
  };
  const addClass = (id: number): void => {
    if (id in classes) return;
    const shape = module.class(id);
    classes[id] = shape;
    if (shape.constructorId !== undefined) addFunction(shape.constructorId);
    pending.push(...[shape.members, shape.statics, shape.asked].flatMap((terms) => Object.values<Term>(terms)));
    for (const writes of Object.values(shape.parts)) addWrites(writes);
    if (shape.extends !== undefined) pending.push(shape.extends);
    if (shape.superCall !== undefined) pending.push(shape.superCall);
    for (const type of [...shape.implements, ...Object.values(shape.declared)]) addType(type);
    addShape(shape.shape);
  };

  addWrites(importedWrites.map(({ write }) => write));
  for (const { binding } of module.environmentNames) addBinding(binding);

  const seen = new Set<Term>();
  for (let term = pending.pop(); term !== undefined; term = pending.pop()) {
    if (seen.has(term)) continue;
    seen.add(term);
    if (term.kind === 'reference') addBinding(term.binding);
    else if (term.kind === 'function') addFunction(term.id);
    else if (term.kind === 'class') addClass(term.id);
    else if ((term.kind === 'this' || term.kind === 'super') && term.classId !== undefined) addClass(term.classId);
    else if (term.kind === 'this' && term.member !== undefined) pending.push(term.member.value);
    else pending.push(...operandsOf(term));
    if (term.kind === 'call') addShape(term.answer);
  }
  const { file, quote, exports, exportsAllOf, splitsAtDots, startUp, environmentNames } = module;
  const own = { file, quote, exports, exportsAllOf, splitsAtDots, startUp, environmentNames };
  return { ...own, bindings, functions, classes, registrations, importedWrites };
}
