import assert from 'node:assert/strict';
import { toJson } from '../../server/cli/printers/json';
import { VERSION } from '../../server/cli/version';
import { findingAt, reportOf, sampleReport } from './sampleReport';

const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});

describe('JSON report', () => {
  it('is version 1: places from 1, one fix per choice, skipped files', () => {
    const expiry = {
      title: 'Let it expire: 15m',
      safety: 'suggestion',
      edits: [{ file: 'src/api/auth.ts', range: at(5, 49, 6, 5), text: ", { expiresIn: '15m' });\n\tres" }],
    };
    const { findings, ...others } = JSON.parse(toJson(sampleReport()));
    for (const { fingerprint } of findings) assert.match(fingerprint, /^[0-9a-f]{28}$/);
    const bare = findings.map(({ fingerprint: _, ...finding }: { fingerprint: string }) => finding);
    assert.deepEqual(
      { ...others, findings: bare },
      {
        version: 1,
        tool: { name: 'authlint', version: VERSION },
        findings: [
          {
            ruleId: 'jwt-missing-expiry',
            severity: 'error',
            file: 'src/api/auth.ts',
            range: at(5, 16, 5, 24),
            message: '`jwt.sign()` signs an access token that never expires.',
            why: 'Whoever steals it can use the account for ever.',
            help: 'Give it a lifetime: `expiresIn`.',
            related: [],
            fixes: [
              expiry,
              {
                ...expiry,
                title: 'Let it expire: 1h',
                edits: [{ ...expiry.edits[0], text: ", { expiresIn: '1h' });\n\tres" }],
              },
            ],
          },
          {
            ruleId: 'cookie-missing-samesite',
            severity: 'warning',
            file: 'src/api/auth.ts',
            range: at(6, 31, 6, 63),
            message: '`res.cookie()` sets no `sameSite`.',
            why: 'Other sites can make requests that carry this cookie.',
            help: "Set `sameSite: 'lax'`.",
            related: [],
            fixes: [],
          },
          {
            ruleId: 'jwt-hardcoded-secret',
            severity: 'error',
            file: 'src/config.ts',
            range: at(2, 23, 2, 38),
            message: 'The key that signs tokens is `<literal, 13 bytes>` in the source.',
            why: 'Whoever reads the repository can sign tokens as any user.',
            help: 'Read it from the environment, and fail at start-up when it is unset.',
            related: [{ file: 'src/api/auth.ts', range: at(5, 43, 5, 51), message: '`jwt.sign()` uses it as key' }],
            fixes: [],
          },
        ],
        skipped: [{ file: 'src/old.js', reason: 'not-utf8', message: 'The file is not UTF-8 text. Save it as UTF-8.' }],
      },
    );
  });

  it('counts UTF-16 code units, and any line break', () => {
    const text = 'a\r\nb\r👩 sign()';
    const start = text.indexOf('sign');
    const report = reportOf({ 'a.ts': text }, { 'a.ts': [findingAt({ start, end: start + 6 })] });
    assert.deepEqual(JSON.parse(toJson(report)).findings[0].range, at(3, 4, 3, 10));
  });

  it('names files outside of the working directory', () => {
    const report = reportOf({ '../lib/b.ts': 'x' }, {}, { directory: '/work/app/src' });
    const files = [{ file: '/work/app/lib/b.ts', findings: [findingAt({ start: 0, end: 1 })] }];
    assert.equal(JSON.parse(toJson({ ...report, files })).findings[0].file, '../lib/b.ts');
  });
});
