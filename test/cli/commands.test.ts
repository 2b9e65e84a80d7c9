import assert from 'node:assert/strict';
import { rules } from '../../rules';
import { VERSION } from '../../server/cli/version';
import { createSandbox, type Sandbox } from './runs';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const TOKEN = `${encode({ alg: 'HS256' })}.${encode({ sub: 'ada', exp: 1_000_000_000 })}.c2lnbmF0dXJl`;

describe('authlint', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
  });
  afterEach(() => sandbox.remove());

  it('facts prints what the engine sees, and no secret', async () => {
    sandbox.write(
      'a.ts',
      "import jwt from 'jsonwebtoken';\nexport const token = jwt.sign({ sub: 1 }, 'correct horse');\n",
    );
    const { status, stdout } = await sandbox.authlint('facts a.ts');
    assert.equal(status, 0);
    assert.match(stdout, /^2: TokenSign jwt\.sign\(\) .*key=<literal, 13 bytes>/);
    assert.ok(!stdout.includes('correct horse'));
  });

  it('facts says why a line is reported, or is not, and where the trail ends', async () => {
    sandbox.write(
      'store.ts',
      'export function keep(name: string, value: string) {\n  localStorage.setItem(name, value);\n}\n',
    );
    sandbox.write(
      'use.ts',
      "import { keep } from './store';\nkeep('theme', 'dark');\nkeep('jwt', token);\nother.run();\n",
    );
    sandbox.write('names.ts', "export const name = 'jwt';\n");
    sandbox.write('named.ts', "import { name } from './names';\nlocalStorage.setItem(name, token);\n");
    const why = async (file: string, line: number): Promise<string> =>
      (await sandbox.authlint(`facts ${file} --why ${line}`)).stdout;
    assert.equal(
      (await sandbox.authlint('facts store.ts')).stdout.split('\n')[3],
      'keep: 2: ClientStore localStorage.setItem() area=localStorage key=? value=unknown:value through 1 call',
    );
    assert.match(
      await why('store.ts', 2),
      /token-in-web-storage: not reported\. `key`, `value` are not known for certain/,
    );
    assert.match(await why('store.ts', 2), /ends at the parameter `name`: .* \(store\.ts:2:24\)/);
    assert.match(await why('use.ts', 2), /token-in-web-storage: not reported\. What is looked at is known/);
    assert.match(await why('use.ts', 3), /token-in-web-storage: reported\./);
    assert.match(await why('use.ts', 4), /Calls without a fact:\n {2}other\.run: `other\.run`, which does nothing/);
    assert.match(await why('use.ts', 1), /There is no call/);
    assert.match(await why('named.ts', 2), /^ {2}key +jwt \(from names\.ts\)$/m);
    assert.match((await sandbox.authlint('facts use.ts --why 9')).stderr, /has 5 lines, and no line 9/);
  });

  it('facts looks at a whole project from wherever it is asked, and not at whatever lies around a file of none', async () => {
    const keep = 'export function keep(name: string, value: string) {\n  localStorage.setItem(name, value);\n}\n';
    const jar = "import { Jar } from './jar';\nexport const save = (jar: Jar) => jar.keep('jwt', token);\n";
    sandbox.write('project/src/a/jar.ts', 'export interface Jar {\n  keep(name: string, value: string): void;\n}\n');
    sandbox.write('project/src/a/use.ts', jar);
    const stored =
      'export class Stored implements Jar {\n  keep(name: string, value: string) {\n    keep(name, value);\n  }\n}\n';
    const imports = "import type { Jar } from '../a/jar';\nimport { keep } from './keep';\n";
    sandbox.write('project/src/b/stored.ts', imports + stored);
    sandbox.write('project/src/b/keep.ts', keep);
    const fact = /ClientStore/;
    const seen = async (): Promise<string> => (await sandbox.authlint('facts project/src/a/use.ts')).stdout;
    assert.match(await seen(), fact, 'the current directory, for want of a project');
    for (let i = 0; i < 2000; i++) sandbox.write(`downloads/${i}.txt`, '');
    assert.doesNotMatch(await seen(), fact, 'too much lies in the current directory');
    sandbox.write('project/package.json', '{}');
    assert.match(await seen(), fact, 'the project, by its manifest');
  });

  it('facts says so when there are none, or no such file', async () => {
    sandbox.write('a.ts', 'export {};\n');
    assert.deepEqual(await sandbox.authlint('facts a.ts'), {
      status: 0,
      stdout: '',
      stderr: 'authlint: there are no facts in a.ts.\n',
    });
    assert.equal((await sandbox.authlint('facts b.ts')).status, 2);
  });

  it('explain prints the page of a rule', async () => {
    const { status, stdout } = await sandbox.authlint('explain jwt-alg-none');
    assert.equal(status, 0);
    assert.match(stdout, /^jwt-alg-none\n/);
    assert.match(stdout, /\/rules\/jwt-alg-none\n$/);
    assert.deepEqual(await sandbox.authlint('explain jwt-alg-non'), {
      status: 2,
      stdout: '',
      stderr: `authlint: unknown rule \`jwt-alg-non\`. Did you mean \`jwt-alg-none\`?\n  Allowed: ${rules.map(({ id }) => id).join(', ')}.\n`,
    });
  });

  it('rules lists every rule, as text and as JSON', async () => {
    const text = await sandbox.authlint('rules');
    const json = await sandbox.authlint('rules --json');
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(
      text.stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
      ids,
    );
    assert.deepEqual(
      JSON.parse(json.stdout).map(({ id }: { id: string }) => id),
      ids,
    );
  });

  it('decode reads a token from its arguments or from standard input', async () => {
    const direct = await sandbox.authlint(`decode Bearer ${TOKEN}`);
    assert.equal(direct.status, 0);
    assert.match(direct.stdout, /^JWT · HS256 · expired \d+ years ago\n/);
    assert.match(direct.stdout, /\nDecoded, not verified\.\n$/);
    assert.deepEqual(await sandbox.authlint('decode', TOKEN), direct);
    assert.deepEqual(await sandbox.authlint('decode -', `  "${TOKEN}"\n`), direct);
  });

  it('decode judges by the policy of the directory, as the editor does', async () => {
    const claims = { iss: 'x', aud: 'y', iat: 1_700_000_000, exp: 1_700_001_800 };
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${encode({ alg: 'RS256' })}.${encode(claims)}.${'A'.repeat(342)}`;
    assert.doesNotMatch((await sandbox.authlint('decode', token)).stdout, /the policy gives/);
    sandbox.write('authlint.config.json', '{ "policy": { "maxAccessTokenLifetime": "10m" } }');
    assert.match(
      (await sandbox.authlint('decode', token)).stdout,
      /- Lives for 30 min; the policy gives an access token 10 min\./,
    );
  });

  it('decode cannot run on what is no token, and does not repeat it', async () => {
    const { status, stdout, stderr } = await sandbox.authlint('decode', 'hunter2');
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.match(stderr, /^authlint: there is no token in this text/);
    assert.ok(!stderr.includes('hunter2'));
  });

  it('prints its version, and help that fits on a terminal', async () => {
    assert.deepEqual(await sandbox.authlint('--version'), { status: 0, stdout: `${VERSION}\n`, stderr: '' });
    const { status, stdout } = await sandbox.authlint('--help');
    assert.equal(status, 0);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 104, line);
  });
});
