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
        assert.match((await editor.decode(`${' '.repeat(40_000)}${TOKEN}`))?.value ?? '', /HS256 · expired/);
        assert.equal(await editor.decode(`${' '.repeat(1_000_000)}${TOKEN}`), null);
        assert.equal(await editor.decode(TOKEN, { view: 'everything' }), null);
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

    it('has a command beside it that gives the page of a rule', () =>
      withEditor({}, { transport }, async (editor) => {
        const explain = (rule: string): Promise<MarkupContent | null> =>
          editor.connection.sendRequest('workspace/executeCommand', {
            command: 'authlint.explain',
            arguments: [{ rule }],
          });
        const page = await explain('jwt-alg-none');
        assert.equal(page?.kind, 'markdown');
        assert.match(page.value, /^# jwt-alg-none\n[\s\S]*\n## The attack\n/);
        assert.equal(await explain('no-such-rule'), null);
      }));

    it('is there in full, and in parts that can be copied', () =>
      withEditor({}, { transport }, async (editor) => {
        const document = await editor.decode(`Bearer ${TOKEN}`, { view: 'document' });
        assert.equal(document?.kind, 'markdown');
        assert.match(
          document.value,
          /^\*\*JWT · HS256 · expired[\s\S]*```jsonc\n{\n {2}"header": {[\s\S]*```\n\nDecoded, not verified\.\n$/,
        );
        const header = await editor.decode(TOKEN, { view: 'header' });
        assert.equal(header?.kind, 'plaintext');
        assert.equal(JSON.parse(header.value).alg, 'HS256');
        assert.equal(JSON.parse((await editor.decode(TOKEN, { view: 'payload' }))?.value ?? '').sub, '1');
        assert.equal(await editor.decode(TOKEN.split('.')[0] ?? '', { view: 'payload' }), null);
      }));

    it('judges by the policy of the document that the token stands in, and is off where the editor says so', () =>
      withEditor(
        { 'authlint.config.json': '{ "policy": { "maxAccessTokenLifetime": "10m" } }' },
        { transport },
        async (editor, folder) => {
          const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
          const claims = encode({ iat: 1_700_000_000, exp: 1_700_001_800 });
          const token = `${encode({ alg: 'RS256' })}.${claims}.AAAA`;
          const uri = folder.uriOf('deploy.yaml');
          assert.match((await editor.decode(token, { uri }))?.value ?? '', /the policy gives an access token 10 min/);
          assert.doesNotMatch((await editor.decode(token))?.value ?? '', /the policy gives/);
          for (const settings of [{ enable: false }, { hover: { enable: false } }]) {
            const before = editor.hintRefreshes();
            await editor.configurationChanged(settings);
            await editor.until('the settings', () => editor.hintRefreshes() > before);
            await editor.open('token.ts', SOURCE);
            assert.equal(await editor.decode(token, { uri }), null);
            assert.equal(await editor.hover('token.ts', rangeOf(SOURCE, TOKEN.slice(50, 60)).start), null);
            assert.match((await editor.decode(token, { uri, view: 'document' }))?.value ?? '', /Decoded/);
          }
        },
      ));

    it('stands behind each token as a hint, where the editor asks for that', () =>
      withEditor({}, { transport }, async (editor) => {
        await editor.open('token.ts', SOURCE);
        const { end } = rangeOf(SOURCE, TOKEN);
        const all = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
        assert.deepEqual(await editor.hints('token.ts', all), []);
        await editor.configurationChanged({ inlayHints: { enable: true } });
        await editor.until('other hints', () => editor.hintRefreshes() > 0);
        const [hint, ...others] = await editor.hints('token.ts', all);
        assert.deepEqual(others, []);
        assert.deepEqual(hint?.position, end);
        assert.match(String(hint?.label), /^expired \d+ years ago/);
        assert.deepEqual(await editor.hints('token.ts', { start: all.start, end: { line: 1, character: 0 } }), []);
        assert.deepEqual(await editor.hints('closed.ts', all), []);
      }));

    it('verifies a signature with a key that it is given, and keeps and logs neither', () =>
      withEditor({}, { transport }, async (editor, folder) => {
        const known = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.M11_c_Mkz5wKz70TPIkcPwzBTd5M-3ZW69WFmxuEnHk';
        const valid = await editor.verify(`Bearer ${known}`, 'secret');
        assert.equal(valid?.kind, 'markdown');
        assert.match(valid.value, /^# The signature is valid\.\n\nChecked with HS256 and the secret\.\n/);
        assert.match((await editor.verify(known, 'hunter2'))?.value ?? '', /^# The signature is not valid\./);
        assert.match((await editor.verify(known, ''))?.value ?? '', /^# The signature was not checked\./);
        assert.equal(await editor.verify('no token', 'hunter2'), null);
        await editor.decode(known, { view: 'document', uri: 'what: is this?' });
        assert.doesNotMatch(editor.logged.join('\n') + editor.transport.errors(), /eyJ|hunter2|secret/);
        assert.deepEqual(folder.readDirectory(folder.uri) ?? [], []);
      }));

    it('finds a secret that everybody knows', () =>
      withEditor({}, { transport }, async (editor) => {
        // HS256 over {"sub":"1"} with the secret `secret`.
        const known = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.M11_c_Mkz5wKz70TPIkcPwzBTd5M-3ZW69WFmxuEnHk';
        assert.match((await editor.decode(known))?.value ?? '', /Signed with the well-known secret `secret`/);
      }));
  });
}
