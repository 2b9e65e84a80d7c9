import assert from 'node:assert/strict';
import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { findExclusion } from '../../server/host/files/exclusions';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { createNodeScanReader } from '../../server/host/files/nodeScanReader';
import { type ScanTotals, scan } from '../../server/host/files/scan';
import { createWorkspace } from '../../server/host/workspace';
import { lineEngine } from './lineEngine';
import { json, project } from './project';

interface Scanned {
  /** Relative to the project, in the order in which they came. */
  readonly files: readonly string[];
  readonly texts: readonly string[];
  readonly skips: readonly string[];
  readonly totals: ScanTotals;
}

async function scanned(base: string, paths: readonly string[] = [''], obeysIgnores = true): Promise<Scanned> {
  const files: string[] = [];
  const texts: string[] = [];
  const skips: string[] = [];
  const inside = (path: string): string => path.slice(base.length + 1);
  const absolute = paths.map((path) => (path === '' ? base : `${base}/${path}`));
  const totals = await scan(
    {
      directories: absolute.filter((path) => statSync(path).isDirectory()),
      files: absolute.filter((path) => !statSync(path).isDirectory()),
      obeysIgnores,
      mayMatter: (text) => text.includes('fact'),
    },
    createNodeScanReader(),
    workspaceOf(),
    {
      onFile(file, text) {
        files.push(inside(file));
        texts.push(text);
        return Promise.resolve();
      },
      onSkip: ({ file, reason }) => skips.push(`${inside(file)}: ${reason}`),
    },
  );
  return { files, texts, skips, totals };
}

function workspaceOf(): ReturnType<typeof createWorkspace> {
  return createWorkspace({
    fileSystem: nodeFileSystem,
    engine: lineEngine(),
    rules: [],
    bandStarts: () => [],
    now: () => 0,
  });
}

/** A project whose files all hold a fact. */
function facts(names: readonly string[], others: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return project({ ...Object.fromEntries(names.map((name) => [name, 'fact'])), ...others });
}

