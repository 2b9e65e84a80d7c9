import { toInstant } from '../resolve/operators';
import type { Value } from '../resolve/value';
import { joseSecondsOf, millisecondsOf } from '../text/duration';
import type { Lifetime, Unit } from './schema';

const DAY = 86_400;
/** An instant before this one (2020) is past whenever the code runs, in milliseconds since the epoch. */
export const LONG_PAST = Date.UTC(2020, 0);

/** How long a value means something to live, given its unit; `undefined` when that cannot be told. */
export function lifetimeOf(value: Value, unit: Unit): Lifetime | undefined {
  if (value.kind === 'literal' && typeof value.value === 'string') {
    if (unit.text === 'jose') return joseSecondsOf(value.value);
    const milliseconds = unit.text === 'ms' ? millisecondsOf(value.value) : undefined;
    return milliseconds === undefined ? undefined : milliseconds / 1000;
  }
  const time = toInstant(value);
  if (time === undefined) return undefined;
  const { perMillisecond, offset } = time;
  if (perMillisecond === 0) return relativeSeconds(offset, unit);
  // A point in time, told from the clock: the offset is how long it lives.
  if (unit.number === 'epoch-seconds' && isClose(perMillisecond, 0.001)) return offset;
  const isMilliseconds = unit.number === 'epoch-milliseconds' || unit.number === 'days';
  return isMilliseconds && isClose(perMillisecond, 1) ? offset / 1000 : undefined;
}

function relativeSeconds(number: number, unit: Unit): Lifetime | undefined {
  switch (unit.number) {
    case 'seconds':
      return number;
    case 'milliseconds':
      return number / 1000;
    case 'days':
      return number * DAY;
    case 'epoch-milliseconds':
    case 'epoch-seconds':
      // A fixed date in the past is a deletion; one in the future depends on when the code runs.
      return number < (unit.number === 'epoch-seconds' ? LONG_PAST / 1000 : LONG_PAST) ? 0 : undefined;
  }
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-12;
}

/** The source code of a lifetime in a unit: what a person would write there. */
export function lifetimeCode(seconds: number, unit: Unit, quote: string): string {
  if (unit.text !== 'invalid') return `${quote}${shortText(seconds)}${quote}`;
  switch (unit.number) {
    case 'seconds':
      return product(seconds);
    case 'milliseconds':
      return `${product(seconds)} * 1000`;
    case 'days':
      return `new Date(Date.now() + ${product(seconds)} * 1000)`;
    case 'epoch-seconds':
      return `Math.floor(Date.now() / 1000) + ${product(seconds)}`;
    case 'epoch-milliseconds':
      return `new Date(Date.now() + ${product(seconds)} * 1000)`;
  }
}

function shortText(seconds: number): string {
  if (seconds % DAY === 0) return `${seconds / DAY}d`;
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

function product(seconds: number): string {
  if (seconds % DAY === 0) return seconds === DAY ? '24 * 60 * 60' : `${seconds / DAY} * 24 * 60 * 60`;
  if (seconds % 3600 === 0) return seconds === 3600 ? '60 * 60' : `${seconds / 3600} * 60 * 60`;
  return seconds % 60 === 0 ? `${seconds / 60} * 60` : String(seconds);
}
