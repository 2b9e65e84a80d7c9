import assert from 'node:assert/strict';
import { applyEdits, chooseEdits, type Finding, type Fix, parseDocument, type Settings } from '../../rules';
import { PRECEDENCE } from '../../rules/catalog/precedence';
import { type Files, fileOf, namedFiles } from './files';
import { CODE_LANGUAGES, codeOf, type Section } from './fixture';
import { type PageKind, settingsOf } from './kind';
import { analyzed } from './world';

/** The files after a fix. */
export function fixed(files: Files, fix: Fix, choice: string | undefined): Files {
  const result = new Map(files);
  for (const [name, text] of files) {
    const edits = chooseEdits(fix, choice).filter(({ file }) => file === name);
    if (edits.length > 0) result.set(name, applyEdits(text, edits));
  }
  return result;
}

/**
 * Rules that may share a place because each misses something else there: the call, or its options, is where all of it would
 * be written.
 */
const EACH_ITS_OWN: readonly (readonly string[])[] = [
  [
    'cookie-missing-httponly',
    'cookie-missing-secure',
    'cookie-missing-samesite',
    'cookie-broad-scope',
    'cookie-long-lived',
    'session-long-lived',
    'session-memory-store',
  ],
  ['jwt-missing-algorithms', 'jwt-missing-issuer-audience', 'token-in-url'],
  // The options are another file's: both stand on what brings them.
  ['jwt-ignored-expiration', 'jwt-missing-issuer-audience'],
  // Written in source and kept where scripts read it: whoever mends the one still has the other.
  ['hardcoded-token', 'token-in-web-storage'],
];

/** One cause is one finding: rules that report the same place, give or take its quotes, have a reason to. */
function checkCauses(findings: readonly Finding[], code: string): void {
  for (const [index, one] of findings.entries()) {
    for (const other of findings.slice(index + 1)) {
      const isNear = Math.abs(one.span.start - other.span.start) <= 1 && Math.abs(one.span.end - other.span.end) <= 1;
      if (!isNear || one.rule === other.rule) continue;
      const isExplained = EACH_ITS_OWN.some((group) => group.includes(one.rule) && group.includes(other.rule));
      const place = code.slice(one.span.start, one.span.end);
      assert.ok(isExplained, `${one.rule} and ${other.rule} both report ${place}: which of them owns it?`);
    }
  }
}

/** A cookie that no browser took is sent once its fix is taken: what it is sent with is another danger of one rule. */
function isNextOf(fixed: Finding, other: Finding): boolean {
  const isNext = fixed.rule === 'cookie-samesite-none' && other.rule === fixed.rule;
  return isNext && fixed.severity === 'error' && other.severity !== 'error';
}

/** Invariant 10: a fix leaves a file that parses, without its finding, without a new one, and once is enough. */
export function checkFixes(section: Section, kind: PageKind): void {
  const named = namedFiles(section);
  const settings = settingsOf(section, {});
  for (const block of section.blocks) {
    if (!CODE_LANGUAGES.has(block.language)) continue;
    const file = fileOf(block);
    const files = new Map([...named, [file, codeOf(block)]]);
    const before = analyzed(file, files, settings).findings;
    checkCauses(before, codeOf(block));
    for (const finding of before) {
      if (kind.rule !== undefined && finding.rule !== kind.rule) continue;
      for (const fix of finding.fixes) {
        for (const choice of fix.choices ?? [undefined]) checkFix(file, files, settings, before, finding, fix, choice);
      }
    }
  }
}

function checkFix(
  file: string,
  files: Files,
  settings: Settings,
  before: readonly Finding[],
  finding: Finding,
  fix: Fix,
  choice: string | undefined,
): void {
  const label = `${finding.rule}: ${fix.title}${choice === undefined ? '' : ` (${choice})`}`;
  const after = fixed(files, fix, choice);
  for (const [name, text] of after) {
    if (name.endsWith('.json') || text === files.get(name)) continue;
    const [old, new_] = [files.get(name) ?? '', text].map((one) => parseDocument(name, one));
    assert.ok(old?.kind === 'parsed' && new_?.kind === 'parsed');
    const problems = new_.document.syntaxErrors.map(({ message }) => message);
    assert.ok(
      problems.length <= old.document.syntaxErrors.length,
      `${label}: the file does not parse: ${problems.join(', ')}\n${text}`,
    );
  }
  const left = analyzed(file, after, settings).findings.filter((one) => !isNextOf(finding, one));
  const count = (findings: readonly Finding[], rule: string): number =>
    findings.filter((one) => one.rule === rule).length;
  assert.ok(
    count(left, finding.rule) < count(before, finding.rule),
    `${label}: the finding is still there\n${after.get(file)}`,
  );
  // What the finding silenced was there before: it is heard now.
  const heard = PRECEDENCE.flatMap(({ rule, over }) => (rule === finding.rule ? over : []));
  for (const { rule } of left) {
    if (!heard.includes(rule)) assert.ok(count(left, rule) <= count(before, rule), `${label}: raises ${rule}`);
  }
}
