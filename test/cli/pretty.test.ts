import assert from 'node:assert/strict';
import pico from 'picocolors';
import { toPretty } from '../../server/cli/printers/pretty';
import type { Report } from '../../server/cli/report';
import { findingAt, placeOf, reportOf, sampleReport, spanOf } from './sampleReport';

function plain(report: Report, width = 80): string {
  return `\n${toPretty(report, { colors: pico.createColors(false), width })}`;
}

describe('pretty report', () => {
  it('groups findings by file, with code, reason, path, remedy and page, and ends with a summary', () => {
    assert.equal(
      plain(sampleReport()),
      `
── src/api/auth.ts ─────────────────────────────────────── 1 error, 1 warning ──

  error  \`jwt.sign()\` signs an access token that never expires.
  src/api/auth.ts:5:16  jwt-missing-expiry

    4 │ export function login(user: User, res: Response): void {
    5 │   const token = jwt.sign({ sub: user.id }, SECRET);
      │                 ~~~~~~~~
    6 │   res.cookie('session', token, { httpOnly: true, secure: true });

    why   Whoever steals it can use the account for ever.
    fix   Give it a lifetime: \`expiresIn\`.
    docs  https://docs.example/rules/jwt-missing-expiry

  warning  \`res.cookie()\` sets no \`sameSite\`.
  src/api/auth.ts:6:31  cookie-missing-samesite

    5 │   const token = jwt.sign({ sub: user.id }, SECRET);
    6 │   res.cookie('session', token, { httpOnly: true, secure: true });
      │                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    7 │ }

    why   Other sites can make requests that carry this cookie.
    fix   Set \`sameSite: 'lax'\`.
    docs  https://docs.example/rules/cookie-missing-samesite

── src/config.ts ──────────────────────────────────────────────────── 1 error ──

  error  The key that signs tokens is \`<literal, 13 bytes>\` in the source.
  src/config.ts:2:23  jwt-hardcoded-secret

    1 │ export const PORT = 3000;
    2 │ export const SECRET = '•••••••••••••';
      │                       ~~~~~~~~~~~~~~~

    why   Whoever reads the repository can sign tokens as any user.
    path  src/api/auth.ts:5:43  \`jwt.sign()\` uses it as key
          5 │   const token = jwt.sign({ sub: user.id }, SECRET);
            │                                            ~~~~~~~~
    fix   Read it from the environment, and fail at start-up when it is unset.
    docs  https://docs.example/rules/jwt-hardcoded-secret

✖ 2 errors, 1 warning in 2 of 14 files, 1 not fully checked, 120 ms
`,
    );
  });

  it('wraps prose, and cuts paths out of the frame that it shows already', () => {
    const text = "const SECRET = 'x';\nsign({}, SECRET);\n";
    const finding = findingAt(spanOf(text, 'sign({}, SECRET)'), {
      severity: 'information',
      message: 'This message is long enough to need a second line on a terminal that is as narrow as this one.',
      because: 'So is this reason, which goes on until the reader has understood what an attacker can do with it.',
      related: [
        { ...placeOf('a.ts', text, 'SECRET)'), message: 'the key that signs, which is the name of a constant' },
      ],
    });
    assert.equal(
      plain(reportOf({ 'a.ts': text }, { 'a.ts': [finding] }), 60),
      `
── a.ts ────────────────────────────────────────── 1 info ──

  info  This message is long enough to need a second line on
        a terminal that is as narrow as this one.
  a.ts:2:1  jwt-missing-expiry

    1 │ const SECRET = 'x';
    2 │ sign({}, SECRET);
      │ ~~~~~~~~~~~~~~~~

    why   So is this reason, which goes on until the reader
          has understood what an attacker can do with it.
    path  a.ts:2:10  the key that signs, which is the name
          of a constant
    fix   Give it a lifetime: \`expiresIn\`.
    docs  https://docs.example/rules/jwt-missing-expiry

✖ 1 info in 1 of 14 files, 120 ms
`,
    );
  });

  it('says so when there is nothing to say', () => {
    assert.equal(plain(reportOf({}, {}, { checked: 1, milliseconds: 2345 })), '\n✔ no findings in 1 file, 2.3 s\n');
  });

  it('colours severities and code, and drops the backticks that colour replaces', () => {
    const text = 'sign();';
    const report = reportOf(
      { 'a.ts': text },
      { 'a.ts': [findingAt(spanOf(text, 'sign'), { message: 'Bad `sign`.' })] },
    );
    const colored = toPretty(report, { colors: pico.createColors(true), width: 80 });
    assert.ok(
      colored.includes('\u001b[31m\u001b[1merror\u001b[22m\u001b[39m  \u001b[1mBad \u001b[22m\u001b[36msign\u001b[39m'),
    );
    assert.ok(colored.includes('\u001b[31m~~~~\u001b[39m'));
  });

  it('shows control characters in names and messages instead of obeying them', () => {
    const report = reportOf(
      { 'a\u001b]0;x.ts': 'f()' },
      { 'a\u001b]0;x.ts': [findingAt({ start: 0, end: 1 }, { message: '\u001b[2J' })] },
    );
    assert.ok(!toPretty(report, { colors: pico.createColors(false), width: 80 }).includes('\u001b'));
  });
});
