import { LONG_PAST, ticks } from '../lifetime';
import type { Unit, WrittenTime } from '../schema/settings';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;

/** A lifetime that cannot mean what its unit makes of it. */
export interface UnitMistake {
  /**
   * `too-small`: seconds where milliseconds are due; `too-large`: milliseconds where seconds are due; `instant`: a point in
   * time in milliseconds where seconds are due; `past`: a time span where a point in time is due; `month`: `M` is a minute.
   */
  readonly kind: 'too-small' | 'too-large' | 'instant' | 'past' | 'month';
  /** What may have been meant, in seconds. */
  readonly meant: readonly number[];
  /** Nothing but the first of these can have been meant. */
  readonly isCertain: boolean;
}

/** The mistake that a time is; `undefined` when it can mean what it says. */
export function unitMistakeOf({ written, unit }: WrittenTime): UnitMistake | undefined {
  if (typeof written === 'string') return mistakenText(written.trim(), unit);
  const { perMillisecond, offset } = written;
  if (perMillisecond === 0) return mistakenNumber(offset, unit);
  if (unit.number === 'epoch-milliseconds')
    return ticks(written, 'milliseconds') && isSeconds(offset) ? meaning('too-small', offset) : undefined;
  if (unit.number !== 'epoch-seconds') return undefined;
  if (ticks(written, 'seconds')) return isMilliseconds(offset) ? divided('too-large', offset) : undefined;
  if (!ticks(written, 'milliseconds') || written.isDate === true) return undefined;
  if (isSeconds(offset)) return meaning('instant', offset);
  return offset > 0 && offset % (MINUTE * 1000) === 0
    ? divided('instant', offset)
    : { kind: 'instant', meant: [], isCertain: false };
}

function mistakenText(text: string, unit: Unit): UnitMistake | undefined {
  if (unit.text === 'invalid') return undefined;
  const months = /^(1|2|3|6|12) ?M$/.exec(text)?.[1];
  if (months !== undefined)
    return { kind: 'month', meant: [Number(months) * MINUTE, Number(months) * MONTH], isCertain: false };
  // A text that is all digits: `ms` takes it for milliseconds.
  const isBare = unit.text === 'ms' && /^\d{1,12}$/.test(text);
  return isBare && isSeconds(Number(text)) ? meaning('too-small', Number(text)) : undefined;
}

function mistakenNumber(number: number, unit: Unit): UnitMistake | undefined {
  switch (unit.number) {
    case 'milliseconds':
      return isSeconds(number) ? meaning('too-small', number) : undefined;
    case 'seconds':
      return isMilliseconds(number) ? divided('too-large', number) : undefined;
    case 'epoch-seconds':
      // Tokens that have ended on purpose name no time of day: `exp: 1`.
      if (number < MINUTE || number >= LONG_PAST / 1000 || !isRound(number)) return undefined;
      return isMilliseconds(number) ? divided('past', number) : meaning('past', number);
    case 'epoch-milliseconds':
      if (number < MINUTE || number >= LONG_PAST || !isRound(number)) return undefined;
      return isMilliseconds(number) ? divided('past', number) : meaning('past', number);
    default:
      return undefined;
  }
}

/** Whether a number of milliseconds is one of seconds: no time that anyone would write in milliseconds. */
function isSeconds(number: number): boolean {
  if (number <= 0 || number % 60_000 === 0) return false;
  if (number < 1000) return true;
  if (number % 1000 !== 0) return number % MINUTE === 0;
  return (number < 60_000 && number % HOUR === 0) || number % DAY === 0;
}

/** Numbers of minutes that people let a token live. */
const COMMON_MINUTES = new Set([1, 2, 5, 10, 15, 20, 30, 45]);

/** Whether a number of seconds is one of milliseconds: minutes, hours or days that people give a token, times 1000. */
function isMilliseconds(number: number): boolean {
  const seconds = number / 1000;
  if (seconds < MINUTE || !Number.isInteger(seconds)) return false;
  if (seconds < HOUR) return COMMON_MINUTES.has(seconds / MINUTE);
  return seconds % (seconds <= 3 * DAY ? HOUR : DAY) === 0;
}

/** A whole number of minutes below thirty years, which no point in time since JSON Web Tokens is. */
function isRound(number: number): boolean {
  return number % MINUTE === 0 && number < 1_000_000_000;
}

/** Milliseconds are told by their size alone. */
function divided(kind: UnitMistake['kind'], milliseconds: number): UnitMistake {
  return { kind, meant: [milliseconds / 1000], isCertain: true };
}

/** What is too small for milliseconds are seconds, unless it may be minutes, hours or days. */
function meaning(kind: UnitMistake['kind'], number: number): UnitMistake {
  const isHours = number % HOUR === 0 && number !== MONTH / MINUTE;
  if (isHours || number === 15 * MINUTE || number === 30 * MINUTE) return { kind, meant: [number], isCertain: true };
  const units = number < MINUTE ? [MINUTE, HOUR, DAY] : [1, MINUTE];
  return { kind, meant: units.map((unit) => number * unit), isCertain: false };
}
