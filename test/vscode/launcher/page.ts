import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Browser } from '../provision/browser';

/** A page of a headless browser, and how to end both. */
export interface OpenPage {
  readonly page: Page;
  close(): Promise<void>;
}

/** A blank page in a headless browser that makes no requests of its own. */
export async function openPage(
  { executable, environment }: Browser,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const browser = await chromium.launch({
    executablePath: executable,
    env: environment,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // No name leads anywhere: what is served comes from this machine.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const context = await browser.newContext(options);
  return { page: await context.newPage(), close: () => browser.close() };
}
