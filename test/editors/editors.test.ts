import assert from 'node:assert/strict';
import path from 'node:path';
import { drive, type Report, sample, snippet } from './drive';
import { provideEmacs, provideNeovim, type Started } from './programs';

const driver = (name: string): string => path.join(__dirname, name);

/** A character of two UTF-16 units, in which the protocol counts. */
const ASTRAL = '😀';

function check({ diagnostics, hover, actions, fixed, fixedAll, left }: Report, text: string): void {
  const sorted = [...diagnostics].sort((a, b) => a.line - b.line);
  assert.deepEqual(
    sorted.map(({ code, source, severity, line }) => ({ code, source, severity, line })),
    [
      { code: 'jwt-alg-none', source: 'authlint', severity: 1, line: 2 },
      { code: 'jwt-alg-none', source: 'authlint', severity: 1, line: 3 },
      { code: 'hardcoded-token', source: 'authlint', severity: 3, line: 4 },
    ],
  );
  assert.deepEqual(
    sorted.slice(0, 2).map(({ text }) => text),
    ["algorithms: ['HS256', 'none']", "algorithms: ['none', 'HS512']"],
  );
  assert.match(hover, /JWT · HS256 · expired .* ago/);
  assert.match(hover, /Decoded, not verified/);
  assert.equal(actions[0], "Drop `'none'` from the list");
  const mended = text.replace("['HS256', 'none']", "['HS256']");
  assert.equal(fixed, mended);
  assert.equal(fixedAll, mended.replace("['none', 'HS512']", "['HS512']"));
  assert.deepEqual(
    left.map(({ code }) => code),
    ['hardcoded-token'],
  );
}

describe('other editors, with what their pages say', function () {
  this.timeout('10m');

  describe('Neovim', () => {
    let editor: Started;

    before('download', async () => {
      editor = await provideNeovim();
    });

    it('shows findings and tokens, applies a fix, applies all', async () => {
      const text = sample(ASTRAL);
      const report = await drive({
        editor,
        file: 'login.ts',
        text,
        config: { name: 'config/nvim/init.lua', text: snippet('neovim.md', 'Neovim 0.7 to 0.10', 'lua') },
        args: () => ['--headless', '-n', '-c', `luafile ${driver('neovim.lua')}`],
      });
      check(report, text);
    });
  });

  describe('Emacs', () => {
    let editor: Started;

    before('download', async () => {
      editor = await provideEmacs();
    });

    // lsp-mode counts characters.
    for (const [client, comment] of [
      ['eglot', ASTRAL],
      ['lsp-mode', 'ä'],
    ] as const) {
      it(`shows findings and tokens, applies a fix, applies all, through ${client}`, async () => {
        const text = sample(comment);
        const report = await drive({
          editor,
          file: 'login.js',
          text,
          config: { name: '.emacs.d/init.el', text: snippet('emacs.md', client, 'elisp') },
          args: (config) => [
            '--batch',
            ...['--load', config, '--load', driver('emacs.el'), '--load', driver(`${client}.el`)],
            ...['--funcall', 'authlint-drive'],
          ],
        });
        check(report, text);
      });
    }
  });
});
