import { cpus, loadavg } from 'node:os';
import { budgetLines, type OnTree } from './budgets';
import { type EditorTimes, longestFile, measureEditor, setUpAuthFile } from './editor';
import { buildFloor } from './floor';
import { type Run, run } from './process';
import { PEERS, setUpCopies, setUpPeers, setUpTrees, type Tree } from './setUp';
import { editorRows, type Measured, tableHead, toolRows } from './table';
import { peers, setUpAuthlint, type Tool } from './tools';

const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 2 : 5;
const SERVERS = QUICK ? 5 : 20;
const COPIES = 10;

async function main(): Promise<void> {
  const trees = setUpTrees();
  const authlint = setUpAuthlint();
  const floor: Tool = { name: 'parse and walk only', command: [await buildFloor()] };
  const others = peers(setUpPeers());
  const rows: string[] = [];
  const onTrees: OnTree[] = [];
  for (const tree of trees) {
    const measured = await measure(tree, [authlint, floor, ...others]);
    onTrees.push({ name: tree.name, measured });
    rows.push(...toolRows(tree, measured, measured[0]));
  }
  const [smallest] = trees;
  if (smallest === undefined) throw new Error('There is nothing to measure on.');
  const copies = setUpCopies(smallest, COPIES);
  const [one] = await measure(smallest, [authlint]);
  const [all] = await measure(copies, [authlint]);
  if (one === undefined || all === undefined) throw new Error('Nothing was measured.');
  rows.push(...toolRows(copies, [all], one));
  console.error('Measuring the language server …');
  const ordinary = trees.slice(1, 2).map(longestFile);
  const editors: EditorTimes[] = [];
  for (const file of [setUpAuthFile(trees), ...ordinary]) editors.push(await measureEditor(file, SERVERS));
  rows.push(...editors.flatMap(editorRows));

  const machine = `Node.js ${process.version} on ${cpus().length} × ${cpus()[0]?.model.trim()}`;
  const versions = Object.entries(PEERS).map(([name, version]) => `${name} ${version}`);
  console.log(`${machine}, load ${loadavg()[0]?.toFixed(1)}; medians of ${ROUNDS} fresh processes.`);
  console.log(`Peers: ${versions.join(', ')}.\n`);
  console.log([tableHead(), ...rows].join('\n'));
  console.log('\nBudgets; where one is not met, "Measured" in ARCHITECTURE.md says why:\n');
  console.log(budgetLines(onTrees, { copies: COPIES, one, all }, editors).join('\n'));
}

/** Runs the tools in turns, so that what disturbs one disturbs all. The first turn counts findings and warms up. */
async function measure(tree: Tree, tools: readonly Tool[]): Promise<readonly Measured[]> {
  console.error(`Measuring on ${tree.name} …`);
  const measured = tools.map(({ name }) => ({
    tool: name,
    runs: [] as Run[],
    findings: undefined as number | undefined,
  }));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, tool] of tools.entries()) {
      const result = await run(tree.directory, tool.command);
      const row = measured[index];
      if (row === undefined) continue;
      if (round === 0) row.findings = tool.count?.(result.stdout);
      else row.runs.push(result);
    }
  }
  return measured.map(({ findings, ...row }) => ({ ...row, ...(findings !== undefined && { findings }) }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
