import { type ParseError, parse } from 'jsonc-parser';
import type { Finding } from '../../rules';
import { type Files, findFile } from './files/files';
import { dirname, relative } from './files/path';
import { fingerprints } from './fingerprint';
import { memo } from './memo';
import { asRecord } from './packages/manifests';

export const BASELINE_NAME = '.authlint-baseline.json';

/** A finding that is known and left out. It holds names and a fingerprint, never code. */
export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the baseline. */
  readonly file: string;
  readonly fingerprint: string;
}

export interface Baseline {
  /** The path of the file that says it. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
  /** What is wrong with it, in which case it lists nothing. */
  readonly problem: string | undefined;
}

/** Finds baselines. */
export interface Baselines {
  /** The nearest one at or above a directory, or the one that counts everywhere. */
  at(directory: string): Promise<Baseline | undefined>;
  clear(): void;
}

/** `only` names the one baseline that counts everywhere, as `--baseline` does. */
export function createBaselines(files: Files, only?: string): Baselines {
  const read = memo(async (path): Promise<Baseline | undefined> => {
    const text = await files.text(path);
    return text === undefined ? undefined : readBaseline(path, text);
  });
  const nearest = memo(async (directory): Promise<Baseline | undefined> => {
    const path = await findFile(files, directory, [BASELINE_NAME]);
    if (path !== undefined) return read.get(path);
    const parent = dirname(directory);
    return parent === directory ? undefined : nearest.get(parent);
  });
  return {
    at: (directory) => (only === undefined ? nearest.get(directory) : read.get(only)),
    clear() {
      read.clear();
      nearest.clear();
    },
  };
}

function readBaseline(path: string, text: string): Baseline {
  const errors: ParseError[] = [];
  const content = asRecord(parse(text, errors));
  const list: unknown = content?.findings;
  if (errors.length > 0 || content?.version !== 1 || !Array.isArray(list) || !list.every(isEntry)) {
    const problem = 'This is no baseline. Allowed: what `authlint --update-baseline` writes, version 1.';
    return { path, entries: [], problem };
  }
  return { path, entries: list, problem: undefined };
}

function isEntry(value: unknown): value is BaselineEntry {
  const entry = asRecord(value);
  return [entry?.rule, entry?.file, entry?.fingerprint].every((part) => typeof part === 'string');
}

/** Sorted and without dates, so that what changed shows in a diff and merges well. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const findings = entries
    .map(({ rule, file, fingerprint }) => ({ file, rule, fingerprint }))
    .sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint));
  return `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** All findings of a file as a baseline at `path` lists them, in their order. */
export function toEntries(
  path: string,
  file: string,
  text: string,
  findings: readonly Finding[],
): readonly BaselineEntry[] {
  const name = relative(dirname(path), file) ?? file;
  const prints = fingerprints(name, file, text, findings);
  return findings.map(({ rule }, index) => ({ rule, file: name, fingerprint: prints[index] ?? '' }));
}

/** The findings of a file that its baseline does not list. All findings of the file have to be given. */
export function withoutKnown(
  baseline: Baseline | undefined,
  file: string,
  text: string,
  findings: readonly Finding[],
): readonly Finding[] {
  if (baseline === undefined || findings.length === 0) return findings;
  const known = new Set(baseline.entries.map(({ fingerprint }) => fingerprint));
  const entries = toEntries(baseline.path, file, text, findings);
  return findings.filter((_, index) => !known.has(entries[index]?.fingerprint ?? ''));
}
