import { toInstant } from '../resolve/evaluate/operators';
import type { InstantValue, Value } from '../resolve/evaluate/value';
import { joseSecondsOf, millisecondsOf } from '../text/duration';
import type { Lifetime } from './schema';
import type { Unit, WrittenTime } from './schema/settings';

const DAY = 86_400;
/** An instant before this one (2020) is past whenever the code runs, in milliseconds since the epoch. */
export const LONG_PAST = Date.UTC(2020, 0);

/** A value as a time; `undefined` when it is none. */
export function writtenTime(value: Value, unit: Unit): WrittenTime | undefined {
  if (value.kind === 'literal' && typeof value.value === 'string') return { unit, written: value.value };
  const instant = toInstant(value);
  return instant === undefined ? undefined : { unit, written: instant };
}

/** How long a time lets something live, given its unit; `undefined` when that cannot be told. */
export function lifetimeOf({ written, unit }: WrittenTime): Lifetime | undefined {
  if (typeof written === 'string') {
    if (unit.text === 'jose') return joseSecondsOf(written);
    const milliseconds = unit.text === 'ms' ? millisecondsOf(written) : undefined;
    return milliseconds === undefined ? undefined : milliseconds / 1000;
  }
  const { perMillisecond, offset } = written;
  if (perMillisecond === 0) return relativeSeconds(offset, unit);
  // A point in time, told from the clock: the offset is how long it lives.
  if (unit.number === 'epoch-seconds' && ticks(written, 'seconds')) return offset;
  if (!ticks(written, 'milliseconds')) return undefined;
  if (unit.number === 'epoch-milliseconds' || unit.number === 'days') return offset / 1000;
  if (unit.number !== 'epoch-seconds') return undefined;
  if (written.isDate === true) return unit.text === 'jose' ? offset / 1000 : undefined;
  // Read as seconds, the milliseconds since the epoch are tens of thousands of years from now.
  return LONG_PAST;
}

/** Whether a number is a point in time, told from the clock in that unit. */
export function ticks({ perMillisecond }: InstantValue, unit: 'seconds' | 'milliseconds'): boolean {
  return Math.abs(perMillisecond - (unit === 'seconds' ? 0.001 : 1)) < 1e-12;
}

function relativeSeconds(number: number, unit: Unit): Lifetime | undefined {
  switch (unit.number) {
    case 'seconds':
      return number;
    case 'milliseconds':
      return number / 1000;
    case 'minutes':
      return number * 60;
    case 'days':
      return number * DAY;
    case 'epoch-milliseconds':
    case 'epoch-seconds':
      // A fixed date in the past is a deletion; one in the future depends on when the code runs.
      return number < (unit.number === 'epoch-seconds' ? LONG_PAST / 1000 : LONG_PAST) ? 0 : undefined;
    case 'invalid':
      return undefined;
  }
}

/** The source code of a lifetime in a unit: what a person would write there. */
export function lifetimeCode(seconds: number, unit: Unit, quote: string): string {
  if (unit.text !== 'invalid') return `${quote}${shortText(seconds)}${quote}`;
  switch (unit.number) {
    case 'seconds':
    case 'invalid':
      return product(seconds);
    case 'milliseconds':
      return `${product(seconds)} * 1000`;
    case 'minutes':
      return product(seconds).replace(/ \* 60$/, '');
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
