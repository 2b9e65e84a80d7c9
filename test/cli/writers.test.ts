import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from './runs';

const LOGIN = [
  "import express from 'express';",
  "import { cookie } from './config';",
  'const app = express();',
  "app.post('/login', (req, res) => res.cookie('sid', req.sessionID, cookie));",
  '',
].join('\n');

describe('options that another file writes to', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
    sandbox.write('package.json', JSON.stringify({ dependencies: { express: '^5.0.0' } }));
    sandbox.write('login.ts', LOGIN);
    sandbox.write('config.ts', "export const cookie = { httpOnly: true, secure: false, sameSite: 'lax' as const };\n");
  });
  afterEach(() => sandbox.remove());

  const WRITERS: Readonly<Record<string, string>> = {
    'the file is looked at before': 'boot.ts',
    'the file is looked at after all others': 'start.ts',
  };
  for (const [when, file] of Object.entries(WRITERS)) {
    it(`are not what they were declared as, when ${when}`, async () => {
      sandbox.write(
        file,
        "import { cookie } from './config';\ncookie.secure = process.env.NODE_ENV === 'production';\n",
      );
      assert.doesNotMatch((await sandbox.authlint('.')).stdout, /cookie-missing-secure/);
    });
  }

  it('are, when the file means something else', async () => {
    sandbox.write('start.ts', "import { cookie } from './other';\ncookie.secure = true;\n");
    sandbox.write('other.ts', 'export const cookie = { secure: false };\n');
    assert.match((await sandbox.authlint('.')).stdout, /login\.ts:4:\d+ .*cookie-missing-secure/);
  });
});
