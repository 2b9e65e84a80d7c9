import { toRelative } from './duration';
import type { JsonObject } from './json';

/** Where times are shown. */
export interface TimeOptions {
  /** IANA name; without one, times are in UTC only. */
  readonly timeZone?: string;
  /** BCP 47 tag for local times, `en-GB` without one. */
  readonly locale?: string;
}

/** Registered claims that hold a NumericDate (RFC 7519 §2): seconds since 1970. */
export const TIME_CLAIMS: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at', 'toe']);

// In seconds this is the year 5138, in milliseconds 1973.
const FIRST_MILLISECONDS = 1e11;
const LAST_MILLISECONDS = 8.64e15;

/** A time claim in seconds; `undefined` when it is absent or no number. */
export function findTime(claims: JsonObject, name: string): number | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Whether a time claim counts milliseconds where seconds are due. */
export function isMilliseconds(time: number): boolean {
  return time >= FIRST_MILLISECONDS && time <= LAST_MILLISECONDS;
}

/** How long the token lives, in seconds; `undefined` when its claims do not say. */
export function findLifetime(claims: JsonObject): number | undefined {
  const expires = findTime(claims, 'exp');
  const starts = findTime(claims, 'iat') ?? findTime(claims, 'nbf');
  if (expires === undefined || starts === undefined || expires <= starts) return undefined;
  return isMilliseconds(expires) ? undefined : expires - starts;
}

/** A time claim for people: local, UTC, relative. `now` is in milliseconds. */
export function describeTime(time: number, now: number, options: TimeOptions): string {
  const milliseconds = isMilliseconds(time) ? time : time * 1000;
  if (Math.abs(milliseconds) > LAST_MILLISECONDS) return 'outside the calendar';
  const utc = `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const local = toLocal(milliseconds, options);
  const moments = [local, utc, toRelative(Math.trunc((milliseconds - now) / 1000))];
  const suffix = isMilliseconds(time) ? ' (if milliseconds are meant)' : '';
  return moments.filter((moment) => moment !== undefined).join(' · ') + suffix;
}

function toLocal(milliseconds: number, { timeZone = 'UTC', locale = 'en-GB' }: TimeOptions): string | undefined {
  if (timeZone === 'UTC') return undefined;
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long', timeZone }).format(milliseconds);
  } catch {
    // An unknown zone or locale costs the local time only.
    return undefined;
  }
}
