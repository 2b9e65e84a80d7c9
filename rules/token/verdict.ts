import type { DecodedToken } from './decode';
import { toDuration, toExactDuration } from './duration';
import type { JsonObject } from './json';
import { isUnsecured } from './lex';
import { findLifetime, findTime, isMilliseconds } from './times';

/**
 * The line to read first, such as `JWT · RS256 · expired 2 years ago`; `now` is in milliseconds. It holds no text of
 * the token but the name of an algorithm made of letters, digits, `+` and `-`.
 */
export function toVerdict(token: DecodedToken, now: number): string {
  const kind = token.isEncrypted ? 'JWE' : token.disclosures === undefined ? 'JWT' : 'SD-JWT';
  return `${kind} · ${toAlgorithm(token.header.alg)} · ${toState(token, now)}`;
}

function toAlgorithm(alg: string): string {
  return isAlgorithmName(alg) ? alg : 'unknown algorithm';
}

/** Whether the name of an algorithm is safe to print. */
export function isAlgorithmName(alg: string): boolean {
  return /^[A-Za-z0-9+-]{1,32}$/.test(alg);
}

/** What the verdict says last: `expired 2 years ago`. */
export function toState(token: DecodedToken, now: number): string {
  if (isUnsecured(token)) return 'unsigned';
  if (token.isEncrypted) return 'encrypted, header only';
  if (token.nested !== undefined) return `wraps ${toVerdict(token.nested, now)}`;
  if (token.shape === 'detached') return 'payload detached, header only';
  if (token.claims === undefined) return token.shape === 'truncated' ? 'cut off, header only' : 'payload unreadable';
  const [, , signature] = token.parts;
  const state = toValidity(token.claims, token.isWhole, now / 1000);
  if (signature) return state;
  return token.isWhole ? `${state}, signature missing` : `${state}, cut off`;
}

function toValidity(claims: JsonObject, isWhole: boolean, now: number): string {
  const expires = findTime(claims, 'exp');
  if (expires === undefined) {
    if (Object.hasOwn(claims, 'exp')) return 'expiry is not a number';
    return isWhole ? 'never expires' : 'expiry unknown';
  }
  if (isMilliseconds(expires)) return 'never expires: `exp` is in milliseconds';
  if (expires <= now) return now - expires < 1 ? 'expired just now' : `expired ${toDuration(now - expires)} ago`;
  const starts = findTime(claims, 'nbf');
  if (starts !== undefined && starts > now) return `becomes valid in ${toDuration(Math.ceil(starts - now))}`;
  const lifetime = findLifetime(claims);
  const remaining = `valid for ${toDuration(expires - now)}`;
  return lifetime === undefined ? remaining : `${remaining} (lifetime ${toExactDuration(lifetime)})`;
}
