import type { RuleDescription } from '../../rules';
import type { Severity } from '../../rules/config';
import type { Finding } from '../../rules/finding';
import type { Skip } from '../host/files/skip';
import { fingerprints } from '../host/fingerprint';

/** What one run found: all that a printer needs. Paths are absolute and '/'-separated. */
export interface Report {
  /** The working directory; paths are printed relative to it. */
  readonly directory: string;
  /** The files that have findings, sorted by path; findings in the order of their places. */
  readonly files: readonly FileFindings[];
  /** The same with the findings that `--quiet` leaves out. */
  readonly all: readonly FileFindings[];
  readonly skipped: readonly SkippedFile[];
  /** How many files were looked at. */
  readonly checked: number;
  readonly milliseconds: number;
  /** All findings of the run, those included that a baseline or `--quiet` leaves out. */
  readonly found: readonly FileFindings[];
  /** How many findings a baseline leaves out. */
  readonly known: number;
  /** The text of every file that a finding names. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every rule of the engine, by id. */
  readonly rules: ReadonlyMap<string, RuleDescription>;
}

/** A file that was not checked, or not as a whole. */
export interface SkippedFile extends Omit<Skip, 'reason'> {
  readonly reason: Skip['reason'] | 'syntax-error' | 'crash';
}

export interface FileFindings {
  readonly file: string;
  readonly findings: readonly Finding[];
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countSeverities(files: readonly FileFindings[]): SeverityCounts {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `3 errors, 1 warning`; empty when there are none. */
export function countsText(counts: SeverityCounts): string {
  const nouns = [
    counted(counts.error, 'error'),
    counted(counts.warning, 'warning'),
    counted(counts.information, 'info'),
  ];
  return nouns.filter((text) => !text.startsWith('0 ')).join(', ');
}

/** `1 file`, `2 files`, `1,500 files`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The fingerprints of a file's findings: which of several equal ones it is counts among all that there are. */
export function fingerprintsOf(file: string, { directory, found, texts }: Report): ReadonlyMap<Finding, string> {
  const findings = found.find((one) => one.file === file)?.findings ?? [];
  const prints = fingerprints(relativePath(directory, file), file, texts.get(file) ?? '', findings);
  return new Map(findings.map((finding, index) => [finding, prints[index] ?? '']));
}

/** Only the errors, for `--quiet`. */
export function errorsIn(files: readonly FileFindings[]): readonly FileFindings[] {
  return files
    .map(({ file, findings }) => ({ file, findings: findings.filter(({ severity }) => severity === 'error') }))
    .filter(({ findings }) => findings.length > 0);
}

/** The path as people type it in `directory`: `src/a.ts`, `../b.ts`; absolute on another drive. */
export function relativePath(directory: string, file: string): string {
  const from = directory.split('/').filter((part) => part !== '');
  const to = file.split('/').filter((part) => part !== '');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  if (shared === 0 && from.length > 0) return file;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
