import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Opens a file of the workspace as a person does, and waits until VS Code's own support of TypeScript knows it. */
export async function openFile(page: Page, file: string, line: number, column: number): Promise<void> {
  await goToFile(page, file, line, column);
  if (file.endsWith('.ts')) {
    await page.locator('.breadcrumbs-control [class*=codicon-symbol-]').first().waitFor({ timeout: 90_000 });
  }
}

/** Opens a file of the workspace by quick open, with the cursor at `line`:`column` (from 1). */
export async function goToFile(page: Page, file: string, line: number, column: number): Promise<void> {
  const name = path.basename(file);
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input:focus').waitFor();
  await page.keyboard.insertText(`${file}:${line}:${column}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/** Scrolls the editor by `lines`, so that there is room below the cursor. */
export async function scrollDown(page: Page, lines: number): Promise<void> {
  for (let line = 0; line < lines; line++) {
    await page.keyboard.press('Control+ArrowDown');
  }
}

/** Shows the hover of what is at the cursor, once it says each of `texts`. */
export function showHover(page: Page, ...texts: readonly (string | RegExp)[]): Promise<void> {
  const hover = page.locator('.monaco-hover:visible');
  return pressUntil(
    page,
    ['Control+K', 'Control+I'],
    texts.reduce((found, hasText) => found.filter({ hasText }), hover),
  );
}

/** Drags the lower edge of the hover down, until all of it is seen. */
export async function enlargeHover(page: Page): Promise<void> {
  const box = await page.locator('.monaco-resizable-hover').boundingBox();
  if (box === null) {
    throw new Error('There is no hover.');
  }
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.move(x, box.y + box.height - 1, { steps: 10 });
  await page.mouse.down();
  await page.mouse.move(x, (page.viewportSize()?.height ?? 0) - 70, { steps: 10 });
  await page.mouse.up();
}

/** Opens the light-bulb menu at the cursor, once it offers `title`. */
export function showQuickFixes(page: Page, title: string): Promise<void> {
  return pressUntil(page, ['Control+.'], page.locator('.action-widget', { hasText: title }));
}

/** Opens the Problems panel, once it lists `text`. */
export async function showProblems(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: text }).first().waitFor();
}

/** Waits for the preview of an edit of many files, and shows what changes in the last of them, which says `text`. */
export async function showPreview(page: Page, text: string): Promise<void> {
  await page.locator('.bulk-edit-panel .monaco-list-row').first().click();
  await page.locator('.monaco-diff-editor').first().waitFor();
  await page.keyboard.press('End');
  await page.locator('.monaco-diff-editor', { hasText: text }).first().waitFor();
}

/** Chooses what the open light-bulb menu offers as `title`. */
export async function choose(page: Page, title: string): Promise<void> {
  await page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
}

/** Opens a file in an editor to the right of the one that is open. */
export async function openBeside(page: Page, file: string, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+Backslash');
  await page.locator('.editor-group-container').nth(1).waitFor();
  await openFile(page, file, line, column);
}

/** Runs a command by its name in the command palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input:focus').waitFor();
  await page.keyboard.insertText(name);
  const label = page.locator('.quick-input-list .monaco-list-row .label-name', { hasText: name });
  await label.getByText(name, { exact: true }).first().click();
  await label.first().waitFor({ state: 'hidden' });
}

/** Shows what the language status of the editor holds, and gives the line that says `text`. */
export async function showStatus(page: Page, text: string): Promise<string> {
  await page.locator('[id="status.languageStatus"]').hover();
  const line = page.locator('.hover-language-status', { hasText: text }).last();
  await line.waitFor();
  return line.innerText();
}

/** Opens the walkthrough of an extension. */
export async function openWalkthrough(page: Page, title: string): Promise<void> {
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  await page.locator('.gettingStartedDetailsContent').waitFor();
}

/** Presses keys until what they show is there: diagnostics that come in the meantime close menus and hovers. */
async function pressUntil(page: Page, keys: readonly string[], shown: Locator): Promise<void> {
  for (let tries = 1; ; tries++) {
    for (const key of keys) {
      await page.keyboard.press(key);
    }
    try {
      return await shown.waitFor({ timeout: 8000 });
    } catch (reason) {
      if (tries === 4) {
        throw reason;
      }
      await page.keyboard.press('Escape');
    }
  }
}
