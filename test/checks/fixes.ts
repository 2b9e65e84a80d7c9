import assert from 'node:assert/strict';
import { applyEdits, chooseEdits, type Finding, type Fix, parseDocument } from '../../rules';
import { PRECEDENCE } from '../../rules/catalog/precedence';

/** Files by the names of their files. */
export type Files = ReadonlyMap<string, string>;

/** Files, and what is found in them. */
export interface State {
  readonly texts: Files;
  readonly findings: readonly Finding[];
}

/** A fix as somebody takes it, with the value that they chose where it leaves a choice. */
export interface Taken {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly choice: string | undefined;
}

/** Every way to take the fixes of a finding. */
export function waysToFix(finding: Finding): readonly Taken[] {
  return finding.fixes.flatMap((fix) => (fix.choices ?? [undefined]).map((choice) => ({ finding, fix, choice })));
}

/** The files after a fix. */
export function fixed(texts: Files, { fix, choice }: Pick<Taken, 'fix' | 'choice'>): Files {
  const result = new Map(texts);
  for (const [name, text] of texts) {
    const edits = chooseEdits(fix, choice).filter(({ file }) => file === name);
    if (edits.length > 0) result.set(name, applyEdits(text, edits));
  }
  return result;
}

/** A cookie that no browser took is sent once its fix is taken: what it is sent with is another danger of one rule. */
function isNextOf(fixed: Finding, other: Finding): boolean {
  const isNext = fixed.rule === 'cookie-samesite-none' && other.rule === fixed.rule;
  return isNext && fixed.severity === 'error' && other.severity !== 'error';
}

/** Invariant 10: a fix leaves a file that parses, without its finding, without a new one, and once is enough. */
export function checkOutcome({ finding, fix, choice }: Taken, before: State, after: State): void {
  const label = `${finding.rule}: ${fix.title}${choice === undefined ? '' : ` (${choice})`}`;
  for (const [name, text] of after.texts) {
    if (text !== before.texts.get(name)) checkSyntax(label, name, before.texts.get(name) ?? '', text);
  }
  const left = after.findings.filter((one) => !isNextOf(finding, one));
  const count = (findings: readonly Finding[], rule: string): number =>
    findings.filter((one) => one.rule === rule).length;
  const changed = [...after.texts].flatMap(([name, text]) => (text === before.texts.get(name) ? [] : [text]));
  assert.ok(changed.length > 0, `${label}: changes nothing`);
  assert.ok(
    count(left, finding.rule) < count(before.findings, finding.rule),
    `${label}: the finding is still there\n${changed.join('\n')}`,
  );
  // What the finding silenced was there before: it is heard now.
  const heard = PRECEDENCE.flatMap(({ rule, over }) => (rule === finding.rule ? over : []));
  for (const { rule } of left) {
    if (!heard.includes(rule)) assert.ok(count(left, rule) <= count(before.findings, rule), `${label}: raises ${rule}`);
  }
}

function checkSyntax(label: string, name: string, old: string, text: string): void {
  if (name.endsWith('.json')) return;
  const [before, after] = [old, text].map((one) => parseDocument(name, one));
  assert.ok(before?.kind === 'parsed' && after?.kind === 'parsed');
  const problems = after.document.syntaxErrors.map(({ message }) => message);
  assert.ok(
    problems.length <= before.document.syntaxErrors.length,
    `${label}: the file does not parse: ${problems.join(', ')}\n${text}`,
  );
}
