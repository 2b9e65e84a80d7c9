import assert from 'node:assert/strict';
import type { Diagnostic, Range } from 'vscode-languageserver/node';
import { lineIndex } from '../../rules/text/lineIndex';
import { random as createRandom, type Random } from '../generated/random';
import { LAZY, PUSHED } from './support/capabilities';
import { MANIFEST, ROUTE, SAFE_OPTIONS, STORAGE, UNSAFE_OPTIONS, VERIFY } from './support/samples';
import type { TestEditor } from './support/testEditor';
import { openFolder, withEditor } from './support/withEditor';

const FILES: Readonly<Record<string, string>> = {
  'route.ts': ROUTE,
  'options.ts': UNSAFE_OPTIONS,
  'verify.ts': VERIFY,
  // As an old editor on Windows leaves it.
  'windows.ts': `\uFEFF// 🔑\n${VERIFY}`.replaceAll('\n', '\r\n'),
  'Login.vue': `<template>\n<p>🔑</p>\n</template>\n<script setup lang="ts">\n${STORAGE}</script>\n`,
};
const NAMES = Object.keys(FILES);
const languageOf = (name: string) => (name.endsWith('.vue') ? 'vue' : 'typescript');

/** What people type and paste. */
const PIECES = [
  ...[
    '',
    '',
    'x',
    '\n',
    '\r\n',
    '\r',
    '\uFEFF',
    '🔑',
    '𝒶 = 1;\r\n',
    '{',
    '}',
    '`',
    "'",
    '${',
    '/*',
    '*/',
    '//',
    '<b>',
    '</script>',
    '<script>',
  ],
  ...['token', 'true', 'false', "'none', ", 'httpOnly: true, ', 'algorithms', STORAGE, VERIFY, SAFE_OPTIONS],
  ...["localStorage.setItem('jwt', jwt);\n", '// authlint-disable-next-line token-in-web-storage -- why\n'],
];

interface Change {
  readonly range?: Range;
  readonly text: string;
}

function rangeIn(text: string, start: number, end: number): Range {
  const index = lineIndex(text);
  return { start: index.positionAt(start), end: index.positionAt(end) };
}

/** An offset of a text, never within a character or a line break. */
function offsetIn(text: string, random: Random): number {
  const offset = random.between(0, text.length);
  const isWithin = /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)/.test(text.slice(offset - 1, offset + 1));
  return isWithin && offset > 0 ? offset - 1 : offset;
}

/** A random change of a text, and the text after it. */
function changeOf(text: string, original: string, random: Random): { change: Change; after: string } {
  if (random.between(0, 5) === 0) return { change: { text: original }, after: original };
  const start = offsetIn(text, random);
  const end = random.between(0, 2) === 0 ? Math.max(start, offsetIn(text.slice(0, start + 40), random)) : start;
  const piece = random.pick(PIECES);
  const range = rangeIn(text, start, end);
  return { change: { range, text: piece }, after: text.slice(0, start) + piece + text.slice(end) };
}

/** Edits files at random, several changes at a time, and asks for things without waiting. The texts in the end. */
async function type(editor: TestEditor, uriOf: (name: string) => string, random: Random): Promise<typeof FILES> {
  const texts = { ...FILES };
  const versions = new Map<string, number>();
  const answers: Promise<unknown>[] = [];
  const pulls = editor.initialized.capabilities.diagnosticProvider !== undefined;
  for (let step = 0; step < 60; step++) {
    const name = random.pick(NAMES);
    const contentChanges: Change[] = [];
    for (let count = random.between(0, 2); count >= 0; count--) {
      const { change, after } = changeOf(texts[name] ?? '', FILES[name] ?? '', random);
      contentChanges.push(change);
      texts[name] = after;
    }
    const version = (versions.get(name) ?? 1) + 1;
    versions.set(name, version);
    const textDocument = { uri: uriOf(name), version };
    await editor.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    if (pulls && random.between(0, 3) === 0) answers.push(editor.pull(random.pick(NAMES)));
    if (random.between(0, 8) === 0)
      answers.push(editor.unresolved(name, rangeIn('', 0, 0), { only: ['source.fixAll'] }));
    if (random.between(0, 8) === 0) await Promise.all(answers);
  }
  await Promise.all(answers);
  return texts;
}

async function openAll(editor: TestEditor, texts: typeof FILES): Promise<void> {
  for (const name of NAMES) await editor.open(name, texts[name] ?? '', languageOf(name));
}

async function diagnosticsOf(editor: TestEditor): Promise<Readonly<Record<string, readonly Diagnostic[]>>> {
  const found: Record<string, readonly Diagnostic[]> = {};
  for (const name of NAMES) found[name] = await editor.diagnostics(name);
  return found;
}

for (const transport of ['stdio', 'worker'] as const) {
  describe(`rapid edits over ${transport}`, function () {
    this.timeout(120_000);

    it('end with what a fresh server finds in the final texts', async () => {
      let findings = 0;
      for (const seed of [1, 2, 4]) {
        const folder = openFolder({ ...FILES, 'package.json': MANIFEST }, transport);
        await withEditor(folder, { transport, capabilities: LAZY }, async (editor) => {
          await openAll(editor, FILES);
          const texts = await type(editor, folder.uriOf, createRandom(seed));
          await editor.indexed();
          assert.deepEqual(editor.logged, []);
          await withEditor(folder, { transport, capabilities: LAZY }, async (fresh) => {
            await openAll(fresh, texts);
            await fresh.indexed();
            const expected = await diagnosticsOf(fresh);
            findings += Object.values(expected).flat().length;
            let found = await diagnosticsOf(editor);
            // The index may still be learning of the last edits.
            for (let tries = 0; tries < 50 && JSON.stringify(found) !== JSON.stringify(expected); tries++) {
              await new Promise((resolve) => setTimeout(resolve, 40));
              found = await diagnosticsOf(editor);
            }
            assert.deepEqual(found, expected, `seed ${seed}`);
          });
        });
        folder.remove();
      }
      assert.ok(findings > 5, `${findings} findings are too few to tell anything`);
    });

    it('end with what was sent last where diagnostics are pushed', () =>
      withEditor(
        { ...FILES, 'package.json': MANIFEST },
        { transport, capabilities: PUSHED },
        async (editor, folder) => {
          await openAll(editor, FILES);
          await type(editor, folder.uriOf, createRandom(7));
          // The version goes on from where typing left it.
          for (const [name, text] of Object.entries(FILES)) {
            const textDocument = { uri: folder.uriOf(name), version: 1000 };
            await editor.connection.sendNotification('textDocument/didChange', {
              textDocument,
              contentChanges: [{ text }],
            });
          }
          const counts = { 'route.ts': 1, 'options.ts': 0, 'verify.ts': 3, 'windows.ts': 3, 'Login.vue': 1 };
          for (const [name, count] of Object.entries(counts)) {
            const last = () => editor.published.findLast(({ uri }) => uri === folder.uriOf(name));
            await editor.until(`${count} in ${name}`, () => (last()?.diagnostics.length ?? 0) === count);
          }
        },
      ));
  });
}
