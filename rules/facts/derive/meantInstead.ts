import type { Unit } from '../schema/settings';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Browsers keep no cookie longer (RFC 6265bis 5.5), and nobody counts longer ones in hours. */
const LONGEST = 400 * DAY;

/**
 * The seconds that a lifetime was meant to be whose number was plainly written in the other unit: milliseconds where seconds
 * are due (`7 * 24 * 60 * 60 * 1000`), or the reverse. `undefined` where both readings make sense.
 */
export function meantInstead(seconds: number, { number }: Unit): number | undefined {
  if (number === 'seconds') return isOfMilliseconds(seconds) ? seconds / 1000 : undefined;
  const written = Math.round(seconds * 1000);
  return number === 'milliseconds' && isOfSeconds(written) ? written : undefined;
}

/** A whole number of minutes in milliseconds, which as seconds would be a length of time that nobody chooses. */
function isOfMilliseconds(number: number): boolean {
  const meant = number / 1000;
  if (number <= 30 * DAY || meant % MINUTE !== 0 || meant > LONGEST) return false;
  return number % DAY === 0 ? number % (1000 * DAY) === 0 : meant % HOUR === 0 || number % HOUR !== 0;
}

/** A whole number of hours in seconds, which as milliseconds would be none of minutes. */
function isOfSeconds(number: number): boolean {
  return number >= HOUR && number <= LONGEST && number % HOUR === 0 && number % (MINUTE * 1000) !== 0;
}
