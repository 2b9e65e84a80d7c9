import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../rules';
import { PRECEDENCE } from '../../rules/catalog/precedence';

/**
 * Rules that may share a place because each misses something else there: the call, or its options, is where all of it would
 * be written.
 */
const EACH_ITS_OWN: readonly (readonly string[])[] = [
  [
    'cookie-missing-httponly',
    'cookie-missing-secure',
    'cookie-missing-samesite',
    'cookie-broad-scope',
    'cookie-long-lived',
    'session-long-lived',
    'session-memory-store',
  ],
  ['jwt-missing-algorithms', 'jwt-missing-issuer-audience', 'token-in-url'],
  // The options are another file's: both stand on what brings them.
  ['jwt-ignored-expiration', 'jwt-missing-issuer-audience'],
  // Written in source and kept where scripts read it: whoever mends the one still has the other.
  ['hardcoded-token', 'token-in-web-storage'],
];

/** One cause is one finding: whoever reports what another finding is about has a reason to. */
export function checkCauses(findings: readonly Finding[], code: string): void {
  for (const [index, one] of findings.entries()) {
    for (const other of findings.slice(index + 1)) {
      const place = code.slice(one.span.start, one.span.end);
      assert.ok(!isOneCause(one, other), `${one.rule} and ${other.rule} both report ${place}: which of them owns it?`);
    }
  }
}

function isOneCause(one: Finding, other: Finding): boolean {
  const distance = Math.max(Math.abs(one.span.start - other.span.start), Math.abs(one.span.end - other.span.end));
  // What one place brings from two others are two causes.
  if (one.rule === other.rule) return distance === 0 && isDeepStrictEqual(one.related, other.related);
  if (isSilencedBy(one, other) || isSilencedBy(other, one)) return true;
  // Give or take its quotes.
  const isNear = distance <= 1;
  return isNear && !EACH_ITS_OWN.some((group) => group.includes(one.rule) && group.includes(other.rule));
}

/** Whether a finding speaks of what another one, which takes the floor from it, stands in or around. */
function isSilencedBy({ rule, span }: Finding, speaker: Finding): boolean {
  const isOver = PRECEDENCE.some((one) => one.rule === speaker.rule && one.over.includes(rule));
  const touches = span.start < speaker.span.end && speaker.span.start < span.end;
  return isOver && touches && speaker.severity !== 'information';
}
