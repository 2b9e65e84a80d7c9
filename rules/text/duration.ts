const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const YEAR = 365.25 * DAY;

/** The package `ms`, as of 2.1.3 (index.js): any case, a bare number is milliseconds. */
const MS_TEXT =
  /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i;

/** Milliseconds of a text such as `7d` or `2 hours`; `undefined` when the package `ms` does not understand it. */
export function millisecondsOf(text: string): number | undefined {
  const match = text.length > 100 ? null : MS_TEXT.exec(text);
  if (match === null) return undefined;
  const [, amount = '', unit = 'ms'] = match;
  return Number.parseFloat(amount) * unitOf(unit.toLowerCase());
}

/** jose 6.2.17, lib/jwt_claims_set.js: the unit is mandatory, a sign and `ago`/`from now` are allowed. */
const JOSE_TEXT =
  /^(\+|-)? ?(\d+|\d+\.\d+) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)(?: (ago|from now))?$/i;

/** Seconds of a text that jose understands as a time span. */
export function joseSecondsOf(text: string): number | undefined {
  const match = text.length > 100 ? null : JOSE_TEXT.exec(text);
  if (match === null) return undefined;
  const [, sign, amount = '', unit = '', direction] = match;
  const seconds = Math.round((Number.parseFloat(amount) * unitOf(unit.toLowerCase())) / SECOND);
  return sign === '-' || direction?.toLowerCase() === 'ago' ? -seconds : seconds;
}

function unitOf(unit: string): number {
  if (unit.startsWith('ms') || unit.startsWith('milli')) return 1;
  switch (unit[0]) {
    case 's':
      return SECOND;
    case 'm':
      return MINUTE;
    case 'h':
      return HOUR;
    case 'd':
      return DAY;
    case 'w':
      return WEEK;
    default:
      return YEAR;
  }
}

/** A number of seconds as people say it: `30 days`, `1 hour`, `15 minutes`. */
export function spokenDuration(seconds: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['year', YEAR / SECOND],
    ['day', DAY / SECOND],
    ['hour', HOUR / SECOND],
    ['minute', MINUTE / SECOND],
  ];
  for (const [name, size] of units) {
    const exact = seconds / size;
    const amount = exact >= 10 ? Math.round(exact) : Math.round(exact * 10) / 10;
    if (amount >= 1) return `${amount} ${name}${amount === 1 ? '' : 's'}`;
  }
  return `${Math.round(seconds)} seconds`;
}
