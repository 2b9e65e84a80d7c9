import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { homepage, vsce } from '../package.json';
import { DOCS_URL } from '../rules';
import { ROOT } from './sources';

const BUNDLES = [
  'dist/THIRD_PARTY_NOTICES.txt',
  'dist/authlint.js',
  'dist/client.browser.js',
  'dist/client.node.js',
  'dist/server.worker.js',
];
const PAPERS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];

describe('what is published', function () {
  this.timeout(60_000);

  it('is bundles only, in the npm package', () => {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    assert.deepEqual(files.map(({ path }) => path).sort(), [...PAPERS, ...BUNDLES].sort());
  });

  it('is bundles and what the gallery shows, in the extension', async () => {
    const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    const expected = [...PAPERS, ...BUNDLES, 'media/icon.png', 'package.nls.json'];
    assert.deepEqual([...files].sort(), expected.sort());
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

  it('links to the documentation that the rules link to', () => {
    assert.deepEqual([homepage, vsce.baseContentUrl, vsce.baseImagesUrl], [DOCS_URL, DOCS_URL, DOCS_URL]);
  });
});
