import assert from 'node:assert/strict';
import { exampleConfig } from '../host/exampleConfig';
import { createSandbox, type Sandbox } from './runs';

const SIGN_IN = `import { issueToken, setAuthCookie } from '@acme/auth';

export function signIn(res, user) {
  setAuthCookie(res, 'session', issueToken({ sub: user.id }), { maxAge: 900 });
}
`;

interface Found {
  readonly file: string;
  readonly ruleId: string;
  readonly range: { readonly start: { readonly line: number } };
}

describe('authlint check, with models of the user', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
  });
  afterEach(() => sandbox.remove());

  async function found(line = '.'): Promise<readonly string[]> {
    const { findings } = JSON.parse((await sandbox.authlint(`${line} --format json`)).stdout);
    const toLine = ({ file, range, ruleId }: Found): string => `${file}:${range.start.line} ${ruleId}`;
    return findings.map(toLine).sort();
  }

  it('finds what the example of their page has', async () => {
    sandbox.write('src/signIn.ts', SIGN_IN);
    assert.deepEqual(await found(), []);
    sandbox.write('authlint.config.json', JSON.stringify(exampleConfig()));
    const expected = ['src/signIn.ts:4 cookie-missing-httponly', 'src/signIn.ts:4 jwt-missing-expiry'];
    assert.deepEqual(await found(), expected);
    assert.deepEqual(await found('src/signIn.ts'), expected);
  });

  it('is silent where nothing is wrong, or known', async () => {
    sandbox.write('authlint.config.json', JSON.stringify(exampleConfig()));
    const mended = SIGN_IN.replace('user.id }', "user.id }, { expiresIn: '15m' }").replace(
      'maxAge',
      'httpOnly: true, maxAge',
    );
    sandbox.write('mended.ts', mended);
    sandbox.write(
      'unknown.ts',
      SIGN_IN.replace('user.id }', 'user.id }, limits').replace('{ maxAge: 900 }', 'options'),
    );
    sandbox.write('other.ts', SIGN_IN.replace('@acme/auth', '@other/auth'));
    sandbox.write('theme.ts', SIGN_IN.replace(/'session', .*\), \{/, "'theme', 'dark', {"));
    assert.deepEqual(await found(), []);
  });

  it('sees through the functions of other files', async () => {
    sandbox.write('authlint.config.json', JSON.stringify(exampleConfig()));
    sandbox.write(
      'cookies.ts',
      "import { setAuthCookie } from '@acme/auth';\nexport const keep = (res, value, options) => setAuthCookie(res, 'session', value, options);\n",
    );
    sandbox.write('signIn.ts', "import { keep } from './cookies';\nkeep(res, token, { httpOnly: false });\n");
    assert.deepEqual(await found(), ['signIn.ts:2 cookie-missing-httponly']);
  });

  it('knows each directory by its own config', async () => {
    sandbox.write('described/authlint.config.json', JSON.stringify(exampleConfig()));
    sandbox.write('described/a.ts', SIGN_IN);
    sandbox.write('b.ts', SIGN_IN);
    assert.deepEqual(await found(), [
      'described/a.ts:4 cookie-missing-httponly',
      'described/a.ts:4 jwt-missing-expiry',
    ]);
  });

  it('heeds the release that the project depends on', async () => {
    const { models } = exampleConfig();
    const [{ emissions, ...rest }] = models;
    const until = emissions.map((emission) => ({ ...emission, until: '4.0.0' }));
    sandbox.write('authlint.config.json', JSON.stringify({ models: [{ ...rest, emissions: until }] }));
    sandbox.write('signIn.ts', SIGN_IN);
    sandbox.write('package.json', JSON.stringify({ dependencies: { '@acme/auth': '^3.2.0' } }));
    assert.equal((await found()).length, 2);
    sandbox.write('package.json', JSON.stringify({ dependencies: { '@acme/auth': '^4.0.0' } }));
    assert.deepEqual(await found(), []);
  });

  it('says what is wrong with them', async () => {
    const [model] = exampleConfig().models;
    sandbox.write('signIn.ts', SIGN_IN);
    sandbox.write('authlint.config.json', JSON.stringify({ models: [{ ...model, display: 1 }] }));
    const { stderr, status } = await sandbox.authlint('.');
    assert.equal(status, 2);
    assert.match(stderr, /authlint\.config\.json:1:\d+.*"models\[0\]\.display" is 1\. Allowed: a string\./);
  });
});
