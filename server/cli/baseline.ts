import { writeFileSync } from 'node:fs';
import {
  BASELINE_NAME,
  type Baseline,
  type BaselineEntry,
  toEntries,
  withoutKnown,
  writeBaseline,
} from '../host/baseline';
import { dirname, join, relative } from '../host/files/path';
import type { Workspace } from '../host/workspace';
import { CannotRun } from './cannotRun';
import { counted, type FileFindings, relativePath } from './report';

/** What a baseline makes of the findings of a run. */
export interface Compared {
  /** What no baseline lists. */
  readonly files: readonly FileFindings[];
  /** How many findings are left out. */
  readonly known: number;
  readonly notes: readonly string[];
}

export interface BaselineRun {
  readonly files: readonly FileFindings[];
  readonly texts: ReadonlyMap<string, string>;
  readonly workspace: Workspace;
  readonly directory: string;
  /** Whether a file was part of the run, so that what is not found in it is gone. */
  covers(file: string): boolean;
}

/** Leaves out what baselines list, and says what they list that is not there any more. */
export async function compare({ files, texts, workspace, directory, covers }: BaselineRun): Promise<Compared> {
  const baselines = new Map<string, Baseline>();
  const seen = new Set<string>();
  const compared: FileFindings[] = [];
  let known = 0;
  const add = (baseline: Baseline | undefined): void => {
    if (baseline?.problem !== undefined) {
      throw new CannotRun(`${relativePath(directory, baseline.path)}:1:1: ${baseline.problem}`);
    }
    if (baseline !== undefined) baselines.set(baseline.path, baseline);
  };
  add(await workspace.baselines.at(directory));
  for (const { file, findings } of files) {
    const baseline = await workspace.baselines.at(dirname(file));
    add(baseline);
    const text = texts.get(file) ?? '';
    const left = withoutKnown(baseline, file, text, findings);
    known += findings.length - left.length;
    if (left.length > 0) compared.push({ file, findings: left });
    if (baseline === undefined) continue;
    for (const { fingerprint } of toEntries(baseline.path, file, text, findings)) seen.add(fingerprint);
  }
  const notes = [...baselines.values()].flatMap(({ path, entries }) => {
    const stale = entries.filter((entry) => !seen.has(entry.fingerprint) && covers(fileOf(entry, path)));
    if (stale.length === 0) return [];
    const what = `${stale.length.toLocaleString('en')} ${stale.length === 1 ? 'entry' : 'entries'}`;
    const name = relativePath(directory, path);
    return [
      `authlint: ${what} of ${name} ${stale.length === 1 ? 'is' : 'are'} stale; \`--update-baseline\` removes them.`,
    ];
  });
  return { files: compared, known, notes };
}

function fileOf({ file }: BaselineEntry, path: string): string {
  return file.startsWith('/') ? file : join(dirname(path), file);
}

/** Writes the findings that there are into a baseline; what it says of files that were not part of the run stays. */
export async function update(run: BaselineRun, named: string | undefined): Promise<string> {
  const { files, texts, workspace, directory, covers } = run;
  const before = await workspace.baselines.at(directory);
  const path = named ?? before?.path ?? join(directory, BASELINE_NAME);
  const kept = before?.path === path ? before.entries.filter((entry) => !covers(fileOf(entry, path))) : [];
  const entries = files.flatMap(({ file, findings }) => toEntries(path, file, texts.get(file) ?? '', findings));
  try {
    writeFileSync(path, writeBaseline([...kept, ...entries]));
  } catch (error) {
    throw new CannotRun(`the baseline cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  workspace.filesChanged([{ path, kind: 'created' }]);
  return `authlint: ${relativePath(directory, path)} lists ${counted(kept.length + entries.length, 'finding')}.`;
}

/** Tells the files of a run by what it named. */
export function coverage(paths: readonly string[]): (file: string) => boolean {
  return (file) => paths.some((path) => relative(path, file) !== undefined);
}
