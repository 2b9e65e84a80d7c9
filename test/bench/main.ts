import { cpus } from 'node:os';
import { type EditorTimes, measureEditor } from './editor';
import { buildFloor } from './floor';
import { median, quantile, type Run, run } from './process';
import { PEERS, setUpCopies, setUpPeers, setUpTrees, type Tree } from './setUp';
import { type Tool, tools } from './tools';

const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 2 : 5;
const SERVERS = QUICK ? 5 : 20;
const COPIES = 10;

interface Measured {
  readonly label: string;
  readonly milliseconds: number;
  readonly peak: number;
  readonly findings: number | undefined;
}

async function main(): Promise<void> {
  const trees = setUpTrees();
  const [authlint, ...peers] = tools(setUpPeers());
  if (authlint === undefined) throw new Error('no tool to measure');
  const floor: Tool = { name: 'parse and walk only', command: [await buildFloor()], count: () => Number.NaN };
  const rows: string[] = [];
  for (const tree of trees) {
    console.error(`${tree.name} …`);
    rows.push(...toRows(tree, await measure(tree, [authlint, floor, ...peers])));
  }
  const [small] = trees;
  if (small !== undefined) {
    const many = setUpCopies(small, COPIES);
    const [one] = await measure(small, [authlint]);
    const [all] = await measure(many, [authlint]);
    if (one !== undefined && all !== undefined) rows.push(...toRows(many, [all], one.milliseconds));
  }
  console.error('the language server …');
  print(rows, await measureEditor(trees, SERVERS));
}

/** Medians of fresh processes, taken in turns so that what disturbs one disturbs all. The first turn only warms up. */
async function measure(tree: Tree, measured: readonly Tool[]): Promise<readonly Measured[]> {
  const runs = measured.map((): Run[] => []);
  const findings: (number | undefined)[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, tool] of measured.entries()) {
      const result = await run(tree.directory, tool.command);
      if (round === 0) findings[index] = tool.count(result.stdout);
      else runs[index]?.push(result);
    }
  }
  return measured.map(({ name }, index) => ({
    label: name,
    milliseconds: median(runs[index]?.map((it) => it.milliseconds) ?? []),
    peak: median(runs[index]?.map((it) => it.peak) ?? []),
    findings: findings[index],
  }));
}

function toRows(
  tree: Tree,
  measured: readonly Measured[],
  reference = measured[0]?.milliseconds ?? 1,
): readonly string[] {
  const size = `${tree.files.length} files, ${(tree.bytes / 1e6).toFixed(1)} MB`;
  return measured.map(({ label, milliseconds, peak, findings }, index) =>
    toRow([
      index === 0 ? `${tree.name} (${size})` : '',
      label,
      `${Math.round(milliseconds)} ms`,
      `${Math.round(peak)} MB`,
      `${(milliseconds / reference).toFixed(milliseconds < reference ? 2 : 1)} ×`,
      findings === undefined || Number.isNaN(findings) ? '' : String(findings),
    ]),
  );
}

function print(rows: readonly string[], editor: EditorTimes): void {
  const file = `${editor.lines} lines, ${editor.kilobytes} kB, ${editor.findings} findings`;
  const quantiles = [0.5, 0.95, 0.99].map((share) => `${quantile(editor.keystrokes, share).toFixed(1)} ms`);
  const starts = [0.5, 0.95].map((share) => `${Math.round(quantile(editor.startUp, share))} ms`);
  console.log(
    `authlint on Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; medians of ${ROUNDS} runs.`,
  );
  console.log(
    `Peers: ${Object.entries(PEERS)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.\n`,
  );
  console.log(toRow(['source', 'tool', 'wall time', 'peak memory', 'against authlint', 'findings']));
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const row of rows) console.log(row);
  console.log(
    toRow([
      `language server (${file})`,
      `${editor.keystrokes.length} keystrokes, p50 / p95 / p99`,
      quantiles.join(' / '),
      `${Math.round(editor.peak)} MB`,
      '',
      '',
    ]),
  );
  console.log(
    toRow([
      '',
      `spawn to first diagnostics, ${editor.startUp.length} servers, p50 / p95`,
      starts.join(' / '),
      '',
      '',
      '',
    ]),
  );
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
