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

  it('finds nothing beside a token or in another word', () => {
    const line = `TOKEN=${TOKEN} keyboard`;
    assert.equal(findTokenWord(line, 2), undefined);
    assert.equal(findTokenWord(line, line.length - 2), undefined);
    assert.equal(findTokenWord('', 0), undefined);
  });

  it('keeps tokens out of the log, wherever they stand', () => {
    assert.equal(
      redact(`{"text":"const t = '${TOKEN}'"}`),
      `{"text":"const t = '<token, ${TOKEN.length} characters>'"}`,
    );
    assert.equal(redact(`escaped \\n${TOKEN}`), `escaped \\n<token, ${TOKEN.length} characters>`);
    assert.equal(redact('nothing to hide: keynote.eye'), 'nothing to hide: keynote.eye');
  });
});
