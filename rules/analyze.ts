import { checkFacts, contextOf, type RuleCrash } from './check';
import type { ParsedDocument } from './document';
import { bandStartsOf } from './facts/bands';
import type { Nothing } from './facts/extract';
import { listEffects, listFacts } from './facts/listing';
import type { Finding, Fix } from './finding';
import { models as builtIn } from './models';
import type { LibraryModel } from './models/model';
import { moduleOf, type Reading, read } from './reading';
import { summaryOf } from './resolve/module/summarize';
import type { ModuleSummary } from './resolve/module/summary';
import { suppress } from './suppress/suppress';
import { symbolAt, unlessTooDeep } from './syntax';
import { lineIndex } from './text/lineIndex';
import { contains } from './text/span';
import { type Why, whyAt } from './why';
import { type Contribution, type Missing, NO_CONTRIBUTION, type World } from './world';

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
  /** Whether each place was looked at, in this text. If not, what is found elsewhere may be missing. */
  readonly isWhole: boolean;
  /** Where it is plain that there is nothing, for the analysis of the next text. */
  nothing(): Nothing;
}

export interface Contributed {
  readonly contribution: Contribution;
  /** What the world could not answer yet. */
  readonly missing: readonly Missing[];
}

/** An answer that is worked out when it is asked for. */
export interface Explained<T> {
  readonly explanation: T;
  /** What the world could not answer yet. */
  readonly missing: readonly Missing[];
}

/** One document in one world, to be asked again when the world knows more: what lacked nothing is not worked out anew. */
export interface Reader {
  /** The document's findings. Total: whatever the code is, this returns. */
  analyze(): Analysis;
  /** What the file tells the analyses of others. Total, too. */
  contribute(): Contributed;
}

/**
 * Makes a reader of a document. The world has to give the same answers as long as it is used, or more. A file does not
 * contribute if neither `mayContribute` nor `mayUseWrapper` lets its text pass: it does nothing that models describe.
 * `before` is of an earlier text of the same document, in a world that would give the same answers now.
 */
export function createReader(document: ParsedDocument, world: World, contributes = true, before?: Nothing): Reader {
  let reading: Reading | undefined;
  const current = (): Reading => {
    reading?.refresh();
    reading ??= read(document, world, contributes, before);
    return reading;
  };
  return {
    analyze: () => unlessTooDeep(() => analysisOf(document, world, current()), TOO_DEEP),
    contribute: () =>
      unlessTooDeep(
        () => {
          const now = current();
          const contribution = now.contribution();
          return { contribution, missing: now.missing() };
        },
        { contribution: NO_CONTRIBUTION, missing: [] },
      ),
  };
}

/** Analyses one file once. Total: whatever the code is, this returns. */
export function analyze(document: ParsedDocument, world: World): Analysis {
  return createReader(document, world).analyze();
}

const TOO_DEEP: Analysis = {
  findings: [],
  missing: [],
  crashes: [],
  isTooDeep: true,
  listing: () => '',
  isWhole: true,
  nothing: () => ({ text: '', looked: new Map() }),
};

function analysisOf(document: ParsedDocument, world: World, reading: Reading): Analysis {
  const facts = reading.facts();
  const crashes: RuleCrash[] = [];
  const context = contextOf(facts, reading, document, world);
  const checked = checkFacts(facts, context, crashes).map((finding) => ({
    ...finding,
    symbol: symbolAt(document.tree, finding.span.start),
  }));
  const crashed = new Set(crashes.map(({ rule }) => rule));
  const showsAll = document.syntaxErrors.length === 0 && !reading.lacksIndex();
  const found = suppress(checked, document, context, (rule) => showsAll && !crashed.has(rule));
  const findings = document.quoted.length === 0 ? found : found.map((finding) => withoutEndedQuotes(finding, document));
  const listing = (): string => listFacts(facts, document.file, lineIndex(document.text));
  const { nothing } = reading;
  return {
    findings,
    missing: reading.missing(),
    crashes,
    isTooDeep: false,
    listing,
    isWhole: reading.isWhole(),
    nothing,
  };
}

/** A handler in double quotes ends at the first of them: a fix that would write one there is not offered. */
function withoutEndedQuotes(finding: Finding, { file, quoted }: ParsedDocument): Finding {
  const endsQuote = ({ edits, choices = [] }: Fix): boolean =>
    edits.some((edit) => {
      const around = edit.file === file ? quoted.find(({ span }) => contains(span, edit.span)) : undefined;
      return around !== undefined && [edit.text, ...choices].some((text) => text.includes(around.quote));
    });
  return { ...finding, fixes: finding.fixes.filter((fix) => !endsQuote(fix)) };
}

/** What the file's functions do with what their callers give, one fact a line, in a world as in `analyze`. */
export function listWrappers(document: ParsedDocument, world: World): Explained<string> {
  const reading = read(document, world);
  const explanation = listEffects(reading.effects(), document.file, lineIndex(document.text));
  return { explanation, missing: reading.missing() };
}

/** Why a line is reported, or is not. `line` counts from 0. */
export function explainLine(document: ParsedDocument, world: World, line: number): Explained<Why> {
  const reading = read(document, world);
  const explanation = whyAt(line, reading, document, world);
  return { explanation, missing: reading.missing() };
}

/**
 * What a file says to those that import it, for those who know `models` beside the libraries that are built in; `undefined`
 * when it nests too deeply to be followed.
 */
export function summarize(document: ParsedDocument, models: readonly LibraryModel[]): ModuleSummary | undefined {
  return unlessTooDeep(() => summaryOf(moduleOf(document, models)), undefined);
}

/** The versions of a package at which what the engine knows of it changes, ascending, that with `models` included. */
export function bandStarts(packageName: string, models: readonly LibraryModel[]): readonly string[] {
  return bandStartsOf([...builtIn, ...models], packageName);
}
