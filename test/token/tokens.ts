import assert from 'node:assert/strict';
import { type DecodedToken, decodeToken } from '../../rules/token';

/** 20 November 2026, noon UTC, in milliseconds and in seconds. */
export const NOW = Date.parse('2026-11-20T12:00:00Z');
export const SECONDS = NOW / 1000;

/** A signature of the right size that nobody made. */
export const SIGNATURES = { HS256: 'A'.repeat(43), RS256: 'A'.repeat(342), ES256: 'A'.repeat(86) };

/** base64url of a text, or of the JSON of anything else. */
export function encode(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** An HS256 token with these claims; other header parameters replace or join `alg`. */
export function tokenOf(claims: unknown, header: object = {}): string {
  return `${encode({ alg: 'HS256', ...header })}.${encode(claims)}.${SIGNATURES.HS256}`;
}

export function decoded(raw: string): DecodedToken {
  const token = decodeToken(raw);
  assert.ok(token, 'is a token');
  return token;
}
