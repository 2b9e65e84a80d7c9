import type { Place } from '../../text/span';
import type { Module } from '../module/module';
import type { ClassShape, GivenType, TypeName } from '../module/summary';
import type { Evaluator } from './evaluate';
import { moduleFrame } from './frames';
import { importedValue, moduleFor } from './imports';
import { offeredUnder, PROVIDER } from './offers';
import { type ApiValue, type Frame, incomplete, only, UNKNOWN, type Value, type ValueSet } from './value';

type ClassValue = Value & { readonly kind: 'class' };
type TypeValue = Value & { readonly kind: 'type' };

/** Types are followed through this many others: aliases of aliases, interfaces that extend interfaces. */
const MAX_STEPS = 4;

/**
 * What an annotation says of a value: a described type, an instance of a class of the workspace, or of one of the classes
 * that implement an interface. `undefined` when it says nothing.
 */
export function typedValue(
  type: TypeName,
  frame: Frame,
  at: Place,
  evaluator: Evaluator,
  steps = 0,
): ValueSet | undefined {
  const described = describedType(type, frame, at, evaluator);
  if (described !== undefined || steps > MAX_STEPS) return described;
  const declared = declaredType(type, frame, at, evaluator);
  if (declared?.kind === 'class') {
    const own = given(instances([declared, ...implementations(declared, evaluator)], at));
    return own.possible.length > 1 ? own : (provided(declared, at, evaluator) ?? own);
  }
  if (declared?.kind !== 'type') return undefined;
  for (const base of declared.type.bases) {
    const found = typedValue(base, declared.frame, at, evaluator, steps + 1);
    if (found !== undefined) return found;
  }
  const implementing = declared.type.isContract ? implementations(declared, evaluator) : [];
  return implementing.length === 0 ? undefined : instances(implementing, at);
}

/** What providers of the workspace provide for an abstract class: nobody can make an instance of that itself. */
function provided(declared: ClassValue, at: Place, evaluator: Evaluator): ValueSet | undefined {
  if (!declared.frame.module.class(declared.id).isAbstract) return undefined;
  for (const offers of evaluator.apis.offering) {
    if (!offers.offers.some(({ by }) => by === PROVIDER)) continue;
    const found = offeredUnder(only(declared, at), offers, at, evaluator);
    if (found?.possible.some(({ value }) => !isOfClass(value, declared)) === true) return found;
  }
  return undefined;
}

function isOfClass(value: Value, { id, frame }: ClassValue): boolean {
  return value.kind === 'instance' && value.classId === id && value.frame.module.file === frame.module.file;
}

/** The instances that a container of dependencies may give for a class, however it is told to make them. */
export function instancesOf(classes: ValueSet, at: Place, evaluator: Evaluator): ValueSet {
  const classesGiven = classes.possible.flatMap(({ value }) =>
    value.kind === 'class' ? [value, ...implementations(value, evaluator)] : [],
  );
  if (classesGiven.length > 0) return given(instances(classesGiven, at));
  const [one] = classes.possible;
  const type = one?.value.kind === 'api' ? evaluator.apis.typeNamed(one.value.module, one.value.path) : undefined;
  return type === undefined ? UNKNOWN : only({ kind: 'api', ...type, call: undefined, receiver: undefined }, at);
}

/** Instances of a class that has a name, and of those that extend it in the workspace. */
function given(set: ValueSet): ValueSet {
  const possible = set.possible.map((one) =>
    one.value.kind === 'instance' ? { ...one, value: { ...one.value, isGiven: true } as const } : one,
  );
  return { ...set, possible };
}

/** Others may extend the class, or implement the type, where this workspace does not see it. */
function instances(classes: readonly ClassValue[], at: Place): ValueSet {
  const made = classes.filter(({ id, frame }) => !frame.module.class(id).isAbstract);
  const known = made.length > 1 ? ({ isOneOfMany: true } as const) : {};
  const possible = classes.flatMap(
    ({ id, frame }) => only({ kind: 'instance', classId: id, frame, writes: [], ...known }, at).possible,
  );
  return incomplete({ possible, complete: false });
}

