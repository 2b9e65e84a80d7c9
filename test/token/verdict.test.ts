import assert from 'node:assert/strict';
import { toVerdict } from '../../rules/token';
import { decoded, encode, NOW, SECONDS, SIGNATURES, tokenOf } from './tokens';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

function verdictOf(claims: unknown, header: object = {}): string {
  return toVerdict(decoded(tokenOf(claims, header)), NOW);
}

describe('the verdict', () => {
  const cases: [claims: unknown, verdict: string][] = [
    [{}, 'JWT · HS256 · never expires'],
    [{ exp: SECONDS - 2 * YEAR - 5 * DAY }, 'JWT · HS256 · expired 2 years ago'],
    [{ exp: SECONDS - 90 * DAY }, 'JWT · HS256 · expired 3 months ago'],
    [{ exp: SECONDS - 45 * DAY }, 'JWT · HS256 · expired 45 days ago'],
    [{ exp: SECONDS - DAY }, 'JWT · HS256 · expired 1 day ago'],
    [{ exp: SECONDS - 1 }, 'JWT · HS256 · expired 1 s ago'],
    [{ exp: SECONDS }, 'JWT · HS256 · expired just now'],
    [{ exp: SECONDS + 1 }, 'JWT · HS256 · valid for 1 s'],
    [{ exp: SECONDS + 14.7 * MINUTE }, 'JWT · HS256 · valid for 14 min'],
    [{ iat: SECONDS - 46 * MINUTE, exp: SECONDS + 14 * MINUTE }, 'JWT · HS256 · valid for 14 min (lifetime 1 h)'],
    [{ nbf: SECONDS, exp: SECONDS + 90 * MINUTE }, 'JWT · HS256 · valid for 1 h (lifetime 1 h 30 min)'],
    [{ iat: SECONDS, exp: SECONDS + 10 * YEAR }, 'JWT · HS256 · valid for 10 years (lifetime 10 years)'],
    [{ nbf: SECONDS + 5 * MINUTE, exp: SECONDS + HOUR }, 'JWT · HS256 · becomes valid in 5 min'],
    [{ exp: NOW + HOUR }, 'JWT · HS256 · never expires: `exp` is in milliseconds'],
    [{ iat: NOW, exp: SECONDS + HOUR }, 'JWT · HS256 · valid for 1 h'],
    [{ exp: 1e300 }, 'JWT · HS256 · valid for over a million years'],
    [{ exp: -1e300 }, 'JWT · HS256 · expired over a million years ago'],
    [{ exp: String(SECONDS) }, 'JWT · HS256 · expiry is not a number'],
    [{ exp: null }, 'JWT · HS256 · expiry is not a number'],
  ];
  for (const [claims, verdict] of cases) {
    it(`${JSON.stringify(claims)} is ${verdict}`, () => assert.equal(verdictOf(claims), verdict));
  }

  it('says what the header tells when there are no claims', () => {
    const header = encode({ alg: 'HS256' });
    const verdicts = [
      `${encode({ alg: 'dir', enc: 'A256GCM' })}..a.b.c`,
      `${encode({ alg: 'none' })}.${encode({ exp: SECONDS + 60 })}.`,
      `${header}..${SIGNATURES.HS256}`,
      `${header}.${encode('hello')}.${SIGNATURES.HS256}`,
      `${header}.`,
      `${header}...`,
      `${header}.${encode({ exp: SECONDS - 60 })}.`,
      `${header}.${encode('{"sub":"1","exp":17')}`,
      `${encode({ alg: 'RS256', cty: 'JWT' })}.${encode(tokenOf({ exp: SECONDS - 60 }))}.${SIGNATURES.RS256}`,
      `${tokenOf({ exp: SECONDS + 60 })}~`,
    ].map((raw) => toVerdict(decoded(raw), NOW));
    assert.deepEqual(verdicts, [
      'JWE · dir · encrypted, header only',
      'JWT · none · unsigned',
      'JWT · HS256 · payload detached, header only',
      'JWT · HS256 · payload unreadable',
      'JWT · HS256 · cut off, header only',
      'JWT · HS256 · cut off, header only',
      'JWT · HS256 · expired 1 min ago, signature missing',
      'JWT · HS256 · expiry unknown, cut off',
      'JWT · RS256 · wraps JWT · HS256 · expired 1 min ago',
      'SD-JWT · HS256 · valid for 1 min',
    ]);
  });

  it('names an algorithm only when it looks like one', () => {
    assert.equal(verdictOf({}, { alg: 'ECDH-ES+A256KW' }), 'JWT · ECDH-ES+A256KW · never expires');
    for (const alg of ['', '**', '[x](command:y)', 'a\nb', '\u{202e}HS256', 'x'.repeat(33)]) {
      assert.equal(verdictOf({}, { alg }), 'JWT · unknown algorithm · never expires');
    }
  });
});
