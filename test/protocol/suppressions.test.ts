import assert from 'node:assert/strict';
import { type CodeAction, SnippetTextEdit, type TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PUSHED } from './support/capabilities';
import type { TestEditor } from './support/testEditor';
import { rangeOf, withEditor } from './support/withEditor';

const WRITE = "localStorage.setItem('token', token)";
const NEXT = 'authlint-disable-next-line token-in-web-storage';
const SAME = 'authlint-disable-line token-in-web-storage';

/** Code with one finding, and the comment that silences it: `|` stands where it goes, on a line of its own or not. */
const SYNTAXES: Readonly<Record<string, readonly [file: string, code: string, comment: string]>> = {
  'a script': ['a.ts', `export function keep(token: string) {\n|  ${WRITE};\n}\n`, `  // ${NEXT} -- why\n`],
  'a script with Windows lines': ['a.js', `function keep(token) {\r\n|\t${WRITE};\r\n}\r\n`, `\t// ${NEXT} -- why\r\n`],
  'a comment of another tool': [
    'a.ts',
    `|// eslint-disable-next-line no-restricted-globals\n${WRITE};\n`,
    `// ${NEXT} -- why\n`,
  ],
  'a template': ['a.ts', `const page = \`\n  \${localStorage.setItem('token', |token)}\`;\n`, `/* ${SAME} -- why */ `],
  'the children of an element': [
    'a.tsx',
    `const A = () => (\n  <p>\n|    <b onClick={() => ${WRITE}} />\n  </p>\n);\n`,
    `    {/* ${NEXT} -- why */}\n`,
  ],
  'an attribute': [
    'a.tsx',
    `const A = () => (\n  <b\n|    onClick={() => ${WRITE}}\n  />\n);\n`,
    `    // ${NEXT} -- why\n`,
  ],
  'a Vue script': ['a.vue', `<script setup>\n|${WRITE};\n</script>\n`, `// ${NEXT} -- why\n`],
  'a Vue template': [
    'a.vue',
    `<template>\n  <p>\n|    <b\n      id="b"\n      @click="${WRITE}"\n    />\n  </p>\n</template>\n`,
    `    <!-- ${NEXT} -- why -->\n`,
  ],
  'a tag behind another': [
    'a.html',
    `<p>A <b\n  id="b">|<i onclick="${WRITE}">x</i></b></p>\n`,
    `<!-- ${SAME} -- why --> `,
  ],
  'a script in a line': [
    'a.html',
    `<p>Hello</p><script>localStorage.setItem('token', |token);</script>\n`,
    `/* ${SAME} -- why */ `,
  ],
  Svelte: ['a.svelte', `<div>\n|  <b onclick={() => ${WRITE}}>x</b>\n</div>\n`, `  <!-- ${NEXT} -- why -->\n`],
  Astro: ['a.astro', `---\n|${WRITE};\n---\n<p />\n`, `// ${NEXT} -- why\n`],
};

function apply({ edit }: CodeAction, text: string): string {
  const [change] = edit?.documentChanges ?? Object.values(edit?.changes ?? {}).map((edits) => ({ edits }));
  const edits = (change as { edits: (TextEdit | SnippetTextEdit)[] }).edits.map((one) =>
    SnippetTextEdit.is(one)
      ? { range: one.range, newText: one.snippet.value.replace(/\$\{1:reason\}/, 'why').replaceAll('\\}', '}') }
      : one,
  );
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

async function findDisable(editor: TestEditor, name: string, text: string): Promise<CodeAction> {
  const actions = await editor.actions(name, rangeOf(text, 'token)', "'token', "));
  const action = actions.find(({ title }) => title === 'Disable `token-in-web-storage` for this line because …');
  assert.ok(action, `none among ${actions.map(({ title }) => title)}`);
  return action;
}

for (const transport of ['stdio', 'worker'] as const) {
  describe(`suppressing a finding in the editor over ${transport}`, function () {
    this.timeout(30_000);

    for (const [name, [file, drawn, comment]] of Object.entries(SYNTAXES)) {
      it(`is right in ${name}`, () =>
        withEditor({}, { transport }, async (editor) => {
          const text = drawn.replace('|', '');
          await editor.open(file, text);
          const suppressed = apply(await findDisable(editor, file, text), text);
          assert.equal(suppressed, drawn.replace('|', comment));
          await editor.change(file, suppressed);
          assert.deepEqual(await editor.diagnostics(file), []);
        }));
    }

    it('leaves the reason away where the editor has no placeholders', () =>
      withEditor({}, { transport, capabilities: PUSHED }, async (editor) => {
        const text = `${WRITE};\n`;
        await editor.open('a.ts', text);
        assert.equal(apply(await findDisable(editor, 'a.ts', text), text), `// ${NEXT}\n${text}`);
      }));

    it('is taken back by the fix of a comment that has become useless', () =>
      withEditor({}, { transport }, async (editor) => {
        const text =
          "// authlint-disable-next-line token-in-web-storage -- old\nlocalStorage.setItem('theme', 'dark');\n";
        await editor.open('a.ts', text);
        const diagnostics = [...(await editor.diagnostics('a.ts'))];
        assert.deepEqual(
          diagnostics.map(({ code }) => code),
          ['suppression-unused'],
        );
        const [fix, ...others] = await editor.actions('a.ts', rangeOf(text, 'old'), {
          diagnostics,
          only: ['quickfix'],
        });
        assert.equal(apply(fix as CodeAction, text), "localStorage.setItem('theme', 'dark');\n");
        assert.ok(others.every(({ title }) => !title.startsWith('Disable')));
      }));
  });
}
