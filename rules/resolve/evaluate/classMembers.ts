import type { Place } from '../../text/span';
import type { Term } from '../lower/term';
import type { ClassShape, TypeName, Write } from '../module/summary';
import { type Evaluator, placeOf } from './evaluate';
import { type Asked, baseAsked } from './inheritance';
import { withInnerWrites, writtenProperty } from './mutations';
import { valueAsked } from './offers';
import { memberOfApi } from './properties';
import { type ApiValue, type ClassValue, type Frame, type InstanceValue, only, UNKNOWN, type ValueSet } from './value';

/** Classes are followed through this many that they extend. */
const MAX_ANCESTORS = 9;

/** A member of an instance, with what is written to it from outside of the class. */
export function memberOfInstance(instance: InstanceValue, key: string, at: Place, evaluator: Evaluator): ValueSet {
  const { classId, frame, writes, made } = instance;
  // `super` is the instance of the class below.
  const self = frame.self?.classId === classId ? frame.self.value : instance;
  const asked: Asked = { value: { kind: 'class', id: classId, frame }, self, made };
  const own = memberAsked(asked, 'members', key, evaluator) ?? UNKNOWN;
  const lookup = (set: ValueSet, name: string): ValueSet => evaluator.lookup(set, name, at);
  return writes.length === 0 ? own : writtenProperty(own, key, writes, lookup, evaluator);
}

/** A static member of a class or of the classes that it extends. */
export function memberOfClass(value: ClassValue, key: string, evaluator: Evaluator): ValueSet | undefined {
  return memberAsked({ value, self: value, made: undefined }, 'statics', key, evaluator);
}

/** A member of a class or of the classes that it extends. */
function memberAsked(
  asked: Asked,
  side: 'members' | 'statics',
  key: string,
  evaluator: Evaluator,
  ancestors = 0,
): ValueSet | undefined {
  const { id, frame } = asked.value;
  const shape = frame.module.class(id);
  const own = Object.hasOwn(shape[side], key) ? shape[side][key] : undefined;
  const injected = Object.hasOwn(shape.asked, key) ? shape.asked[key] : undefined;
  const offered = injected && valueAsked(injected, frame, evaluator);
  if (offered !== undefined) return offered;
  const type = Object.hasOwn(shape.declared, key) ? shape.declared[key] : undefined;
  const parts = side === 'members' && Object.hasOwn(shape.parts, key) ? shape.parts[key] : undefined;
  const written = (set: ValueSet | undefined): ValueSet | undefined =>
    set && parts ? withPartsWritten(set, parts, shape, frame) : set;
  if (own !== undefined && type === undefined) return written(evaluator.evaluate(own, frame));
  if (own !== undefined || type !== undefined) return written(fieldValue(own, type, frame, evaluator));
  if (shape.extends === undefined || ancestors === MAX_ANCESTORS) return undefined;
  const [base] = evaluator.evaluate(shape.extends, frame).possible;
  if (base?.value.kind === 'api') return inheritedMember(base.value, side, key, base.place, evaluator);
  const above = base && baseAsked(asked, base.value);
  return above && written(memberAsked(above, side, key, evaluator, ancestors + 1));
}

/** What the constructor writes below a field on all its ways is there before any method runs. */
function withPartsWritten(
  set: ValueSet,
  parts: readonly Write[],
  { constructorId }: ClassShape,
  frame: Frame,
): ValueSet {
  const isAtOnce = (write: Write): boolean => write.function === constructorId && write.unconditional;
  return withInnerWrites(
    set,
    parts.map((write) => ({ write, frame, definite: isAtOnce(write) })),
  );
}

/** What a class gives a field, else what its annotation says. */
function fieldValue(
  own: Term | undefined,
  type: TypeName | undefined,
  frame: Frame,
  evaluator: Evaluator,
): ValueSet | undefined {
  const value = own === undefined ? undefined : evaluator.evaluate(own, frame);
  if (value !== undefined && value.possible.length > 0) return value;
  const span = type?.root.span ?? { start: 0, end: 0 };
  return evaluator.annotatedValue(type, frame, placeOf(span, frame)) ?? value;
}

/** A member that a class has from one of a described package. */
function inheritedMember(
  base: ApiValue,
  side: 'members' | 'statics',
  key: string,
  at: Place,
  evaluator: Evaluator,
): ValueSet | undefined {
  const { apis } = evaluator;
  if (!apis.isDescribed(base.module)) return undefined;
  if (side === 'statics') return only(memberOfApi(base, key, evaluator), at);
  const instance = apis.canonical(base.module, `${base.path}()`);
  if (!instance.path.startsWith('#')) return undefined;
  return only(memberOfApi({ ...base, ...instance }, key, evaluator), at);
}
