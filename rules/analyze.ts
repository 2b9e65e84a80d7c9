import { checkFacts, type RuleCrash } from './check';
import type { ParsedDocument } from './document';
import { bandStartsOf } from './facts/bands';
import { listEffects, listFacts } from './facts/listing';
import type { Finding, Fix } from './finding';
import { models as builtIn } from './models';
import type { LibraryModel } from './models/model';
import { moduleOf, read } from './reading';
import { summaryOf } from './resolve/summarize';
import type { ModuleSummary } from './resolve/summary';
import { lineIndex } from './text/lineIndex';
import { contains } from './text/span';
import { type Why, whyAt } from './why';
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

/** An answer that is worked out when it is asked for. */
export interface Explained<T> {
  readonly explanation: T;
  /** What the world could not answer yet. */
  readonly missing: readonly Missing[];
}

const NO_CONTRIBUTION: Contribution = { wrappers: [], implements: [], registers: [] };

/** Analyses one file. Total: whatever the code is, this returns. */
export function analyze(document: ParsedDocument, world: World): Analysis {
  const missing = new Map<string, Missing>();
  try {
    const reading = read(document, world, missing);
    const facts = reading.facts();
    const crashes: RuleCrash[] = [];
    const context = { settings: world.settings, file: document.file, facts, now: world.now, runtime: reading.runtime };
    const found = checkFacts(facts, context, crashes);
    const findings =
      document.quoted.length === 0 ? found : found.map((finding) => withoutEndedQuotes(finding, document));
    const listing = (): string => listFacts(facts, document.file, lineIndex(document.text));
    return { findings, missing: [...missing.values()], crashes, isTooDeep: false, listing };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { findings: [], missing: [], crashes: [], isTooDeep: true, listing: () => '' };
  }
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

/** What the file's functions do with what their callers give, one fact a line, in a world as in `analyze`. */
export function listWrappers(document: ParsedDocument, world: World): Explained<string> {
  const missing = new Map<string, Missing>();
  const listing = listEffects(read(document, world, missing).effects(), document.file, lineIndex(document.text));
  return { explanation: listing, missing: [...missing.values()] };
}

/** Why a line is reported, or is not. `line` counts from 0. */
export function explainLine(document: ParsedDocument, world: World, line: number): Explained<Why> {
  const missing = new Map<string, Missing>();
  const explanation = whyAt(line, read(document, world, missing), document, world);
  return { explanation, missing: [...missing.values()] };
}

/**
 * What a file says to those that import it, for those who know `models` beside the libraries that are built in; `undefined`
 * when it nests too deeply to be followed.
 */
export function summarize(document: ParsedDocument, models: readonly LibraryModel[]): ModuleSummary | undefined {
  try {
    return summaryOf(moduleOf(document, models));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** The versions of a package at which what the engine knows of it changes, ascending, that with `models` included. */
export function bandStarts(packageName: string, models: readonly LibraryModel[]): readonly string[] {
  return bandStartsOf([...builtIn, ...models], packageName);
}
