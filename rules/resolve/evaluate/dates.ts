import type { Term } from '../lower/term';
import type { BuiltinCall } from './builtins';
import { numberOf, onlyLiteral, onlyPossible, onlyValue, onlyWritten } from './onlyValue';
import { toInstant } from './operators';
import { type InstantValue, only, UNKNOWN, type ValueSet } from './value';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** What a setter of `Date` adds for each step beyond what its getter says; a month and a year are about as long. */
const STEPS: Readonly<Record<string, number>> = {
  Milliseconds: 1,
  Seconds: SECOND,
  Minutes: 60 * SECOND,
  Hours: HOUR,
  Date: DAY,
  Month: 30 * DAY,
  FullYear: 365 * DAY,
};

/** Units as libraries of dates write them, short and long. */
const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  millisecond: 1,
  s: SECOND,
  second: SECOND,
  m: 60 * SECOND,
  minute: 60 * SECOND,
  h: HOUR,
  hour: HOUR,
  d: DAY,
  day: DAY,
  w: 7 * DAY,
  week: 7 * DAY,
  M: 30 * DAY,
  month: 30 * DAY,
  Q: 91 * DAY,
  quarter: 91 * DAY,
  y: 365 * DAY,
  year: 365 * DAY,
};

const SETTER = /^set(?:UTC)?(Milliseconds|Seconds|Minutes|Hours|Date|Month|FullYear)$/;
const LATER = new Set(['add', 'plus']);
const EARLIER = new Set(['subtract', 'minus']);
const SAME = new Set(['toDate', 'toJSDate', 'clone', 'utc', 'toUTC', 'local', 'toLocal']);
const SECONDS = new Set(['unix', 'toUnixInteger', 'toSeconds']);

/** Methods of dates, and of what libraries make of them. */
export const DATE_METHODS: ReadonlySet<string> = new Set([
  'setTime',
  'toMillis',
  ...LATER,
  ...EARLIER,
  ...SAME,
  ...SECONDS,
  ...Object.keys(STEPS).flatMap((part) => [`set${part}`, `setUTC${part}`]),
]);

/** What a method of a date yields that is told from the clock; `undefined` for other receivers. */
export function dateResult(key: string, receivers: ValueSet, call: BuiltinCall): ValueSet | undefined {
  const one = onlyPossible(receivers);
  if (one?.value.kind !== 'instant' || one.value.isDate !== true) return undefined;
  const date = one.value;
  const result = SAME.has(key) ? date : resultOf(key, date, call);
  // An edit replaces the whole call.
  const place = { file: call.frame.module.file, span: call.term.span };
  return result === undefined ? UNKNOWN : { possible: [{ ...one, value: result, place }], complete: true };
}

function resultOf(key: string, date: InstantValue, call: BuiltinCall): InstantValue | undefined {
  const { perMillisecond, offset } = date;
  const setter = SETTER.exec(key)?.[1];
  if (setter !== undefined) {
    const steps = stepsFrom(setter, date, call);
    const step = STEPS[setter];
    // Setters cut fractions off.
    return steps === undefined || step === undefined || !Number.isInteger(steps)
      ? undefined
      : { kind: 'instant', perMillisecond, offset: offset + steps * step };
  }
  if (key === 'toMillis') return { kind: 'instant', perMillisecond, offset };
  if (SECONDS.has(key)) return { kind: 'instant', perMillisecond: perMillisecond / 1000, offset: offset / 1000 };
  if (key === 'setTime') {
    const [time] = call.term.arguments;
    const set = time === undefined ? undefined : onlyValue(call.evaluator.evaluate(time.value, call.frame));
    return set?.kind === 'instant'
      ? { kind: 'instant', perMillisecond: set.perMillisecond, offset: set.offset }
      : undefined;
  }
  const amount = spanGiven(call);
  return amount === undefined ? undefined : { ...date, offset: offset + (LATER.has(key) ? amount : -amount) };
}

/** `7` of `date.setDate(date.getDate() + 7)`. */
function stepsFrom(part: string, date: InstantValue, call: BuiltinCall): number | undefined {
  const [argument, ...others] = call.term.arguments;
  if (argument === undefined || argument.spread || others.length > 0) return undefined;
  const { value } = argument;
  const isGetter = (term: Term): boolean => isGetterOf(term, part, date, call);
  if (isGetter(value)) return 0;
  if (value.kind === 'binary' && value.operator === '-' && isGetter(value.left)) {
    const less = numberOf(value.right, call.frame, call.evaluator);
    return less === undefined ? undefined : -less;
  }
  if (value.kind !== 'sum') return undefined;
  const added = value.operands.filter((one) => !isGetter(one)).map((one) => numberOf(one, call.frame, call.evaluator));
  if (added.length !== value.operands.length - 1) return undefined;
  return added.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
}

