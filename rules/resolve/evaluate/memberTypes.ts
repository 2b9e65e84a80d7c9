import type { Place } from '../../text/span';
import type { ShapeType } from '../lower/shapes';
import type { Term } from '../lower/term';
import type { ParameterBinding } from '../module/summary';
import { declaredType } from './annotations';
import type { Evaluator } from './evaluate';
import type { Frame, ValueSet } from './value';

/** Types are followed through this many others. */
const MAX_STEPS = 4;

/** What an annotation says of the members of a value, in the module that it stands in. */
interface FramedShape {
  readonly shape: ShapeType;
  readonly frame: Frame;
}

/** What a member is by the annotation of what holds it: `deps.store` of `deps: { store: Store }`. */
export function memberByType(term: Term, frame: Frame, at: Place, evaluator: Evaluator): ValueSet | undefined {
  const path: string[] = [];
  let root = term;
  for (; root.kind === 'member' && typeof root.key === 'string'; root = root.object) path.unshift(root.key);
  if (root.kind === 'this') return memberOfField(root.classId, path, frame, at, evaluator);
  const binding = root.kind === 'reference' ? frame.module.binding(root.binding) : undefined;
  if (binding?.kind === 'parameter') return partByType(binding, path, frame, at, evaluator);
  const shape = binding?.kind === 'variable' ? binding.shape : undefined;
  return shape && typeAt({ shape, frame }, path, at, evaluator, MAX_STEPS);
}

/** The same of a part of a parameter: of `store` in `({ store }: { store: Store })`. */
export function partByType(
  { function: id, index, path: taken, rest }: ParameterBinding,
  path: readonly string[],
  frame: Frame,
  at: Place,
  evaluator: Evaluator,
): ValueSet | undefined {
  const shape = rest ? undefined : frame.module.function(id).parameters[index]?.shape;
  return shape && typeAt({ shape, frame }, [...taken, ...path], at, evaluator, MAX_STEPS);
}

/** `this.deps.store`: the field says what it is, or the parameter of the constructor that it is made of. */
function memberOfField(
  classId: number | undefined,
  [field = '', ...path]: readonly string[],
  frame: Frame,
  at: Place,
  evaluator: Evaluator,
): ValueSet | undefined {
  if (classId === undefined || path.length === 0) return undefined;
  const { shape, members } = frame.module.class(classId);
  // `this.constructor` is no field.
  const declared = shape !== undefined && Object.hasOwn(shape.inner, field) ? shape.inner[field] : undefined;
  if (declared !== undefined) return typeAt({ shape: declared, frame }, path, at, evaluator, MAX_STEPS);
  const given = Object.hasOwn(members, field) ? members[field] : undefined;
  const binding = given?.kind === 'reference' ? frame.module.binding(given.binding) : undefined;
  return binding?.kind === 'parameter' ? partByType(binding, path, frame, at, evaluator) : undefined;
}

function typeAt(
  { shape, frame }: FramedShape,
  path: readonly string[],
  at: Place,
  evaluator: Evaluator,
  steps: number,
): ValueSet | undefined {
  if (steps === 0) return undefined;
  const [key, ...rest] = path;
  if (key === undefined) return firstKnown(shape.names, (name) => evaluator.annotatedValue(name, frame, at));
  const inner = Object.hasOwn(shape.inner, key) ? shape.inner[key] : undefined;
  if (inner !== undefined) return typeAt({ shape: inner, frame }, rest, at, evaluator, steps - 1);
  return firstKnown(shape.names, (name) => {
    const declared = declaredType(name, frame, at, evaluator);
    if (declared?.kind !== 'type' || declared.type.shape === undefined) return undefined;
    return typeAt({ shape: declared.type.shape, frame: declared.frame }, path, at, evaluator, steps - 1);
  });
}

function firstKnown<T>(list: readonly T[], ask: (one: T) => ValueSet | undefined): ValueSet | undefined {
  for (const one of list) {
    const found = ask(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
