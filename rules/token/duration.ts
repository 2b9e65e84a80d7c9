const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Unit {
  readonly seconds: number;
  /** The shortest duration that is told in this unit: 45 days are days, 90 days are months. */
  readonly from: number;
  readonly one: string;
  readonly many: string;
}

const SECOND: Unit = { seconds: 1, from: 0, one: 's', many: 's' };

const UNITS: readonly Unit[] = [
  { seconds: 365 * DAY, from: 365 * DAY, one: 'year', many: 'years' },
  { seconds: 30 * DAY, from: 60 * DAY, one: 'month', many: 'months' },
  { seconds: DAY, from: DAY, one: 'day', many: 'days' },
  { seconds: HOUR, from: HOUR, one: 'h', many: 'h' },
  { seconds: MINUTE, from: MINUTE, one: 'min', many: 'min' },
  SECOND,
];

/** Seconds in words, rounded down to one unit: `14 min`, `2 years`. */
export function toDuration(seconds: number): string {
  return toWords(seconds, unitFor(seconds));
}

/** Seconds in words, rounded down to two neighbouring units: `1 h 30 min`. */
export function toExactDuration(seconds: number): string {
  const unit = unitFor(seconds);
  const next = UNITS[UNITS.indexOf(unit) + 1];
  const rest = seconds % unit.seconds;
  if (next === undefined || rest < next.seconds) return toWords(seconds, unit);
  return `${toWords(seconds, unit)} ${toWords(rest, next)}`;
}

/** `in 14 min`, `2 years ago` or `now`; seconds from now, negative for the past. */
export function toRelative(seconds: number): string {
  if (Math.abs(seconds) < 1) return 'now';
  return seconds < 0 ? `${toDuration(-seconds)} ago` : `in ${toDuration(seconds)}`;
}

function unitFor(seconds: number): Unit {
  return UNITS.find((unit) => seconds >= unit.from) ?? SECOND;
}

function toWords(seconds: number, unit: Unit): string {
  if (seconds > 1e6 * 365 * DAY) return 'over a million years';
  const count = Math.floor(seconds / unit.seconds);
  return `${count.toLocaleString('en')} ${count === 1 ? unit.one : unit.many}`;
}