/** Whether a term reads the same part of the same point in time: of the date itself, or of another `new Date()`. */
function isGetterOf(term: Term, part: string, date: InstantValue, { frame, evaluator }: BuiltinCall): boolean {
  if (term.kind !== 'call' || term.callee.kind !== 'member') return false;
  if (term.callee.key !== `get${part}` && term.callee.key !== `getUTC${part}`) return false;
  const read = onlyValue(evaluator.evaluate(term.callee.object, frame));
  return read?.kind === 'instant' && read.offset === date.offset && read.perMillisecond === date.perMillisecond;
}

/** `(7, 'days')`, `('days', 7)`, `({ days: 7 })`, in milliseconds. */
function spanGiven(call: BuiltinCall): number | undefined {
  const [first, second] = call.term.arguments;
  if (first === undefined || first.spread || second?.spread) return undefined;
  if (second === undefined) return spanOfObject(call.evaluator.evaluate(first.value, call.frame), call);
  const [one, other] = [first, second].map(({ value }) => onlyLiteral(call.evaluator.evaluate(value, call.frame)));
  if (one === undefined || other === undefined) return undefined;
  const [amount, unit] = typeof other === 'string' ? [one, other] : [other, one];
  const milliseconds = typeof unit === 'string' ? unitNamed(unit) : undefined;
  return milliseconds === undefined || amount === null ? undefined : spanOf(Number(amount), milliseconds);
}

/** So many steps; of a part of a day, libraries make a whole one, none or the part. */
function spanOf(steps: number, milliseconds: number): number | undefined {
  return milliseconds >= DAY && !Number.isInteger(steps) ? undefined : steps * milliseconds;
}

/** `{ days: 7, hours: 12 }`, in milliseconds. */
function spanOfObject(
  set: ValueSet,
  { evaluator }: Pick<BuiltinCall, 'evaluator'>,
  unitOf = unitNamed,
): number | undefined {
  const object = onlyWritten(set);
  if (object === undefined) return undefined;
  let sum = 0;
  for (const member of object.term.members) {
    if (member.kind === 'spread' || typeof member.key !== 'string') return undefined;
    const milliseconds = unitOf(member.key);
    const amount = numberOf(member.value, object.frame, evaluator);
    if (milliseconds === undefined || amount === undefined) return undefined;
    const span = spanOf(amount, milliseconds);
    if (span === undefined) return undefined;
    sum += span;
  }
  return sum;
}

function unitNamed(name: string): number | undefined {
  const unit = name.length > 2 ? name.toLowerCase().replace(/s$/, '') : name;
  return Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
}

/** The units of an object that a function takes: those of others it leaves out. */
function unitOfPlural(name: string): number | undefined {
  return /^[a-z]{3,}s$/.test(name) ? unitNamed(name) : undefined;
}

/** How a function of a library makes a date: of an argument, or of the clock, and so much later. */
export interface DateMaking {
  /** The argument that is a date; the clock where it is not given. */
  readonly date: number;
  /** The argument that says how many steps later: of this many milliseconds, or an object of units. */
  readonly later?: number;
  readonly milliseconds?: number;
  /** It gives a number of seconds. */
  readonly isSeconds?: true;
}

/** The date that such a function gives. */
export function madeDate(making: DateMaking, call: BuiltinCall): ValueSet {
  const { term, frame, evaluator } = call;
  const place = { file: frame.module.file, span: term.span };
  const given = term.arguments[making.date];
  if (given?.spread) return UNKNOWN;
  const start = given === undefined ? CLOCK : onlyValue(evaluator.evaluate(given.value, frame));
  const date = start === undefined ? undefined : toInstant(start);
  if (date === undefined) return UNKNOWN;
  const amount = amountOf(making, call);
  if (amount === undefined) return UNKNOWN;
  const offset = date.offset + amount;
  if (making.isSeconds === true) {
    return only({ kind: 'instant', perMillisecond: date.perMillisecond / 1000, offset: offset / 1000 }, place);
  }
  return only({ kind: 'instant', perMillisecond: date.perMillisecond, offset, isDate: true }, place);
}

const CLOCK: InstantValue = { kind: 'instant', perMillisecond: 1, offset: 0 };

function amountOf({ later, milliseconds }: DateMaking, call: BuiltinCall): number | undefined {
  if (later === undefined) return 0;
  const given = call.term.arguments[later];
  if (given === undefined || given.spread) return undefined;
  if (milliseconds === undefined) {
    return spanOfObject(call.evaluator.evaluate(given.value, call.frame), call, unitOfPlural);
  }
  const steps = numberOf(given.value, call.frame, call.evaluator);
  return steps === undefined ? undefined : spanOf(steps, milliseconds);
}
