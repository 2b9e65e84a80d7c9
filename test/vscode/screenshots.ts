// Takes the README's pictures from the real editor. Run after a build: `tsx test/vscode/screenshots.ts`.
import { createHmac } from 'node:crypto';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { enlargeHover, openFile, scrollDown, showHover, showProblems, showQuickFixes } from './launcher/keys';
import { openPage } from './launcher/page';
import { startServer } from './launcher/server';
import { openWorkbench } from './launcher/workbench';
import { provideBrowser } from './provision/browser';
import { provideFonts } from './provision/fonts';
import { currentVSCode, provideWorkbench } from './provision/workbench';

const root = path.resolve(__dirname, '../..');
const images = path.join(root, 'docs/images');

interface Scene {
  /** Of the picture's file. */
  readonly name: string;
  /** Of the window, in CSS pixels. */
  readonly height: number;
  show(page: Page): Promise<void>;
}

const scenes: readonly Scene[] = [
  {
    name: 'squiggle',
    height: 640,
    async show(page) {
      await openFile(page, 'server/tokens.ts', 12, 53);
      await page.locator('.squiggly-error').first().waitFor();
      await showHover(page, 'jwt-long-lived', 'Quick Fix');
    },
  },
  {
    name: 'light-bulb',
    height: 640,
    async show(page) {
      await openFile(page, 'server/routes/auth.ts', 59, 35);
      await page.locator('.squiggly-error').first().waitFor();
      await scrollDown(page, 7);
      await showQuickFixes(page, 'httpOnly');
    },
  },
  {
    name: 'hover',
    height: 640,
    async show(page) {
      await openFile(page, '.env', 3, 13);
      await showHover(page, 'Decoded, not verified');
      await enlargeHover(page);
    },
  },
  {
    name: 'problems',
    height: 750,
    async show(page) {
      await openFile(page, 'client/src/session.ts', 6, 38);
      await openFile(page, 'server/tokens.ts', 12, 53);
      await page.locator('.squiggly-error').first().waitFor();
      await showProblems(page, 'jwt-missing-expiry');
    },
  },
];

/** Quiet, and without TypeScript's complaints about packages that the example does not install. */
const settings = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': 'JetBrains Mono',
  'editor.fontSize': 14,
  'editor.lineHeight': 23,
  'editor.minimap.enabled': false,
  'typescript.validate.enable': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Dark 2026',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Hides what is about the server and the browser: its name and ports, the keyboard's layout, what is being loaded. */
const style = `
  .monaco-workbench.monaco-workbench { font-family: Inter; }
  #status\\.host, #status\\.notifications, #status\\.progress { display: none !important; }
  #status\\.forwardedPorts, #status\\.workbench\\.keyboardLayout { display: none !important; }
`;

async function takeScreenshots(workspace: string): Promise<void> {
  const server = await startServer(await provideWorkbench(currentVSCode), { isTrusted: true, extension: root });
  try {
    for (const { name, height, show } of scenes) {
      const { page, close } = await openPage(await provideBrowser(), {
        viewport: { width: 1200, height },
        deviceScaleFactor: 2,
        reducedMotion: 'reduce',
        bypassCSP: true,
      });
      try {
        await page.addInitScript(addStyle, (await provideFonts()) + style);
        const options = { configurationDefaults: settings };
        await openWorkbench(page, server.authority, { workspace, extension: root, isWeb: true, options });
        await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
        await page.keyboard.press('Control+B');
        await page.mouse.move(1000, 300);
        await show(page);
        await page.screenshot({ path: path.join(images, `${name}.png`) });
        console.log(path.join(images, `${name}.png`));
      } finally {
        await close();
      }
    }
  } finally {
    await server.stop();
  }
}

/** Runs in the page, before the editor measures its font. */
function addStyle(text: string): void {
  addEventListener('DOMContentLoaded', () => {
    const element = document.createElement('style');
    element.textContent = text;
    document.head.append(element);
    for (const font of document.fonts) {
      void font.load();
    }
  });
}

/** A token that the example application signed for an administrator, 24.5 of its 30 days ago. */
function toEnvironment(): string {
  const issued = Math.floor(Date.now() / 1000) - 24.5 * 86_400;
  const claims = { sub: 'u_1042', email: 'ada@example.com', role: 'admin', iat: issued, exp: issued + 30 * 86_400 };
  const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const signature = createHmac('sha256', 'p7Rk2-notes-signing-key-2024').update(parts.join('.')).digest('base64url');
  return `PORT=3000\nNODE_ENV=development\nNOTES_TOKEN=${parts.join('.')}.${signature}\n`;
}

async function main(): Promise<void> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'authlint-screenshots-')));
  try {
    const workspace = path.join(parent, 'notes-app');
    await cp(path.join(root, 'examples/notes-app'), workspace, { recursive: true });
    await writeFile(path.join(workspace, '.env'), toEnvironment());
    await mkdir(images, { recursive: true });
    await takeScreenshots(workspace);
  } finally {
    await rm(parent, { recursive: true });
  }
}

main().catch((reason) => {
  console.error(reason);
  process.exitCode = 1;
});
