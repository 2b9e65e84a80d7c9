import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  choose,
  enlargeHover,
  openBeside,
  openFile,
  openWalkthrough,
  runCommand,
  scrollDown,
  showHover,
  showPreview,
  showProblems,
  showQuickFixes,
  showStatus,
} from '../launcher/keys';

const manifest: { readonly contributes: { readonly walkthroughs?: unknown } } = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../package.json'), 'utf8'),
);

/** One picture of the story that README and docs/tour.md tell. */
export interface Scene {
  /** Of the picture's files. */
  readonly name: string;
  /** Of the window, in CSS pixels. */
  readonly height: number;
  readonly width?: number;
  readonly withStatusBar?: boolean;
  /** Whether the extension has what the picture shows. */
  readonly isThere?: boolean;
  /** What differs from the settings of the other scenes. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Does by keyboard and mouse what the picture shows. */
  show(page: Page): Promise<void>;
  /** Shows again what keeps the colours of the theme in which it was shown. */
  showAgain?(page: Page): Promise<void>;
}

const ALL_ATTRIBUTES = 'Add all missing cookie attributes';

/** Of tokens.ts, once the index of the workspace is complete: nothing changes any more between the two pictures. */
const FOUND_AT_LAST = '3 findings';

/** Colours for frameworks whose own extensions are not installed here. */
const AS_HTML = { 'files.associations': { '*.vue': 'html', '*.svelte': 'html' } };

export const scenes: readonly Scene[] = [
  {
    name: 'squiggle',
    height: 470,
    async show(page) {
      await openFile(page, 'server/tokens.ts', 12, 53);
      await hasSquiggle(page);
      // In line 17, found once the index of the workspace is complete; until then there is one in line 21.
      await page.waitForFunction(hasWarningInView);
      await showHover(page, 'jwt-long-lived', /Quick Fix\b/);
    },
  },
  {
    name: 'light-bulb',
    height: 620,
    async show(page) {
      await openFile(page, 'server/routes/auth.ts', 59, 35);
      await hasSquiggle(page);
      await scrollDown(page, 7);
      await showQuickFixes(page, ALL_ATTRIBUTES);
    },
  },
  {
    name: 'fixed',
    height: 400,
    settings: { 'editor.fontSize': 12, 'editor.lineNumbers': 'off' },
    async show(page) {
      await openFile(page, 'server/routes/auth.ts', 59, 35);
      await hasSquiggle(page);
      await scrollDown(page, 5);
      await showQuickFixes(page, ALL_ATTRIBUTES);
      await choose(page, ALL_ATTRIBUTES);
      await page.locator('.squiggly-error').waitFor({ state: 'detached' });
      await openBeside(page, 'server/cookies.ts', 6, 1);
    },
  },
  {
    name: 'problems',
    height: 620,
    async show(page) {
      // What others use of it is found once the index of the workspace is complete.
      await openFile(page, 'server/config.ts', 6, 30);
      await hasSquiggle(page);
      await showProblems(page, 'tokens.ts');
    },
  },
  {
    name: 'preview',
    height: 720,
    width: 1200,
    async show(page) {
      await openFile(page, 'server/tokens.ts', 12, 53);
      await hasSquiggle(page);
      await runCommand(page, 'authlint: Preview the Fixes of All Files of the Workspace');
      await showPreview(page, 'algorithms');
    },
  },
  {
    name: 'hover',
    height: 640,
    width: 1100,
    async show(page) {
      await openFile(page, '.env', 3, 13);
      await showHover(page, 'Decoded, not verified');
      await enlargeHover(page);
    },
  },
  {
    name: 'vue',
    height: 430,
    settings: AS_HTML,
    async show(page) {
      await openFile(page, 'client/src/SignIn.vue', 16, 43);
      await hasSymbols(page);
      await hasSquiggle(page);
      await showHover(page, 'token-in-web-storage');
    },
  },
  {
    name: 'svelte',
    height: 430,
    settings: AS_HTML,
    async show(page) {
      await openFile(page, 'client/src/SignIn.svelte', 8, 43);
      await hasSymbols(page);
      await hasSquiggle(page);
      await showHover(page, 'token-in-web-storage');
    },
  },
  {
    name: 'why',
    height: 560,
    async show(page) {
      await openFile(page, 'server/routes/auth.ts', 60, 35);
      await hasSquiggle(page);
      await runCommand(page, 'authlint: Why Is This Line Reported, or Not?');
      await page.locator('.tab.active[data-resource-name^="line"]').waitFor();
    },
  },
  {
    name: 'status',
    height: 400,
    withStatusBar: true,
    async show(page) {
      await openFile(page, 'server/tokens.ts', 12, 53);
      await hasSquiggle(page);
      await showStatus(page, FOUND_AT_LAST);
    },
    async showAgain(page) {
      await page.mouse.move(300, 100);
      await page.locator('.hover-language-status').first().waitFor({ state: 'hidden' });
      await showStatus(page, FOUND_AT_LAST);
    },
  },
  {
    name: 'documentation',
    height: 640,
    async show(page) {
      await openFile(page, 'server/tokens.ts', 12, 53);
      await hasSquiggle(page);
      await runCommand(page, 'authlint: Explain Rule');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'jwt-long-lived' }).first().click();
      await page
        .frameLocator('iframe.webview')
        .frameLocator('#active-frame')
        .getByRole('heading', { name: 'The attack' })
        .waitFor();
    },
  },
  {
    name: 'walkthrough',
    height: 640,
    width: 1200,
    isThere: manifest.contributes.walkthroughs !== undefined,
    show: (page) => openWalkthrough(page, 'authlint'),
  },
];

/** The breadcrumbs name what the cursor is in, once the editor's own support of the language runs. */
function hasSymbols(page: Page): Promise<void> {
  return page.locator('.breadcrumbs-control [class*=codicon-symbol-]').first().waitFor();
}

/** Runs in the page. */
function hasWarningInView(): boolean {
  const warnings = [...document.querySelectorAll('.squiggly-warning')];
  return warnings.some((warning) => warning.getBoundingClientRect().bottom < innerHeight - 40);
}

function hasSquiggle(page: Page): Promise<void> {
  return page.locator('.squiggly-error').first().waitFor();
}
