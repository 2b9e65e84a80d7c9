import assert from 'node:assert/strict';
import { toGithub } from '../../server/cli/printers/github';
import { toMarkdown } from '../../server/cli/printers/markdown';
import { findingAt, reportOf, sampleReport, spanOf } from './sampleReport';

describe('the format github', () => {
  it('annotates lines by workflow commands', () => {
    const [first = '', second = ''] = toGithub(sampleReport()).split('\n');
    assert.equal(
      first,
      '::error file=src/api/auth.ts,line=5,endLine=5,col=16,endColumn=24,title=authlint%3A jwt-missing-expiry::' +
        '`jwt.sign()` signs an access token that never expires. Whoever steals it can use the account for ever.%0A' +
        'Give it a lifetime: `expiresIn`.',
    );
    assert.match(second, /^::warning file=src\/api\/auth\.ts,line=6,/);
  });

  it('lets nothing of the code be a command', () => {
    const text = 'one\ntwo';
    const finding = findingAt({ start: 0, end: 7 }, { severity: 'information', message: '100%\r\n::error::x' });
    const printed = toGithub(reportOf({ 'a,b:c.ts': text }, { 'a,b:c.ts': [finding] }));
    assert.match(
      printed,
      /^::notice file=a%2Cb%3Ac\.ts,line=1,endLine=2,title=[^\n]*::100%25%0D%0A::error::x [^\n]*\n$/,
    );
  });

  it('is empty when nothing is found', () => assert.equal(toGithub(reportOf({}, {})), ''));
});

describe('the format markdown', () => {
  it('is a summary and a table for each file', () => {
    const lines = toMarkdown(sampleReport()).split('\n');
    assert.equal(lines[0], '**authlint**: ✖ 2 errors, 1 warning in 2 of 14 files, 1 not fully checked, 120 ms');
    assert.deepEqual(lines.slice(2, 6), [
      '### `src/api/auth.ts`',
      '',
      '| place | severity | finding | rule |',
      '|---|---|---|---|',
    ]);
    assert.match(
      lines[6] ?? '',
      /^\| 5:16 \| 🔴 error \| `jwt\.sign\(\)` signs .*<br>.* \| \[jwt-missing-expiry\]\(https/,
    );
  });

  it('keeps to its cells whatever the code is', () => {
    const text = 'a || b';
    const finding = findingAt(spanOf(text, 'a'), { message: 'The key `a | b`\n is <b>_bold_</b>.' });
    const row = toMarkdown(reportOf({ 'a.ts': text }, { 'a.ts': [finding] })).split('\n')[6] ?? '';
    assert.ok(row.includes('The key `a \\| b` is \\<b\\>\\_bold\\_\\</b\\>.'), row);
  });
});
