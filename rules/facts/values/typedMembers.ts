import { declaredType } from '../../resolve/evaluate/annotations';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import type { Frame } from '../../resolve/evaluate/value';
import type { ShapeType } from '../../resolve/lower/shapes';
import type { CallTerm, Term } from '../../resolve/lower/term';
import type { Holder } from './holders';

/** What an annotation says, in the module that it stands in. */
export interface FramedShape {
  readonly shape: ShapeType;
  readonly frame: Frame;
}

/** Types are followed through this many others. */
const MAX_STEPS = 5;

/**
 * The members of a value that are texts by what annotations say: of the expression itself, of the names that held it, and of
 * the functions that gave it; or those of the value at a path in it.
 */
export function typedMembers(
  end: Term,
  frame: Frame,
  answers: readonly FramedShape[],
  holders: readonly Holder[],
  evaluator: Evaluator,
  within: readonly string[] = [],
): readonly string[] {
  const ask = (shape: FramedShape, path: readonly string[]): readonly string[] =>
    membersAt(shape, [...path, ...within], evaluator, MAX_STEPS);
  return [
    ...shapesOf(end, frame, []).flatMap(({ shape, path }) => ask(shape, path)),
    ...answers.flatMap((one) => ask(one, [])),
    ...holders.flatMap(({ module, binding, path }) => {
      const shape = shapeOfBinding(binding, moduleFrame(module));
      return shape === undefined ? [] : ask(shape.shape, [...shape.path, ...path]);
    }),
  ];
}

/** The members of a type that are texts. */
export function membersOf(shape: FramedShape, evaluator: Evaluator): readonly string[] {
  return membersAt(shape, [], evaluator, MAX_STEPS);
}

interface Found {
  readonly shape: FramedShape;
  /** The path from what has the shape to what is asked for. */
  readonly path: readonly string[];
}

function shapesOf(term: Term, frame: Frame, path: readonly string[]): readonly Found[] {
  if (term.kind === 'member' && typeof term.key === 'string') return shapesOf(term.object, frame, [term.key, ...path]);
  if (term.kind === 'this') return shapesOfField(term.classId, frame, path);
  if (term.kind === 'call') return shapesOfCall(term, frame, path);
  if (term.kind !== 'reference') return [];
  const found = shapeOfBinding(term.binding, frame);
  if (found !== undefined) return [{ ...found, path: [...found.path, ...path] }];
  const binding = frame.module.binding(term.binding);
  // `const res = await http.post<User>(…)`, of which `res.data` is read.
  const initial = binding.kind === 'variable' ? binding.initial : undefined;
  return initial?.kind === 'call' || initial?.kind === 'member' ? shapesOf(initial, frame, path) : [];
}

function shapesOfCall({ answer, callee }: CallTerm, frame: Frame, path: readonly string[]): readonly Found[] {
  if (answer !== undefined) return [{ shape: { shape: answer, frame }, path }];
  // `subject.getValue()` is `subject.value`.
  const isRead = callee.kind === 'member' && callee.key === 'getValue';
  return isRead ? shapesOf(callee.object, frame, ['value', ...path]) : [];
}

/** What is said of a field: by its annotation, or where it is made. */
function shapesOfField(
  classId: number | undefined,
  frame: Frame,
  [field, ...path]: readonly string[],
): readonly Found[] {
  if (classId === undefined || field === undefined) return [];
  const { shape, members } = frame.module.class(classId);
  const declared = shape !== undefined && Object.hasOwn(shape.inner, field) ? shape.inner[field] : undefined;
  if (declared !== undefined) return [{ shape: { shape: declared, frame }, path }];
  const made = Object.hasOwn(members, field) ? members[field] : undefined;
  return made?.kind === 'call' ? shapesOfCall(made, frame, path) : [];
}

function shapeOfBinding(id: number, frame: Frame): Found | undefined {
  const binding = frame.module.binding(id);
  if (binding.kind === 'variable') {
    return binding.shape && { shape: { shape: binding.shape, frame }, path: [] };
  }
  if (binding.kind !== 'parameter' || binding.rest) return undefined;
  const { shape } = frame.module.function(binding.function).parameters[binding.index] ?? {};
  return shape && { shape: { shape, frame }, path: binding.path };
}

function membersAt(
  { shape, frame }: FramedShape,
  path: readonly string[],
  evaluator: Evaluator,
  steps: number,
): readonly string[] {
  if (steps === 0) return [];
  const [key, ...rest] = path;
  const inner = key !== undefined && Object.hasOwn(shape.inner, key) ? shape.inner[key] : undefined;
  const own =
    key === undefined ? shape.members : inner ? membersAt({ shape: inner, frame }, rest, evaluator, steps - 1) : [];
  const at = { file: frame.module.file, span: { start: 0, end: 0 } };
  const named = shape.names.flatMap((name) => {
    const declared = declaredType(name, frame, at, evaluator);
    if (declared === undefined) return [];
    const { module } = declared.frame;
    const behind = declared.kind === 'class' ? module.class(declared.id).shape : declared.type.shape;
    return behind === undefined ? [] : membersAt({ shape: behind, frame: declared.frame }, path, evaluator, steps - 1);
  });
  return [...own, ...named];
}