/** What a function gets as a parameter, by the type that its place gives it; aliases of the workspace are followed. */
export function parameterOfType(
  { type, isMember }: GivenType,
  index: number,
  frame: Frame,
  at: Place,
  evaluator: Evaluator,
  steps = 0,
): Pick<ApiValue, 'module' | 'path'> | undefined {
  const { module, name } = externalName(type, frame) ?? {};
  const typed = module !== undefined && name !== undefined;
  const known = typed ? evaluator.apis.typedParameter(module, name, isMember, index) : undefined;
  if (known !== undefined || steps > MAX_STEPS) return known;
  const declared = importedType(type, frame, at, evaluator);
  if (declared?.kind === 'api') return evaluator.apis.typedParameter(declared.module, declared.path, isMember, index);
  if (declared?.kind !== 'type') return undefined;
  for (const base of declared.type.bases) {
    const found = parameterOfType({ type: base, isMember }, index, declared.frame, at, evaluator, steps + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The module, empty for a global, and the name in it by which a type is reached. */
export function externalName(
  { root, path }: TypeName,
  frame: Frame,
): { readonly module: string; readonly name: string } | undefined {
  if (root.kind === 'global') return { module: '', name: [root.name, ...path].join('.') };
  if (root.kind === 'module') return { module: root.specifier, name: path.join('.') };
  const binding = root.kind === 'reference' ? frame.module.binding(root.binding) : undefined;
  if (binding?.kind !== 'import') return undefined;
  const isWhole = binding.imported === '*' || binding.imported === 'default';
  return { module: binding.specifier, name: (isWhole ? path : [binding.imported, ...path]).join('.') };
}

function describedType(type: TypeName, frame: Frame, at: Place, { apis }: Evaluator): ValueSet | undefined {
  const external = externalName(type, frame);
  const described = external && apis.typeNamed(external.module, external.name);
  return described && only({ kind: 'api', ...described, call: undefined, receiver: undefined }, at);
}

/** The class, interface or alias of the workspace that a type's name means. */
export function declaredType(
  type: TypeName,
  frame: Frame,
  at: Place,
  evaluator: Evaluator,
): ClassValue | TypeValue | undefined {
  const value = importedType(type, frame, at, evaluator);
  return value?.kind === 'api' ? undefined : value;
}

/** The same, or what a module of the workspace hands on of a package. */
function importedType(
  { root, path }: TypeName,
  frame: Frame,
  at: Place,
  evaluator: Evaluator,
): ClassValue | TypeValue | ApiValue | undefined {
  if (root.kind !== 'reference' || path.length > 0) return undefined;
  const binding = frame.module.binding(root.binding);
  if (binding.kind === 'class') return { kind: 'class', id: binding.id, frame };
  if (binding.kind === 'type') return { kind: 'type', type: binding, frame };
  if (binding.kind !== 'import') return undefined;
  const [one] = importedValue(binding.specifier, binding.imported, frame.module, at, evaluator).possible;
  const { value } = one ?? {};
  return value?.kind === 'class' || value?.kind === 'type' || value?.kind === 'api' ? value : undefined;
}

/** The classes that implement an interface, or extend an abstract class, in the workspace. */
function implementations(declared: ClassValue | TypeValue, evaluator: Evaluator): readonly ClassValue[] {
  const { module } = declared.frame;
  const shape = declared.kind === 'class' ? module.class(declared.id) : undefined;
  if (shape?.isAbstract === false) return [];
  const name = declared.kind === 'type' ? declared.type.name : shape?.name;
  if (name === undefined) return [];
  const find = (): readonly ClassValue[] => {
    const modules = new Map<string, Module>([[module.file, module]]);
    for (const summary of evaluator.world.implementers(name)) {
      if (!modules.has(summary.file)) modules.set(summary.file, moduleFor(summary));
    }
    return [...modules.values()].flatMap((one) =>
      one.classIds().flatMap((id): readonly ClassValue[] => {
        const frame: Frame = one === module ? declared.frame : { ...moduleFrame(one), depth: 1 };
        const implementing: ClassValue = { kind: 'class', id, frame };
        if (!isBasedOn(one.class(id), frame, name, module.file, evaluator)) return [];
        return [implementing, ...implementations(implementing, evaluator)];
      }),
    );
  };
  return evaluator.implementations(name, module.file, find) as readonly ClassValue[];
}

/** Whether a class implements or extends the type of that name in that file. */
function isBasedOn(shape: ClassShape, frame: Frame, name: string, file: string, evaluator: Evaluator): boolean {
  const at: Place = { file: frame.module.file, span: { start: 0, end: 0 } };
  const bases: (Value | undefined)[] = shape.implements.map((type) => declaredType(type, frame, at, evaluator));
  if (shape.extends !== undefined) bases.push(evaluator.evaluate(shape.extends, frame).possible[0]?.value);
  return bases.some((base) => {
    if (base?.kind === 'type') return base.type.name === name && base.frame.module.file === file;
    return base?.kind === 'class' && base.frame.module.file === file && base.frame.module.class(base.id).name === name;
  });
}
