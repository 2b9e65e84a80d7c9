import type { CallTerm } from '../lower/term';
import { frameOfCall } from './frames';
import type { ClassValue, Frame, FramedCall, InstanceValue, Value } from './value';

/** A class whose member is asked for, on the way up to those that it extends. */
export interface Asked {
  readonly value: ClassValue;
  /** What it is a member of: an instance or, of a static one, the class below all others. */
  readonly self: InstanceValue | ClassValue;
  /** What runs the constructor of the class, as far as that is known. */
  readonly made: FramedCall | undefined;
}

/** The class that another extends, as code of the instance sees it; `undefined` where a value is none. */
export function baseAsked(asked: Asked, base: Value): Asked | undefined {
  const value = asClass(base);
  if (value === undefined) return undefined;
  const { id, frame } = asked.value;
  const { constructorId, superCall } = frame.module.class(id);
  const made = constructorId === undefined ? asked.made : superCall && { term: superCall, frame };
  const seen = known(asked, () => frameOfBase(value, made, asked.self));
  return { value: { ...value, frame: seen }, self: asked.self, made };
}

/** The class that a value is: functions may be used as one. */
export function asClass(value: Value): ClassValue | undefined {
  if (value.kind === 'class') return value;
  const classId = value.kind === 'function' ? value.frame.module.function(value.id).classId : undefined;
  return value.kind === 'function' && classId !== undefined
    ? { kind: 'class', id: classId, frame: value.frame }
    : undefined;
}

/** What `this` is in the code of a class: an instance of it, or of the one that extends it which is known to be meant. */
export function selfAt(classId: number, isStatic: boolean, frame: Frame): InstanceValue | ClassValue {
  const kind = isStatic ? 'class' : 'instance';
  const { self } = frame;
  if (self?.classId === classId && self.value.kind === kind) return self.value;
  return isStatic ? { kind: 'class', id: classId, frame } : { kind: 'instance', classId, frame, writes: [] };
}

/** What `super` is in the code of a class: the same instance, as the class above has it. */
export function seenBySuper(base: Value, classId: number | undefined, frame: Frame): InstanceValue | undefined {
  if (classId === undefined) return undefined;
  const value: ClassValue = { kind: 'class', id: classId, frame };
  const above = baseAsked({ value, self: selfAt(classId, false, frame), made: undefined }, base)?.value;
  return above && { kind: 'instance', classId: above.id, frame: above.frame, writes: [] };
}

/** An instance of a class that a call makes. */
export function madeInstance(value: ClassValue, term: CallTerm, frame: Frame): InstanceValue {
  const { id, frame: within } = value;
  const { constructorId, extends: base } = within.module.class(id);
  const own = constructedFrame(value, { term, frame });
  const made = constructorId === undefined && base !== undefined ? { made: { term, frame } } : {};
  return { kind: 'instance', classId: id, frame: own, writes: [], ...made };
}

/** Where the code of a class is read: it knows what its constructor was given. */
function constructedFrame({ id, frame }: ClassValue, made: FramedCall | undefined): Frame {
  const { constructorId } = frame.module.class(id);
  const within = frame.self === undefined ? frame : { ...frame, self: undefined };
  return constructorId === undefined || made === undefined
    ? within
    : frameOfCall({ kind: 'function', id: constructorId, frame: within }, made.term, made.frame);
}

/** The same of a class that another one extends: `this` is an instance of that one, or it itself. */
function frameOfBase(value: ClassValue, made: FramedCall | undefined, self: Asked['self']): Frame {
  if (self.kind === 'class') return { ...value.frame, self: { classId: value.id, value: self } };
  const frame = constructedFrame(value, made);
  return self.isOneOfMany === true ? frame : { ...frame, self: { classId: value.id, value: self } };
}

/** By the frames and the numbers of the classes below. */
type Frames = WeakMap<Frame, Map<number, Frame>>;
const frames: Readonly<Record<Asked['self']['kind'], Frames>> = { class: new WeakMap(), instance: new WeakMap() };

/** One frame for all members of an instance: what is found out in it is remembered. */
function known({ value: { id, frame }, self }: Asked, make: () => Frame): Frame {
  if (self.kind === 'instance' && (self.writes.length > 0 || self.made !== undefined || self.isOneOfMany))
    return make();
  const before = frames[self.kind].get(frame) ?? new Map<number, Frame>();
  frames[self.kind].set(frame, before);
  const found = before.get(id) ?? make();
  before.set(id, found);
  return found;
}
