import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { goToFile, openFile, runCommand, showStatus } from './launcher/keys';
import { openPage } from './launcher/page';
import { type Server, startServer } from './launcher/server';
import { openWorkbench } from './launcher/workbench';
import { provideBrowser } from './provision/browser';
import { currentVSCode, provideWorkbench } from './provision/workbench';
import { isDesktop } from './runSuite';

const root = path.resolve(__dirname, '../..');
const KEY = 'a key that only this test has';

/** What no extension can read or type: a person at the workbench can. */
describe('at the workbench of a real VS Code', function () {
  this.timeout('5m');

  let server: Server;
  let workspace: string;

  before(async function () {
    if (isDesktop) this.skip();
    workspace = await realpath(await mkdtemp(path.join(tmpdir(), 'authlint-workbench-')));
    await cp(path.join(__dirname, 'workspace'), workspace, { recursive: true });
    await writeFile(path.join(workspace, 'signed.txt'), `${sign({ sub: '42' })}\n`);
    server = await startServer(await provideWorkbench(currentVSCode), { isTrusted: true, extension: root });
  });

  after(async () => {
    await server?.stop();
    if (workspace !== undefined) await rm(workspace, { recursive: true, force: true });
  });

  async function inWorkbench(host: Server, isWeb: boolean, act: (page: Page) => Promise<void>): Promise<void> {
    const { page, close } = await openPage(await provideBrowser());
    page.setDefaultTimeout(90_000);
    try {
      await openWorkbench(page, host.authority, { workspace, extension: root, isWeb });
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await act(page);
    } finally {
      await close();
    }
  }

  for (const isWeb of [false, true]) {
    it(`the language status says what the last check did and what decided, ${toHost(isWeb)}`, () =>
      inWorkbench(server, isWeb, async (page) => {
        await openFile(page, 'src/client.ts', 2, 3);
        await page.locator('.squiggly-error').first().waitFor();
        assert.match(await showStatus(page, 'finding'), /^authlint: \d+ rules\s.*\b1 finding\b/s);
        assert.match(await showStatus(page, 'Settings of'), /^Settings of the editor\s/);
      }));

    it(`a signature is verified with the key that is typed, ${toHost(isWeb)}`, () =>
      inWorkbench(server, isWeb, async (page) => {
        await openFile(page, 'signed.txt', 1, 1);
        await page.keyboard.press('Control+A');
        await runCommand(page, 'authlint: Verify the Signature of a Token');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Paste the key' }).click();
        await page.locator('.quick-input-widget input[type=password]:focus').waitFor();
        await page.keyboard.insertText(KEY);
        await page.keyboard.press('Enter');
        await page.locator('.tab.active[data-resource-name="token.md"]').waitFor();
        await page.locator('.view-lines', { hasText: /The\ssignature\sis\svalid\./ }).waitFor();
      }));
  }

  describe('where nobody trusts the folder', () => {
    let careful: Server;

    before(async () => {
      careful = await startServer(await provideWorkbench(currentVSCode), { isTrusted: false, extension: root });
    });

    after(() => careful?.stop());

    for (const isWeb of [false, true]) {
      it(`it is checked like any other, ${toHost(isWeb)}`, () =>
        inWorkbench(careful, isWeb, async (page) => {
          await page.locator('#status\\.workspaceTrust').waitFor();
          await goToFile(page, 'src/client.ts', 2, 3);
          await page.locator('.squiggly-error').first().waitFor();
        }));
    }
  });
});

function toHost(isWeb: boolean): string {
  return `in the ${isWeb ? 'web-worker' : 'Node.js'} extension host`;
}

function sign(claims: object): string {
  const signed = [{ alg: 'HS256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return [...signed, createHmac('sha256', KEY).update(signed.join('.')).digest('base64url')].join('.');
}
