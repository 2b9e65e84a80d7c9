import { catalog } from './catalog';
import { PRECEDENCE } from './catalog/precedence';
import type { Problem, Rule, RuleContext } from './catalog/rule';
import type { ParsedDocument } from './document';
import { bandStartsOf } from './facts/bands';
import { contributionOf } from './facts/contribution';
import { createExtractor } from './facts/extract';
import { createKnowledge, type Knowledge } from './facts/knowledge';
import { listFacts } from './facts/listing';
import type { Fact } from './facts/schema';
import type { Finding } from './finding';
import { models } from './models';
import type { Vocabulary } from './resolve/actions';
import { createEvaluator } from './resolve/evaluate';
import { type LiveModule, moduleOfTree } from './resolve/module';
import { summaryOf } from './resolve/summarize';
import type { ModuleSummary } from './resolve/summary';
import { lineIndex } from './text/lineIndex';
import { contains } from './text/span';
import type { Contribution, Missing, World } from './world';

/** What one pass over one file found. */
export interface Analysis {
  /** In source order. */
  readonly findings: readonly Finding[];
  /** What the world could not answer yet: load it and analyse again. */
  readonly missing: readonly Missing[];
  /** Rules that failed; each lost its own findings in this file and nothing else. */
  readonly crashes: readonly RuleCrash[];
  /** The code nests so deeply that it could not be followed: there are no findings. */
  readonly isTooDeep: boolean;
  /** What the engine saw, one fact a line; secrets are named by their length only. */
  listing(): string;
}

export interface Contributed {
  readonly contribution: Contribution;
  /** What the world could not answer yet. */
  readonly missing: readonly Missing[];
}

export interface RuleCrash {
  readonly rule: string;
  readonly error: unknown;
}

const knowledge: Knowledge = createKnowledge(models);
const VOCABULARY: Vocabulary = {
  isKnownName: knowledge.isRelevantName,
  isRegistrationName: (name) => knowledge.registrationsNamed(name).length > 0,
};
const modules = new WeakMap<ParsedDocument, LiveModule>();
const NO_CONTRIBUTION: Contribution = { wrappers: [], implements: [], registers: [] };

/** Analyses one file. Total: whatever the code is, this returns. */
export function analyze(document: ParsedDocument, world: World): Analysis {
  const missing = new Map<string, Missing>();
  try {
    const reading = read(document, world, missing);
    const facts = reading.facts();
    const crashes: RuleCrash[] = [];
    const findings = checkFacts(facts, { settings: world.settings, file: document.file, facts }, crashes);
    const listing = (): string => listFacts(facts, document.file, lineIndex(document.text));
    return { findings, missing: [...missing.values()], crashes, isTooDeep: false, listing };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { findings: [], missing: [], crashes: [], isTooDeep: true, listing: () => '' };
  }
}

