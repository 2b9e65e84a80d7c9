import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { homepage, vsce } from '../package.json';
import { DOCS_URL } from '../rules';
import { ROOT } from './sources';

const BUNDLES = [
  'dist/THIRD_PARTY_NOTICES.txt',
  'dist/authlint.js',
  'dist/client.browser.js',
  'dist/client.node.js',
  'dist/nodeConnection.js',
  'dist/pages.json',
  'dist/server.worker.js',
];
const PAPERS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
const SCHEMA = 'schema/authlint.config.schema.json';
const WALKTHROUGH = [
  ...['decode', 'find', 'fix'].flatMap((step) => [`${step}-dark.webp`, `${step}-light.webp`]),
  'sample.ts',
].map((name) => `media/walkthrough/${name}`);

/** Files that vsce gives other names. */
const VSIX_NAMES: ReadonlyMap<string, string> = new Map([
  ['CHANGELOG.md', 'changelog.md'],
  ['LICENSE', 'LICENSE.txt'],
  ['README.md', 'readme.md'],
]);

/** Of the VSIX, in bytes. */
const LARGEST = 1_500_000;

describe('what is published', function () {
  this.timeout('5m');

  it('is bundles only, in the npm package', () => {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    assert.deepEqual(files.map(({ path }) => path).sort(), [...PAPERS, ...BUNDLES, SCHEMA].sort());
  });

  it('is bundles, what VS Code reads and what the gallery shows, in the extension, and small', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'authlint-vsix-'));
    try {
      const vsix = join(folder, 'authlint.vsix');
      execFileSync(join(ROOT, 'node_modules/.bin/vsce'), ['package', '--no-dependencies', '--out', vsix], {
        cwd: ROOT,
      });
      const content = readFileSync(vsix);
      const { files } = await JSZip.loadAsync(content);
      const names = Object.values(files).flatMap(({ dir, name }) => (dir ? [] : name));
      const shown = ['media/icon.png', 'package.nls.json', 'l10n/bundle.l10n.json', SCHEMA, ...WALKTHROUGH];
      const packed = [...PAPERS, ...BUNDLES, ...shown].map((name) => `extension/${VSIX_NAMES.get(name) ?? name}`);
      assert.deepEqual(names.sort(), [...packed, '[Content_Types].xml', 'extension.vsixmanifest'].sort());
      assert.ok(content.length < LARGEST, `the VSIX has ${content.length} bytes`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('carries the licences of what it contains, and of what that contains', () => {
    const notices = readFileSync(join(ROOT, 'dist/THIRD_PARTY_NOTICES.txt'), 'utf8');
    for (const file of ['typescript/LICENSE.txt', 'typescript/ThirdPartyNoticeText.txt', 'jose/LICENSE.md']) {
      const licence = readFileSync(join(ROOT, 'node_modules', file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim();
      assert.ok(notices.includes(licence), file);
    }
    assert.ok(!notices.includes('esbuild'));
  });

  it('has the pages of the rules once, for the bundles that show them; one alone says where to read them', () => {
    const run = (bundle: string, ...args: readonly string[]): string =>
      execFileSync(process.execPath, [bundle, ...args], { cwd: ROOT, encoding: 'utf8' });
    assert.match(run('dist/authlint.js', 'explain', 'jwt-alg-none'), /\nThe attack\n/);
    const { runs } = JSON.parse(run('dist/authlint.js', '--stdin', '--stdin-filename', 'a.ts', '--format', 'sarif'));
    const unexplained = runs[0].tool.driver.rules.filter(({ help }: { help: { markdown?: string } }) => !help.markdown);
    assert.deepEqual(unexplained, []);

    const folder = mkdtempSync(join(tmpdir(), 'authlint-alone-'));
    try {
      copyFileSync(join(ROOT, 'dist/authlint.js'), join(folder, 'authlint.js'));
      const said = run(join(folder, 'authlint.js'), 'explain', 'jwt-alg-none');
      assert.match(said, /^jwt-alg-none\n[\s\S]*\n\S+\/docs\/rules\/jwt-alg-none\n$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says where it crashed by the names of the source', () => {
    const folder = mkdtempSync(join(tmpdir(), 'authlint-crash-'));
    try {
      const hook = join(folder, 'hook.cjs');
      writeFileSync(hook, "process.stdout.write = () => { throw new Error('out of paper'); };");
      const bundle = join(ROOT, 'dist/authlint.js');
      const { stderr } = spawnSync(process.execPath, ['--require', hook, bundle, 'rules'], { encoding: 'utf8' });
      assert.match(
        stderr,
        /internal error[\s\S]*Error: out of paper[\s\S]* at (Object\.)?listRules [\s\S]* at runCommand /,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('links to the documentation that the rules link to', () => {
    assert.deepEqual([homepage, vsce.baseContentUrl, vsce.baseImagesUrl], [DOCS_URL, DOCS_URL, DOCS_URL]);
  });
});
