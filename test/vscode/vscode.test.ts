import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packedExtension } from './packedExtension';
import { provideBrowser } from './provision/browser';
import { currentVSCode, oldestVSCode, provideWorkbench } from './provision/workbench';
import { isDesktop, runSuite } from './runSuite';

const root = path.resolve(__dirname, '../..');

describe('the extension in a real VS Code', function () {
  this.timeout('10m');

  before('download', async () => {
    if (!isDesktop) {
      await provideWorkbench(currentVSCode);
      await provideWorkbench(oldestVSCode);
      await provideBrowser();
    }
  });

  it('works in the Node.js extension host', () => runSuite({ version: currentVSCode, host: 'node', extension: root }));

  it('works in the web-worker extension host', () =>
    runSuite({ version: currentVSCode, host: 'web', extension: root }));

  for (const host of ['node', 'web'] as const) {
    it(`works in several folders, in the ${host === 'web' ? 'web-worker' : 'Node.js'} extension host`, () =>
      runSuite({ version: currentVSCode, host, extension: root, suite: 'folders' }));
  }

  it('works in the oldest VS Code that it admits', () =>
    runSuite({ version: oldestVSCode, host: 'node', extension: root }));

  describe('packed by vsce', () => {
    let folder: string;

    before(async () => {
      folder = await realpath(await mkdtemp(path.join(tmpdir(), 'authlint-packed-')));
    });

    after(() => rm(folder, { recursive: true, force: true }));

    it('works from what was packed', async () =>
      runSuite({ version: currentVSCode, host: 'node', extension: await packedExtension(root, folder) }));
  });
});
