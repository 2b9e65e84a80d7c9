import { cpus, loadavg } from 'node:os';
import { longestFile, measureEditor, setUpAuthFile } from './editor';
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
  for (const tree of trees) {
    const measured = await measure(tree, [authlint, floor, ...others]);
    rows.push(...toolRows(tree, measured, measured[0]));
  }
  for (const tree of trees.slice(0, 1)) {
    const copies = setUpCopies(tree, COPIES);
    const [one] = await measure(tree, [authlint]);
    rows.push(...toolRows(copies, await measure(copies, [authlint]), one));
  }
  console.error('Measuring the language server …');
  const ordinary = trees.slice(1, 2).map(longestFile);
  for (const file of [setUpAuthFile(trees), ...ordinary]) rows.push(...editorRows(await measureEditor(file, SERVERS)));

  const machine = `Node.js ${process.version} on ${cpus().length} × ${cpus()[0]?.model.trim()}`;
  const versions = Object.entries(PEERS).map(([name, version]) => `${name} ${version}`);
  console.log(`${machine}, load ${loadavg()[0]?.toFixed(1)}; medians of ${ROUNDS} fresh processes.`);
  console.log(`Peers: ${versions.join(', ')}.\n`);
  console.log([tableHead(), ...rows].join('\n'));
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
