import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from './runs';

describe('a secret that another file writes down', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
    sandbox.write('package.json', JSON.stringify({ dependencies: { jsonwebtoken: '^9.0.0' } }));
    sandbox.write('lib/constants.ts', "export const SECRET = process.env.SECRET ?? 'development-key';\n");
    for (const file of ['auth.ts', 'verify.ts'])
      sandbox.write(
        file,
        [
          "import jwt from 'jsonwebtoken';",
          "import { SECRET } from './lib/constants';",
          "export const check = (token: string) => jwt.verify(token, SECRET, { algorithms: ['HS256'] });",
          '',
        ].join('\n'),
      );
  });
  afterEach(() => sandbox.remove());

  it('is one finding where it stands in for the environment, with each use of it', async () => {
    const { stdout } = await sandbox.authlint('.');
    assert.deepEqual(stdout.match(/\S+ +jwt-hardcoded-secret/g), ['lib/constants.ts:1:45  jwt-hardcoded-secret']);
    assert.match(stdout, /auth\.ts:3:41 {2}`jwt\.verify\(\)` uses it/);
    assert.match(stdout, /verify\.ts:3:41 {2}`jwt\.verify\(\)` uses it/);
  });

  it('is one finding where it is all that there is', async () => {
    sandbox.write('lib/constants.ts', "export const SECRET = 'key-of-the-application';\n");
    const { stdout } = await sandbox.authlint('.');
    assert.deepEqual(stdout.match(/\S+ +jwt-hardcoded-secret/g), ['lib/constants.ts:1:23  jwt-hardcoded-secret']);
    assert.match(stdout, /auth\.ts:3:41 {2}`jwt\.verify\(\)` uses it/);
    assert.match(stdout, /verify\.ts:3:41 {2}`jwt\.verify\(\)` uses it/);
  });

  it('is reported where it is handed over, when the file that writes it is not checked', async () => {
    const { stdout } = await sandbox.authlint('auth.ts');
    assert.deepEqual(stdout.match(/\S+ +jwt-hardcoded-secret/g), ['auth.ts:3:59  jwt-hardcoded-secret']);
  });
});
