import { catalog } from './catalog';
import { PRECEDENCE, SECRETS_IN_SOURCE } from './catalog/precedence';
import type { Problem, Rule, RuleContext } from './catalog/rule';
import type { ParsedDocument } from './document';
import type { Fact } from './facts/schema';
import { isMakingOf } from './facts/workspace/makers';
import type { Finding, Fix } from './finding';
import { isData } from './syntax';
import { contains } from './text/span';
import type { World } from './world';

/** A rule that failed: its findings in the file are lost, and nothing else. */
export interface RuleCrash {
  readonly rule: string;
  readonly error: unknown;
}

interface RawFinding {
  readonly rule: Rule;
  readonly fact: Fact;
  readonly problem: Problem;
}

/** What a reading tells of what is around its facts. */
type Surroundings = Pick<
  RuleContext,
  | 'isChecked'
  | 'isCommandLine'
  | 'isGuardedElsewhere'
  | 'environment'
  | 'cookieReaders'
  | 'hasVerifier'
  | 'shows'
  | 'signingAlgorithms'
  | 'startUp'
  | 'storageUsers'
  | 'testsAlgorithm'
  | 'tokenUses'
>;

/** What rules may look at in a file that was read in a world. */
export function contextOf(
  facts: readonly Fact[],
  {
    isChecked,
    isCommandLine,
    isGuardedElsewhere,
    environment,
    cookieReaders,
    hasVerifier,
    shows,
    signingAlgorithms,
    startUp,
    storageUsers,
    testsAlgorithm,
    tokenUses,
  }: Surroundings,
  { file }: ParsedDocument,
  { settings, now }: World,
): RuleContext {
  return {
    settings,
    file,
    facts,
    now,
    isChecked,
    isCommandLine,
    isGuardedElsewhere,
    environment,
    cookieReaders,
    storageUsers,
    hasVerifier,
    shows,
    signingAlgorithms,
    startUp,
    testsAlgorithm,
    tokenUses,
  };
}

/** Runs all rules over the facts of a file. In source order. */
export function checkFacts(facts: readonly Fact[], context: RuleContext, crashes: RuleCrash[]): readonly Finding[] {
  const raw: RawFinding[] = [];
  for (const rule of catalog) {
    if (!isEnabled(rule, context)) continue;
    try {
      for (const fact of facts) {
        const problems = rule.on.includes(fact.kind) ? problemsOf(rule, fact, context) : [];
        if (problems.length === 0 || isProvenEarlier(rule, fact, context)) continue;
        for (const problem of problems) raw.push({ rule, fact, problem: withWay(problem, fact) });
      }
    } catch (error) {
      crashes.push({ rule: rule.id, error });
    }
  }
  const speakers = new Map<string, Set<string>>();
  for (const { rule, fact, problem } of raw) {
    // What is only worth a look silences nothing.
    if (problem.severity === 'information') continue;
    speakers.set(actOf(fact), (speakers.get(actOf(fact)) ?? new Set()).add(rule.id));
  }
  const made = raw.filter(({ fact }) => fact.madeAt !== undefined);
  const isOfMaker = (one: RawFinding): boolean =>
    made.some(({ rule, fact }) => rule === one.rule && isMakingOf(one.fact, fact));
  const heard = raw.filter((one) => !isSilenced(one.rule, speakers.get(actOf(one.fact))) && !isOfMaker(one));
  const strength = ({ rule }: RawFinding): number => SECRETS_IN_SOURCE.indexOf(rule.id);
  return withoutRepeats(
    heard.toSorted((a, b) => strength(a) - strength(b)),
    context,
  )
    .map(({ rule, problem }) => toFinding(rule, problem, context))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
}

/** What a rule objects to in a fact. */
export function problemsOf(rule: Rule, fact: Fact, context: RuleContext): readonly Problem[] {
  return [rule.check(fact, context) ?? []].flat();
}

/** A danger that a function shows by itself is reported there, once, however many call it. */
export function isProvenEarlier(rule: Rule, { provenBy, kind }: Fact, context: RuleContext): boolean {
  return provenBy.some((earlier) => earlier.kind === kind && problemsOf(rule, earlier, context).length > 0);
}

/** Adds the way from the call in this file to what is done, through the functions on it. */
function withWay(problem: Problem, { via, display }: Fact): Problem {
  if (via.length === 0) return problem;
  const steps = via.map((place, index) => ({
    ...place,
    message: index === via.length - 1 ? `\`${display}\` does it here` : 'which calls this',
  }));
  return { ...problem, related: [...(problem.related ?? []), ...steps] };
}

/** Whether the settings have a rule run. */
export function isEnabled({ id, preset }: Rule, { settings }: RuleContext): boolean {
  const own = settings.rules[id];
  if (own !== undefined) return own !== 'off';
  return preset === 'recommended' || settings.preset === 'strict';
}

/** What a program does there: a library may have several facts to tell of one call. */
function actOf({ kind, span, via }: Fact): string {
  const places = via.map(({ file, span: { start } }) => `${file}:${start}`);
  return [kind, span.start, span.end, ...places].join('\n');
}

function isSilenced({ id }: Rule, speakers: ReadonlySet<string> | undefined): boolean {
  return PRECEDENCE.some(({ rule, over }) => speakers?.has(rule) === true && over.includes(id));
}

/** One cause is one finding: sinks that stand elsewhere become its related information. */
function withoutRepeats(raw: readonly RawFinding[], context: RuleContext): readonly RawFinding[] {
  const byCause = new Map<string, RawFinding>();
  for (const { rule, problem, fact } of raw) {
    const { file, span } = problem.cause ?? { file: '', span: problem.at };
    const key = `${SECRETS_IN_SOURCE.includes(rule.id) ? 'secret' : rule.id}\n${file}\n${span.start}\n${span.end}`;
    const first = byCause.get(key);
    const { usedAt = { file: context.file, span: fact.calleeSpan } } = fact;
    const use = { ...usedAt, message: `\`${fact.display}\` uses it` };
    const isElsewhere = first !== undefined || fact.usedAt !== undefined || !contains(fact.span, problem.at);
    const kept = first?.problem ?? problem;
    const related = isElsewhere ? [...(kept.related ?? []), use] : kept.related;
    byCause.set(key, {
      rule: first?.rule ?? rule,
      fact: first?.fact ?? fact,
      problem: related === undefined ? kept : { ...kept, related },
    });
  }
  return [...byCause.values()];
}

/** Code is written as code is: what stands in a file of data is edited by whoever knows who else reads it. */
function editsCode({ edits }: Fix): boolean {
  return edits.every(({ file }) => !isData(file));
}

function toFinding(rule: Rule, problem: Problem, { settings }: RuleContext): Finding {
  const own = settings.rules[rule.id];
  const { at, message, because, help, related = [], fixes = [] } = problem;
  return {
    rule: rule.id,
    severity: own === undefined || own === 'off' ? (problem.severity ?? rule.severity) : own,
    span: at,
    message,
    because,
    help,
    related,
    fixes: fixes.filter(editsCode),
    symbol: '',
  };
}
