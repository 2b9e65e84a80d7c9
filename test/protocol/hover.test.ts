import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver/node';
import { TOKEN } from './support/samples';
import { rangeOf, withEditor } from './support/withEditor';

const SOURCE = `const unrelated = 'value';\nconst token = 'Bearer ${TOKEN}';\n`;

for (const transport of ['stdio', 'worker'] as const) {
  describe(`token hover over ${transport}`, function () {
    this.timeout(30_000);

    it('says what the token under the cursor holds, and covers no more than the token', () =>
      withEditor({}, { transport }, async (editor) => {
        await editor.open('token.ts', SOURCE);
        const hover = await editor.hover('token.ts', rangeOf(SOURCE, TOKEN.slice(50, 60)).start);
        assert.deepEqual(hover?.range, rangeOf(SOURCE, TOKEN));
        assert.ok(MarkupContent.is(hover?.contents));
        assert.match(hover.contents.value, /HS256 · expired/);
        assert.match(hover.contents.value, /Subject `"1"`/);
        assert.match(hover.contents.value, /Decoded, not verified\.$/);
      }));

    it('is silent elsewhere', () =>
      withEditor({}, { transport }, async (editor) => {
        await editor.open('token.ts', SOURCE);
        assert.equal(await editor.hover('token.ts', rangeOf(SOURCE, 'value').start), null);
        assert.equal(await editor.hover('closed.ts', { line: 0, character: 0 }), null);
      }));

    it('is there for the rest of the editor as a command', () =>
      withEditor({}, { transport }, async (editor) => {
        const decoded = await editor.decode(`TOKEN=${TOKEN}`);
        assert.equal(decoded?.kind, 'markdown');
        assert.match(decoded.value, /HS256 · expired/);
        assert.equal(await editor.decode('no token'), null);
        assert.equal(await editor.decode(`${TOKEN}${' '.repeat(20_000)}`), null);
        for (const given of [[], [{}], [null], [{ text: 1 }]]) {
          const answer = await editor.connection.sendRequest('workspace/executeCommand', {
            command: 'authlint.decode',
            arguments: given,
          });
          assert.equal(answer, null);
        }
      }));

    it('has a command beside it that says why a line is reported, or is not', () =>
      withEditor({}, { transport }, async (editor, folder) => {
        const text = "export function keep(name: string) {\n  localStorage.setItem(name, 'x');\n}\n";
        await editor.open('keep.ts', text);
        const why = (name: string, line: number): Promise<MarkupContent | null> =>
          editor.connection.sendRequest('workspace/executeCommand', {
            command: 'authlint.why',
            arguments: [{ uri: folder.uriOf(name), line }],
          });
        assert.match((await why('keep.ts', 1))?.value ?? '', /not reported\. `key` is not known.*/);
        assert.match((await why('keep.ts', 1))?.value ?? '', /\(keep\.ts:2:24\)/);
        assert.equal(await why('closed.ts', 0), null);
      }));

    it('finds a secret that everybody knows', () =>
      withEditor({}, { transport }, async (editor) => {
        // HS256 over {"sub":"1"} with the secret `secret`.
        const known = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.M11_c_Mkz5wKz70TPIkcPwzBTd5M-3ZW69WFmxuEnHk';
        assert.match((await editor.decode(known))?.value ?? '', /Signed with the well-known secret `secret`/);
      }));
  });
}
