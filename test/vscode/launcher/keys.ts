import path from 'node:path';
import type { Page } from 'playwright-core';

/** Opens a file of the workspace as a person does, by quick open, with the cursor at `line`:`column` (from 1). */
export async function openFile(page: Page, file: string, line: number, column: number): Promise<void> {
  const name = path.basename(file);
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input:focus').waitFor();
  await page.keyboard.insertText(`${file}:${line}:${column}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  if (name.endsWith('.ts')) {
    await page.locator('.breadcrumbs-control [class*=codicon-symbol-]').first().waitFor();
  }
}

/** Scrolls the editor by `lines`, so that there is room below the cursor. */
export async function scrollDown(page: Page, lines: number): Promise<void> {
  for (let line = 0; line < lines; line++) {
    await page.keyboard.press('Control+ArrowDown');
  }
}

/** Shows the hover of what is at the cursor, once it says each of `texts`. */
export async function showHover(page: Page, ...texts: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  const hover = page.locator('.monaco-hover:visible');
  await texts.reduce((found, hasText) => found.filter({ hasText }), hover).waitFor();
}

/** Drags the lower edge of the hover down, until all of it is seen. */
export async function enlargeHover(page: Page): Promise<void> {
  const box = await page.locator('.monaco-resizable-hover').boundingBox();
  if (box === null) {
    throw new Error('There is no hover.');
  }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 300, { steps: 10 });
  await page.mouse.up();
}

/** Opens the light-bulb menu at the cursor, once it offers `title`. */
export async function showQuickFixes(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget', { hasText: title }).waitFor();
}

/** Opens the Problems panel, once it lists `text`. */
export async function showProblems(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: text }).first().waitFor();
}
