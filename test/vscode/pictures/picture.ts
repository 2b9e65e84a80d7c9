import type { Page } from 'playwright-core';
import UPNG from 'upng-js';

/** Enough that text looks as on the screen; a picture then has a fourth of the size. */
const COLOURS = 128;

/** Height of the status bar, in CSS pixels. */
const STATUS_BAR = 26;

export const THEMES = ['dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** Changes the theme. What is open stays open: the workbench follows the system's. */
export async function changeTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(theme === 'dark' ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs').waitFor();
}

/** A small PNG of the window as it is. */
export async function takePicture(page: Page, withStatusBar: boolean): Promise<Buffer> {
  // The colours of syntax come a moment after the theme.
  await page.waitForTimeout(700);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const clip = { x: 0, y: 0, width, height: withStatusBar ? height : height - STATUS_BAR };
  return compress(await page.screenshot({ clip }));
}

function compress(png: Buffer): Buffer {
  const bytes = png.buffer.slice(png.byteOffset, png.byteOffset + png.length);
  const image = UPNG.decode(bytes as ArrayBuffer);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS));
}
