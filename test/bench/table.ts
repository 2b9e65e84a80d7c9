import { type EditorTimes, KEYSTROKES } from './editor';
import { mediansOf, quantile, type Run } from './process';
import type { Tree } from './setUp';

/** What one tool did on one tree. */
export interface Measured {
  readonly tool: string;
  readonly runs: readonly Run[];
  /** How many findings it reported; absent for what reports none. */
  readonly findings?: number;
}

const HEAD = [
  'source',
  'tool',
  'wall time',
  'CPU time',
  'peak memory',
  'wall time of authlint',
  'CPU time of authlint',
  'findings',
];

/** The beginning of the one Markdown table that is printed. */
export function tableHead(): string {
  return `${toRow(HEAD)}\n${toRow(HEAD.map(() => '---'))}`;
}

/** One row per tool; `reference` is the run that the others are told as multiples of. */
export function toolRows(
  tree: Tree,
  measured: readonly Measured[],
  reference: Measured | undefined,
): readonly string[] {
  const source = `${tree.name} (${tree.files.length} files, ${(tree.bytes / 1e6).toFixed(1)} MB)`;
  const ours = mediansOf(reference?.runs ?? []);
  return measured.map(({ tool, runs, findings }, index) => {
    const { wall, cpu, peak } = mediansOf(runs);
    return toRow([
      index === 0 ? source : '',
      tool,
      `${Math.round(wall)} ms`,
      `${Math.round(cpu)} ms`,
      `${Math.round(peak)} MB`,
      toRatio(wall / ours.wall),
      toRatio(cpu / ours.cpu),
      findings === undefined ? '' : `${findings}`,
    ]);
  });
}

/** The rows of the language server. */
export function editorRows(times: EditorTimes): readonly string[] {
  const { name, lines, kilobytes, findings, keystrokes, startUp, peak } = times;
  const at = (samples: readonly number[], shares: readonly number[], digits: number) =>
    shares.map((share) => quantile(samples, share).toFixed(digits)).join(' / ');
  const source = `one open file: ${name} (${lines} lines, ${kilobytes} kB)`;
  const typing = `${at(keystrokes, [0.5, 0.95, 0.99], 1)} ms`;
  const starting = `${at(startUp, [0.5, 0.95], 0)} ms`;
  const memory = `${Math.round(peak)} MB`;
  return [
    toRow([
      source,
      `language server, ${KEYSTROKES} keystrokes, p50 / p95 / p99`,
      typing,
      '',
      memory,
      '',
      '',
      `${findings}`,
    ]),
    toRow(['', `spawn to first diagnostics, ${startUp.length} servers, p50 / p95`, starting, '', '', '', '', '']),
  ];
}

function toRatio(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