describe('a scan of the disk', () => {
  it('finds scripts in the order of their paths', async () => {
    const base = facts(['b.ts', 'a/z.ts', 'a.ts', 'a-b.ts', 'a/b/c.tsx', 'Z.mjs', 'readme.md', 'a.d.ts', 'x.min.js']);
    const { files, totals } = await scanned(base);
    assert.deepEqual(files, ['Z.mjs', 'a-b.ts', 'a.ts', 'a/b/c.tsx', 'a/z.ts', 'b.ts']);
    assert.deepEqual(files, [...files].sort());
    assert.deepEqual(totals, { files: 6, testFiles: 0 });
  });

  it('decodes only what passes the prefilter', async () => {
    const base = project({ 'a.ts': '\uFEFFfact grün', 'b.ts': 'nothing', 'c.ts': Buffer.from('no fäct', 'latin1') });
    const { files, texts, skips, totals } = await scanned(base);
    assert.deepEqual([files, texts, skips], [['a.ts'], ['fact grün'], []]);
    assert.equal(totals.files, 3);
  });

  it('names what it skips', async () => {
    const base = project({
      'large.ts': 'x\n'.repeat(600_000),
      'full.ts': `fact${' \n'.repeat(499_998)}`,
      'latin.ts': Buffer.from('fact ü', 'latin1'),
      'utf16.ts': Buffer.from('\uFEFFfact', 'utf16le'),
      'long.ts': `fact${' '.repeat(20_000)}`,
      'mapped.js': `fact\n//# sourceMappingURL=data:application/json;base64,${'e'.repeat(20_000)}\n`,
    });
    const { files, skips } = await scanned(base);
    assert.deepEqual(files, ['full.ts', 'mapped.js']);
    assert.deepEqual(skips, ['large.ts: too-large', 'latin.ts: not-utf8', 'long.ts: long-lines', 'utf16.ts: not-utf8']);
  });

  it('obeys nested ignore files, inner ones over outer ones', async () => {
    const base = facts(['a.ts', 'gen/a.ts', 'src/a.gen.ts', 'src/keep.gen.ts', 'src/gen/a.ts', 'src/deep/secret.ts'], {
      '.git/HEAD': '',
      '.gitignore': '/gen\n*.gen.ts\n',
      'src/.gitignore': '!keep.gen.ts\ndeep/\n',
    });
    assert.deepEqual((await scanned(base)).files, ['a.ts', 'src/gen/a.ts', 'src/keep.gen.ts']);
    assert.deepEqual((await scanned(base, ['src'])).files, ['src/gen/a.ts', 'src/keep.gen.ts']);
    assert.equal((await scanned(base, [''], false)).files.length, 6);
  });

  it('obeys ignore files above the argument only inside a repository', async () => {
    const names = { '.gitignore': '*.gen.ts', 'app/a.gen.ts': 'fact', 'app/b.ts': 'fact' };
    assert.deepEqual((await scanned(project(names), ['app'])).files, ['app/a.gen.ts', 'app/b.ts']);
    assert.deepEqual((await scanned(project({ ...names, '.git/HEAD': '' }), ['app'])).files, ['app/b.ts']);
  });

  it('obeys ignore in configs, and never enters node_modules', async () => {
    const base = facts(['a.ts', 'old/a.ts', 'src/old/a.ts', 'src/new/a.ts', 'node_modules/x/a.js'], {
      'authlint.config.json': json({ ignore: ['/old'] }),
      'src/authlint.config.json': json({ ignore: ['new/'] }),
    });
    assert.deepEqual((await scanned(base)).files, ['a.ts', 'src/old/a.ts']);
    assert.deepEqual((await scanned(base, [''], false)).files, ['a.ts', 'old/a.ts', 'src/new/a.ts', 'src/old/a.ts']);
  });

  it('leaves out test code unless the settings say so', async () => {
    const base = facts(['src/a.ts', 'src/a.test.ts', 'tests/a.ts', 'e2e/a.ts'], {
      'e2e/authlint.config.json': json({ testFiles: 'report' }),
    });
    const { files, totals } = await scanned(base);
    assert.deepEqual(files, ['e2e/a.ts', 'src/a.ts']);
    assert.deepEqual(totals, { files: 2, testFiles: 2 });
  });

  it('judges test paths from the analysis root', async () => {
    const app = facts(['tests/app/a.ts']);
    assert.deepEqual((await scanned(app, ['tests/app'])).files, ['tests/app/a.ts']);
    const repository = facts(['tests/app/a.ts'], { '.git/HEAD': '' });
    assert.deepEqual((await scanned(repository, ['tests/app'])).files, []);
    const configured = facts(['tests/app/src/a.ts'], {
      '.git/HEAD': '',
      'tests/app/package.json': json({ authlint: {} }),
    });
    assert.deepEqual((await scanned(configured, ['tests/app/src'])).files, ['tests/app/src/a.ts']);
  });

  it('takes every script that is named', async () => {
    const base = facts(['a.test.ts', 'gen/a.ts', 'x.min.js', 'a.d.ts', 'readme.md'], { '.gitignore': 'gen' });
    const { files, skips } = await scanned(base, [
      'x.min.js',
      'gen/a.ts',
      'a.test.ts',
      'a.d.ts',
      'readme.md',
      'gen/a.ts',
    ]);
    assert.deepEqual(files, ['a.d.ts', 'a.test.ts', 'gen/a.ts', 'x.min.js']);
    assert.deepEqual(skips, ['readme.md: not-a-script']);
  });

  it('looks into each file once, however often it is named', async () => {
    const base = facts(['src/a.ts', 'src/b.ts']);
    assert.deepEqual((await scanned(base, ['src/b.ts', '', 'src'])).files, ['src/a.ts', 'src/b.ts']);
  });

  it('does not follow links, so loops do no harm', async () => {
    const base = facts(['src/a.ts']);
    symlinkSync(base, `${base}/src/loop`);
    symlinkSync(`${base}/src/a.ts`, `${base}/b.ts`);
    mkdirSync(`${base}/named`);
    symlinkSync(`${base}/src`, `${base}/named/link`);
    assert.deepEqual((await scanned(base)).files, ['src/a.ts']);
    assert.deepEqual((await scanned(base, ['named/link'])).files, ['named/link/a.ts']);
  });

  it('leaves out the same files as an editor does', async () => {
    const base = facts(
      [
        'a.ts',
        'a.spec.ts',
        'gen/a.ts',
        'gen/deep/b.ts',
        'old/a.ts',
        'x.min.js',
        'a.d.ts',
        'node_modules/x/a.js',
        'src/a.ts',
      ],
      { '.git/HEAD': '', '.gitignore': 'gen', 'authlint.config.json': json({ ignore: ['old'] }) },
    );
    const workspace = workspaceOf();
    const reasonOf = async (file: string): Promise<string | undefined> =>
      findExclusion(`${base}/${file}`, base, await workspace.settingsOf(`${base}/${file}`), workspace);
    const expected = {
      'a.ts': undefined,
      'src/a.ts': undefined,
      'a.spec.ts': 'test-code',
      'gen/a.ts': 'ignored-by-git',
      'gen/deep/b.ts': 'ignored-by-git',
      'old/a.ts': 'ignored-by-config',
      'x.min.js': 'not-written-by-hand',
      'a.d.ts': 'not-written-by-hand',
      'node_modules/x/a.js': 'not-written-by-hand',
    };
    for (const [file, reason] of Object.entries(expected)) assert.equal(await reasonOf(file), reason, file);
    const { files } = await scanned(base);
    assert.deepEqual(files, ['a.ts', 'src/a.ts']);
  });
});
