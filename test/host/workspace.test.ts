import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { DocumentResult } from '../../server/host/documents';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { createWorkspace, type FileResult, type Workspace, type WorkspaceOptions } from '../../server/host/workspace';
import { type LineEngine, lineEngine } from './lineEngine';
import { json, project, writeFiles } from './project';

interface Opened {
  readonly base: string;
  readonly engine: LineEngine;
  readonly workspace: Workspace;
  /** What analysing a file of the project says. */
  readonly learn: (file: string, text?: string) => Promise<string>;
  readonly stale: () => Promise<readonly string[]>;
}

function open(files: Readonly<Record<string, string>>, options: Partial<WorkspaceOptions> = {}): Opened {
  const base = project(files);
  const engine = lineEngine();
  const known = new Map<string, () => Promise<boolean>>();
  const workspace = createWorkspace({
    fileSystem: nodeFileSystem,
    engine,
    rules: [],
    bandStarts: () => [],
    now: () => 0,
    ...options,
  });
  return {
    base,
    engine,
    workspace,
    async learn(file, text) {
      const result = await workspace.analyzeFile(`${base}/${file}`, { text });
      if (result.kind === 'analyzed') known.set(file, result.isCurrent);
      return toText(result);
    },
    async stale() {
      const stale: string[] = [];
      for (const [file, isCurrent] of known) if (!(await isCurrent())) stale.push(file);
      return stale.sort();
    },
  };
}

function toText(result: FileResult): string {
  if (result.kind === 'skipped') return `skipped: ${result.skip.reason}`;
  return result.analysis.findings.map(({ message }) => message).join('\n');
}

const CHAIN = {
  'a.ts': 'import ./b',
  'b.ts': 'import ./lib/c\nexport b1',
  'lib/c.ts': 'export c1',
};

describe('a workspace', () => {
  it('loads what an analysis lacks, through every import, once per file', async () => {
    const { learn, engine, base } = open(CHAIN);
    assert.equal(await learn('a.ts'), 'recommended: b1 c1');
    assert.equal(
      await learn('a.ts', 'import ./b\nimport ./nowhere\nimport express'),
      'recommended: b1 c1 no ./nowhere no express',
    );
    assert.deepEqual(
      engine.parsed.map((file) => file.slice(base.length + 1)),
      ['a.ts', 'b.ts', 'lib/c.ts', 'a.ts'],
    );
  });

  it('survives import cycles and concurrent calls', async () => {
    const { learn, engine } = open({ 'a.ts': 'import ./b\nexport a1', 'b.ts': 'import ./a\nexport b1' });
    const told = await Promise.all([learn('a.ts'), learn('b.ts'), learn('a.ts')]);
    assert.deepEqual(told, ['recommended: b1 a1', 'recommended: a1 b1', 'recommended: b1 a1']);
    // Each file once, for its own sake and for that of its importers.
    assert.equal(engine.parsed.length, 2);
  });

  it('leaves a very long chain of imports unknown instead of following it for ever', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`f${index}.ts`, `import ./f${index + 1}\nexport e${index}`]),
    );
    const { learn, engine } = open(files);
    assert.match(await learn('f0.ts'), /^recommended: e1 e2 .* e23$/);
    assert.equal(engine.parsed.length, 24);
  });

  it('does not ask again for what an engine says is missing though it was loaded', async () => {
    const missing = [{ kind: 'summary', specifier: './b', from: '/a.ts' }];
    let rounds = 0;
    const analyze = (): never => {
      rounds++;
      return { findings: [], missing } as never;
    };
    const engine = { ...lineEngine(), createReader: () => ({ analyze, contribute: analyze }) };
    const { learn } = open({ 'a.ts': '' }, { engine });
    await learn('a.ts');
    assert.equal(rounds, 2);
  });

  it('tells versions of packages', async () => {
    const manifest = json({ dependencies: { jose: '^5.1.0' } });
    const { learn } = open({ 'package.json': manifest, 'a.ts': 'use jose\nuse express' });
    assert.equal(await learn('a.ts'), 'recommended: jose@5.1.0 express@undefined');
  });

  it('skips what cannot be analysed, as a file and as an import', async () => {
    const imports = 'import ./deep\nimport ./steep\nimport ./large';
    const files = { 'deep.ts': 'deep', 'steep.ts': 'steep', 'large.ts': 'a\n'.repeat(600_000), 'a.ts': imports };
    const { learn } = open(files);
    assert.equal(await learn('deep.ts'), 'skipped: too-deep');
    assert.equal(await learn('steep.ts'), 'skipped: too-deep');
    assert.equal(await learn('large.ts'), 'skipped: too-large');
    assert.equal(await learn('nowhere.ts'), 'skipped: unreadable');
    assert.equal(await learn('a.ts'), 'recommended: no ./deep no ./steep no ./large');
  });

  it('takes settings from the command line, then configs, then the editor', async () => {
    const files = { 'a.ts': '', 'strict/authlint.config.json': json({ preset: 'strict' }), 'strict/a.ts': '' };
    const editor = open(files, { editorSettings: () => ({ preset: 'strict' }) });
    assert.equal(await editor.learn('a.ts'), 'strict: ');
    const commandLine = open(files, { commandLine: { preset: 'recommended' } });
    assert.equal(await commandLine.learn('strict/a.ts'), 'recommended: ');
    const configs = open(files, { editorSettings: () => ({ preset: 'recommended' }) });
    assert.equal(await configs.learn('strict/a.ts'), 'strict: ');
  });
});

