import assert from 'node:assert/strict';
import { algorithmChecks } from '../rules';

const TESTED = [
  "if (header.alg !== 'RS256') throw new Error('algorithm');",
  'if (decoded?.header?.alg != ALGORITHM_RS256) return undefined;',
  'return decodedToken.header.alg === expected ? verify() : undefined;',
  "if ('RS256' !== protectedHeader.alg) throw new Error();",
  'if (!ACCEPTED.includes(header.alg)) throw new Error();',
  "if (!['RS256'].includes(decoded.header.alg)) throw new Error();",
  'if (EXPECTED !== this.decoded!.header.alg) throw new Error();',
  "const { alg } = decodeProtectedHeader(token);\nif (alg !== 'ES256') throw new Error();",
  'switch (jwtHeader.alg) {',
];

const NOT_TESTED = [
  "if (header.alg === 'none') throw new Error('unsigned');",
  "if ('none' === header.alg) throw new Error('unsigned');",
  'if (header.alg === undefined) throw new Error();',
  "const keys = jwks.keys.filter((jwk) => jwk.alg === 'RS256');",
  "const header = { alg: 'RS256' };",
  "header.alg = 'RS256';",
  'verify(token, key, { algorithms: [header.alg] });',
  "if (algorithm !== 'RS256') throw new Error();",
];

describe('a test of the algorithm that a token names', () => {
  for (const text of TESTED) it(`is ${text}`, () => assert.ok(algorithmChecks('/a.ts', text).has('by a')));
  for (const text of NOT_TESTED) it(`is not ${text}`, () => assert.equal(algorithmChecks('/a.ts', text).size, 0));

  it('is known by what the file imports from its workspace', () => {
    const text =
      "import { verify } from 'jsonwebtoken';\nimport { check } from './tokens/index';\nconst { run } = require('../lib/run.js');\n";
    const marks = algorithmChecks('/src/guard.ts', `${text}if (header.alg !== 'RS256') throw new Error();`);
    assert.deepEqual([...marks].sort(), ['by guard', 'of check', 'of run', 'of tokens']);
  });

  it('takes no time in a long text', () => {
    assert.equal(algorithmChecks('/a.ts', `const image = '${'token'.repeat(100_000)}';\nconst alg = 1;`).size, 0);
  });
});
