import assert from 'node:assert/strict';
import { analyze, bandStarts, createReader, type Finding, parseDocument, rules, summarize } from '../../rules';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { createWorkspace, type Workspace } from '../../server/host/workspace';
import { json, project, writeFiles } from './project';

const TOKEN = `import jwt from 'jsonwebtoken';
export const sign = (sub) => jwt.sign({ sub }, process.env.JWT_SECRET, { expiresIn: '15m' });
`;
const LONG = 'JWT_SECRET=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n';
const FILES = { 'package.json': json({ dependencies: { jsonwebtoken: '9.0.3' } }), 'src/token.js': TOKEN };

function open(files: Readonly<Record<string, string>>): { readonly base: string; readonly workspace: Workspace } {
  const engine = { analyze, createReader, parseDocument, summarize };
  const workspace = createWorkspace({ fileSystem: nodeFileSystem, engine, rules, bandStarts, now: () => 0 });
  return { base: project(files), workspace };
}

async function look(
  workspace: Workspace,
  file: string,
): Promise<{ readonly findings: readonly Finding[]; isCurrent(): Promise<boolean> }> {
  const result = await workspace.analyzeFile(file);
  assert.ok(result.kind === 'analyzed');
  return { findings: result.analysis.findings, isCurrent: result.isCurrent };
}

describe('environment files', () => {
  it('tell of a secret that is too short, where it is set, and never what it is', async () => {
    const { base, workspace } = open({ ...FILES, '.env': 'PORT=3000\nJWT_SECRET=tr0ub4dor\n' });
    const { findings } = await look(workspace, `${base}/src/token.js`);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['jwt-weak-secret'],
    );
    const set = { file: `${base}/.env`, span: { start: 10, end: 20 }, message: 'the secret is set here' };
    assert.deepEqual(findings[0]?.related, [set]);
    assert.doesNotMatch(JSON.stringify(findings), /tr0ub4dor/);
  });

  it('count as they are now', async () => {
    const { base, workspace } = open({ ...FILES, '.env': 'JWT_SECRET=tr0ub4dor\n' });
    const before = await look(workspace, `${base}/src/token.js`);
    assert.equal(before.findings.length, 1);
    writeFiles(base, { '.env': LONG });
    workspace.filesChanged([{ path: `${base}/.env`, kind: 'changed' }]);
    assert.equal(await before.isCurrent(), false);
    assert.deepEqual((await look(workspace, `${base}/src/token.js`)).findings, []);
  });

  const finds = async (files: Readonly<Record<string, string>>, root = ''): Promise<number> => {
    const { base, workspace } = open(files);
    return (await look(workspace, `${base}/${root}src/token.js`)).findings.length;
  };

  it('of production come before others, those nearby before those above', async () => {
    assert.equal(await finds({ ...FILES, '.env': 'JWT_SECRET=short\n', '.env.production': LONG }), 0);
    assert.equal(await finds({ ...FILES, '.env': LONG, 'src/.env': 'JWT_SECRET=short\n' }), 1);
  });

  it('of tests, of development and examples do not count', async () => {
    const short = 'JWT_SECRET=short\n';
    assert.equal(
      await finds({
        ...FILES,
        '.env.test': short,
        '.env.development': short,
        '.env.example': short,
        '.env.sample': short,
      }),
      0,
    );
  });

  it('outside of the project or the repository do not count', async () => {
    const nested = (prefix: string) => ({ [`${prefix}package.json`]: json({}), [`${prefix}src/token.js`]: TOKEN });
    assert.equal(await finds({ ...nested('app/'), '.env': 'JWT_SECRET=short\n' }, 'app/'), 0);
    const repository = { ...nested('app/'), 'package.json': json({}), '.env': 'JWT_SECRET=short\n' };
    assert.equal(await finds(repository, 'app/'), 1);
    assert.equal(await finds({ ...repository, 'app/.git': 'gitdir: elsewhere' }, 'app/'), 0);
  });
});
