import * as vscode from 'vscode';
import { closeAll, hoverAt, open, withSetting } from './editor';
import { eventually, match } from './expect';

describe('the hover on a token', () => {
  afterEach(closeAll);

  for (const file of ['src/token.ts', '.env', 'deploy.yaml', 'notes.txt']) {
    it(`says what is inside, in ${file}`, async () => {
      const text = await hoverAt(await open(file), 'eyJ');
      match(text, /^\W*JWT · HS256 · expired .* ago/);
      match(text, /login\.example/);
      match(text, /Decoded, not verified\.\W*$/);
    });
  }
});

describe('the inlay hint behind a token', () => {
  afterEach(closeAll);

  it('says when it expired, where the user asked for it', async () => {
    const document = await open('src/token.ts');
    const hints = async (): Promise<string> => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const shown = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return shown
        .map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')))
        .join();
    };
    await hoverAt(document, 'eyJ');
    match(await hints(), /^$/);
    await withSetting('authlint.inlayHints.enable', true, async () => {
      match(await eventually(hints, (text) => text !== ''), /^expired .* ago$/);
    });
  });
});