/** What a file tells the analyses of others, in a world that may lack something, as in `analyze`. */
export function contribute(document: ParsedDocument, world: World): Contributed {
  const missing = new Map<string, Missing>();
  try {
    const contribution = read(document, world, missing).contribution();
    return { contribution, missing: [...missing.values()] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { contribution: NO_CONTRIBUTION, missing: [] };
  }
}

/** What a file says to those that import it; `undefined` when it nests too deeply to be followed. */
export function summarize(document: ParsedDocument): ModuleSummary | undefined {
  try {
    return summaryOf(moduleOf(document));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** The versions of a package at which what the engine knows of it changes, ascending. */
export function bandStarts(packageName: string): readonly string[] {
  return bandStartsOf(models, packageName);
}

function moduleOf(document: ParsedDocument): LiveModule {
  const known = modules.get(document);
  if (known !== undefined) return known;
  const module = moduleOfTree(document.file, document.tree, VOCABULARY);
  modules.set(document, module);
  return module;
}

interface Reading {
  facts(): readonly Fact[];
  contribution(): Contribution;
}

/** Reads a document in a world, noting what the world lacks. */
function read(document: ParsedDocument, world: World, missing: Map<string, Missing>): Reading {
  const { file } = document;
  const module = moduleOf(document);
  const dependency = (name: string, from: string): ReturnType<World['dependency']> => {
    const answer = name === '' ? null : world.dependency(name, from);
    if (answer === undefined) missing.set(`dependency\n${name}\n${from}`, { kind: 'dependency', package: name, from });
    return answer;
  };
  const modulesAt = (files: readonly string[]): readonly ModuleSummary[] =>
    files.flatMap((one) => {
      const answer = world.module(one);
      if (answer === undefined) missing.set(`module\n${one}`, { kind: 'module', file: one });
      return answer ?? [];
    });
  const evaluator = createEvaluator(knowledge, {
    summary(specifier, from) {
      const answer = world.summary(specifier, from);
      if (answer === undefined) missing.set(`summary\n${specifier}\n${from}`, { kind: 'summary', specifier, from });
      return answer;
    },
    registrars(packageName) {
      const files = world.index?.registrars(packageName);
      return files && modulesAt(files.filter((one) => one !== file));
    },
    implementers: (typeName) => modulesAt(world.index?.implementers(typeName) ?? []),
    // Without any manifest nothing speaks against it.
    isDependency: (name, from) => dependency(name, from) != null,
  });
  const findDependency = (name: string): ReturnType<World['dependency']> => dependency(name, file);
  const isWrapper = world.index?.isWrapper;
  const extractor = createExtractor({ module, evaluator, knowledge, findDependency, isWrapper });
  return { facts: extractor.facts, contribution: () => contributionOf(module, evaluator, knowledge, extractor) };
}

interface RawFinding {
  readonly rule: Rule;
  readonly fact: Fact;
  readonly problem: Problem;
}

function checkFacts(facts: readonly Fact[], context: RuleContext, crashes: RuleCrash[]): readonly Finding[] {
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
  const speakers = new Map<Fact, Set<string>>();
  for (const { rule, fact } of raw) speakers.set(fact, (speakers.get(fact) ?? new Set()).add(rule.id));
  const heard = raw.filter(({ rule, fact }) => !isSilenced(rule, speakers.get(fact)));
  return withoutRepeats(heard, context)
    .map(({ rule, problem }) => toFinding(rule, problem, context))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
}

function problemsOf(rule: Rule, fact: Fact, context: RuleContext): readonly Problem[] {
  return [rule.check(fact, context) ?? []].flat();
}

/** A danger that a function shows by itself is reported there, once, however many call it. */
function isProvenEarlier(rule: Rule, { provenBy, kind }: Fact, context: RuleContext): boolean {
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

function isEnabled({ id, preset }: Rule, { settings }: RuleContext): boolean {
  const own = settings.rules[id];
  if (own !== undefined) return own !== 'off';
  return preset === 'recommended' || settings.preset === 'strict';
}

function isSilenced({ id }: Rule, speakers: ReadonlySet<string> | undefined): boolean {
  return PRECEDENCE.some(({ rule, over }) => speakers?.has(rule) === true && over.includes(id));
}

/** One cause is one finding: sinks that stand elsewhere become its related information. */
function withoutRepeats(raw: readonly RawFinding[], context: RuleContext): readonly RawFinding[] {
  const byCause = new Map<string, RawFinding>();
  for (const { rule, problem, fact } of raw) {
    const { file, span } = problem.cause ?? { file: '', span: problem.at };
    const key = `${rule.id}\n${file}\n${span.start}\n${span.end}`;
    const first = byCause.get(key);
    const use = { file: context.file, span: fact.calleeSpan, message: `\`${fact.display}\` uses it` };
    const isElsewhere = first !== undefined || !contains(fact.span, problem.at);
    const kept = first?.problem ?? problem;
    const related = isElsewhere ? [...(kept.related ?? []), use] : kept.related;
    byCause.set(key, { rule, fact: first?.fact ?? fact, problem: related === undefined ? kept : { ...kept, related } });
  }
  return [...byCause.values()];
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
    fixes,
  };
}