describe('after a change, a workspace', () => {
  it('names the files that learn something else, through every import', async () => {
    const { base, learn, stale, workspace } = open({ ...CHAIN, 'd.ts': 'export d1' });
    await Promise.all(['a.ts', 'b.ts', 'd.ts'].map((file) => learn(file)));
    assert.deepEqual(await stale(), []);
    writeFiles(base, { 'lib/c.ts': 'export c2' });
    workspace.filesChanged([{ path: `${base}/lib/c.ts`, kind: 'changed' }]);
    assert.deepEqual(await stale(), ['a.ts', 'b.ts']);
    assert.equal(await learn('a.ts'), 'recommended: b1 c2');
    assert.deepEqual(await stale(), ['b.ts']);
    assert.equal(await learn('b.ts'), 'recommended: c2');
    assert.deepEqual(await stale(), []);
  });

  it('names none when the change says nothing new to importers', async () => {
    const { base, engine, learn, stale, workspace } = open(CHAIN);
    await learn('a.ts');
    const { length } = engine.parsed;
    workspace.filesChanged([{ path: `${base}/lib/c.ts`, kind: 'changed' }]);
    assert.deepEqual(await stale(), []);
    assert.equal(engine.parsed.length, length);
    writeFiles(base, { 'lib/c.ts': '// a comment\nexport c1' });
    workspace.filesChanged([{ path: `${base}/lib/c.ts`, kind: 'changed' }]);
    assert.deepEqual(await stale(), []);
    assert.equal(engine.parsed.length, length + 1);
  });

  it('notices files that come and go', async () => {
    const { base, learn, stale, workspace } = open({ 'a.ts': 'import ./b' });
    assert.equal(await learn('a.ts'), 'recommended: no ./b');
    writeFiles(base, { 'b/index.ts': 'export b1' });
    workspace.filesChanged([{ path: `${base}/b/index.ts`, kind: 'created' }]);
    assert.deepEqual(await stale(), ['a.ts']);
    assert.equal(await learn('a.ts'), 'recommended: b1');
    rmSync(`${base}/b`, { recursive: true });
    workspace.filesChanged([
      { path: `${base}/b`, kind: 'deleted' },
      { path: `${base}/b/index.ts`, kind: 'deleted' },
    ]);
    assert.equal(await learn('a.ts'), 'recommended: no ./b');
  });

  it('notices manifests, aliases and configs', async () => {
    const { base, learn, stale, workspace } = open({ 'a.ts': 'import @app/b\nuse jose', 'src/b.ts': 'export b1' });
    assert.equal(await learn('a.ts'), 'recommended: no @app/b jose@undefined');
    const changes = {
      'package.json': json({ dependencies: { jose: '^6.0.0' } }),
      'tsconfig.json': json({ compilerOptions: { paths: { '@app/*': ['./src/*'] } } }),
      'authlint.config.json': json({ preset: 'strict' }),
    };
    for (const [name, content] of Object.entries(changes)) {
      writeFiles(base, { [name]: content });
      workspace.filesChanged([{ path: `${base}/${name}`, kind: 'created' }]);
      assert.deepEqual(await stale(), ['a.ts'], name);
      await learn('a.ts');
    }
    assert.equal(await learn('a.ts'), 'strict: b1 jose@6.0.0');
    writeFiles(base, { 'package.json': json({ dependencies: { jose: '^6.0.0' }, version: '2.0.0' }) });
    workspace.filesChanged([{ path: `${base}/package.json`, kind: 'changed' }]);
    assert.deepEqual(await stale(), []);
  });

  it('looks at open documents instead of the disk', async () => {
    const texts = new Map<string, string>();
    const engine = lineEngine();
    const openDocument = (file: string): DocumentResult | undefined => {
      const text = texts.get(file);
      return text === undefined ? undefined : (engine.parseDocument(file, text) as DocumentResult);
    };
    const { base, learn, stale, workspace } = open(CHAIN, { engine, openDocument });
    assert.equal(await learn('a.ts'), 'recommended: b1 c1');
    texts.set(`${base}/lib/c.ts`, 'export typed');
    workspace.documentChanged(`${base}/lib/c.ts`);
    assert.deepEqual(await stale(), ['a.ts']);
    assert.equal(await learn('a.ts'), 'recommended: b1 typed');
    texts.set(`${base}/a.ts`, 'import ./lib/c');
    assert.equal(await learn('a.ts', 'import ./nowhere'), 'recommended: typed');
    texts.delete(`${base}/lib/c.ts`);
    workspace.documentChanged(`${base}/lib/c.ts`);
    assert.equal(await learn('a.ts'), 'recommended: c1');
  });
});
