import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { analyze, bandStarts, createReader, parseDocument, rules, summarize } from '../../rules';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { createWorkspace } from '../../server/host/workspace';
import { exampleConfig } from './exampleConfig';
import { json, project, writeFiles } from './project';

/** Only the name `setAuthCookie` says that it leads anywhere, to those who know it. */
const KEEP = `export async function keep(res, name, value) {
  (await import('@acme/auth')).setAuthCookie(res, name, value, { httpOnly: false });
}
`;
const SIGN_IN = "import { keep } from './keep';\nkeep(res, 'session', 'abc');\n";

describe('models in the config of a workspace', () => {
  it('count from when they are written, and no longer than that', async () => {
    const base = project({ 'keep.ts': KEEP, 'signIn.ts': SIGN_IN });
    const workspace = createWorkspace({
      fileSystem: nodeFileSystem,
      engine: { analyze, createReader, parseDocument, summarize },
      rules,
      bandStarts,
      now: () => 0,
    });
    const config = 'authlint.config.json';
    const path = `${base}/${config}`;
    const look = async () => {
      const result = await workspace.analyzeFile(`${base}/signIn.ts`);
      assert.ok(result.kind === 'analyzed');
      return { found: result.analysis.findings.map(({ rule }) => rule), isCurrent: result.isCurrent };
    };

    const before = await look();
    assert.deepEqual(before.found, []);
    writeFiles(base, { [config]: json(exampleConfig()) });
    workspace.filesChanged([{ path, kind: 'created' }]);
    assert.equal(await before.isCurrent(), false);

    const described = await look();
    assert.deepEqual(described.found, ['cookie-missing-httponly']);
    writeFiles(base, { [config]: json({ ...exampleConfig(), preset: 'recommended' }) });
    workspace.filesChanged([{ path, kind: 'changed' }]);
    assert.equal(await described.isCurrent(), true);
    assert.deepEqual((await look()).found, described.found);

    rmSync(path);
    workspace.filesChanged([{ path, kind: 'deleted' }]);
    assert.equal(await described.isCurrent(), false);
    assert.deepEqual((await look()).found, []);
  });
});
