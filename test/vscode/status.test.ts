import assert from 'node:assert/strict';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFile, showStatus } from './launcher/keys';
import { openPage } from './launcher/page';
import { type Server, startServer } from './launcher/server';
import { openWorkbench } from './launcher/workbench';
import { provideBrowser } from './provision/browser';
import { currentVSCode, provideWorkbench } from './provision/workbench';
import { isDesktop } from './runSuite';

const root = path.resolve(__dirname, '../..');

/** No extension can read what the status says: a person at the workbench can. */
describe('the language status in a real VS Code', function () {
  this.timeout('5m');

  let server: Server;
  let workspace: string;

  before(async function () {
    if (isDesktop) this.skip();
    workspace = await realpath(await mkdtemp(path.join(tmpdir(), 'authlint-status-')));
    await cp(path.join(__dirname, 'workspace'), workspace, { recursive: true });
    server = await startServer(await provideWorkbench(currentVSCode), { isTrusted: true, extension: root });
  });

  after(async () => {
    await server?.stop();
    if (workspace !== undefined) await rm(workspace, { recursive: true, force: true });
  });

  for (const isWeb of [false, true]) {
    it(`says what the last check did and what decided, in the ${isWeb ? 'web-worker' : 'Node.js'} extension host`, async () => {
      const { page, close } = await openPage(await provideBrowser());
      try {
        await openWorkbench(page, server.authority, { workspace, extension: root, isWeb });
        await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 90_000 });
        await openFile(page, 'src/client.ts', 2, 3);
        await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
        assert.match(await showStatus(page, 'finding'), /^authlint: \d+ rules\s.*\b1 finding\b/s);
        assert.match(await showStatus(page, 'Settings of'), /^Settings of the editor\s/);
      } finally {
        await close();
      }
    });
  }
});
