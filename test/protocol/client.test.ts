import assert from 'node:assert/strict';
import { redact } from '../../client/redaction';
import { findTokenWord } from '../../client/tokenWord';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('client', () => {
  it('finds the token around the cursor, without what stands before it', () => {
    const line = `API_TOKEN=${TOKEN} # comment`;
    assert.deepEqual(findTokenWord(line, line.indexOf('eyJzdWIi') + 3), { start: 10, text: TOKEN });
  });

  it('finds a token that is longer than the words of the editor', () => {
    const long = `${TOKEN.slice(0, 21)}${'A'.repeat(4000)}.c2ln`;
    assert.equal(findTokenWord(`"${long}"`, 2000)?.text, long);
  });

  it('finds the pieces of a token that is put together, from each of them', () => {
    const pieces = `${TOKEN.slice(0, 30)}" + '${TOKEN.slice(30, 40)}' +  \`${TOKEN.slice(40)}`;
    const line = `token = "${pieces}" + rest`;
    for (const offset of [9, 25, line.indexOf(TOKEN.slice(30, 40)) + 2, line.indexOf(TOKEN.slice(40)) + 2]) {
      assert.deepEqual(findTokenWord(line, offset), { start: 9, text: pieces });
    }
    assert.equal(findTokenWord(`${'"+'.repeat(30_000)}"`, 30_000), undefined);
  });

  it('finds nothing beside a token or in another word', () => {
    const line = `TOKEN=${TOKEN} keyboard`;
    assert.equal(findTokenWord(line, 2), undefined);
    assert.equal(findTokenWord(line, line.length - 2), undefined);
    assert.equal(findTokenWord('', 0), undefined);
  });

  it('keeps tokens out of the log, wherever they stand', () => {
    assert.equal(redact(`const t = '${TOKEN}'`), `const t = '<token, ${TOKEN.length} characters>'`);
    assert.equal(redact(`escaped \\n${TOKEN}`), `escaped \\n<token, ${TOKEN.length} characters>`);
    const sent = JSON.stringify(
      { command: 'authlint.verify', arguments: [{ text: TOKEN, key: 'say "friend"\\' }] },
      undefined,
      2,
    );
    assert.equal(
      redact(sent).replaceAll(/\s+/g, ''),
      `{"command":"authlint.verify","arguments":[{"text":"<text,${TOKEN.length}characters>","key":"<key,16characters>"}]}`,
    );
    for (const pem of [
      '-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----\nMI',
    ]) {
      assert.equal(redact(`const key = \`${pem}`), `const key = \`<key, ${pem.length} characters>`);
    }
    for (const before of ['\\u003d', '%3D', '_', '9']) {
      assert.equal(redact(`${before}${TOKEN}`), `${before}<token, ${TOKEN.length} characters>`);
    }
    const padded = `${Buffer.from('{"alg":"HS256","kid":"ÿþ?>"}').toString('base64')}.e30=`;
    assert.match(padded, /[+/]/);
    assert.equal(redact(padded), `<token, ${padded.length} characters>`);
    assert.equal(redact('nothing to hide: keynote.eye'), 'nothing to hide: keynote.eye');
  });

  it('keeps the text of documents and edits out of the log, in which a password looks like any other text', () => {
    const told = { uri: 'file:///a.ts', version: 2, code: 'jwt-hardcoded-secret' };
    const message = { ...told, text: "say('p\\w\"d');\n", contentChanges: [{ text: 'w' }], edits: [{ newText: 'x' }] };
    const logged = redact(`Params: ${JSON.stringify(message, undefined, 4)}`);
    assert.deepEqual(JSON.parse(logged.replace('Params: ', '')), {
      ...told,
      text: '<text, 17 characters>',
      contentChanges: [{ text: '<text, 1 characters>' }],
      edits: [{ newText: '<text, 1 characters>' }],
    });
  });

  it('keeps what tokens hold out of the log, where answers say it', () => {
    const answer = '\nResult: {\n  "value": "Subject 42"\n}';
    for (const [method, isTold] of [
      ['textDocument/hover', false],
      ['workspace/executeCommand', false],
      ['textDocument/inlayHint', false],
      ['inlayHint/resolve', false],
      ['textDocument/diagnostic', true],
    ] as const) {
      const line = `Received response '${method} - (3)' in 5ms.`;
      const told = line + answer.replace('"Subject 42"', '"<text, 10 characters>"');
      assert.equal(redact(line + answer), isTold ? told : line);
    }
    const sent = "Sending response 'authlint/readFile - (3)'. Processing request took 1ms";
    assert.equal(redact(`${sent}\nResult: "S0VZPXNlY3JldA=="`), sent);
  });
});
