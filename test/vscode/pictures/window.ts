import type { Page } from 'playwright-core';

/** Quiet, and without TypeScript's complaints about packages that the example does not install. */
export const SETTINGS: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': 'JetBrains Mono',
  'editor.fontSize': 14,
  'editor.lineHeight': 22,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.selectionHighlight': false,
  'editor.stickyScroll.enabled': false,
  'markdown.preview.fontFamily': 'Inter',
  'security.workspace.trust.enabled': false,
  'typescript.validate.enable': false,
  'window.autoDetectColorScheme': true,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.preferredDarkColorTheme': 'Dark 2026',
  'workbench.preferredLightColorTheme': 'Light 2026',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Hides what is about the server and the browser: its name, ports and privacy statement, the keyboard's layout, what is
 * being loaded.
 */
export const STYLE = `
  .monaco-workbench.monaco-workbench { font-family: Inter; }
  #status\\.host, #status\\.notifications, #status\\.progress { display: none !important; }
  .getting-started-footer { display: none !important; }
  #status\\.forwardedPorts, #status\\.workbench\\.keyboardLayout { display: none !important; }
`;

/** Runs in the page, before the editor measures its font. */
export function addStyle(text: string): void {
  addEventListener('DOMContentLoaded', () => {
    const element = document.createElement('style');
    element.textContent = text;
    document.head.append(element);
    for (const font of document.fonts) {
      void font.load();
    }
  });
}

/** Gives fonts to what is shown in frames: their documents replace those that scripts of the page ran in. */
export async function styleFrames(page: Page, fonts: string): Promise<void> {
  for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
    await frame.addStyleTag({ content: fonts });
    await frame.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
  }
}
