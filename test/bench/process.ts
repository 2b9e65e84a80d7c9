import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process took while it lived, all its threads together. */
export interface Usage {
  readonly cpuMilliseconds: number;
  /** The most memory that was resident at once. */
  readonly peakMegabytes: number;
}

/** One run of a whole process. */
export interface Run extends Usage {
  /** From spawn to exit. */
  readonly wallMilliseconds: number;
  readonly stdout: string;
}

const WITNESS = join(__dirname, 'witness.cjs');

/** Runs Node.js on a script; exit statuses 0 and 1 both mean that the tool did its work. */
export async function run(directory: string, args: readonly string[]): Promise<Run> {
  const begin = performance.now();
  const { child, usage } = start(directory, args);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const wallMilliseconds = performance.now() - begin;
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return { wallMilliseconds, ...usage(), stdout: Buffer.concat(chunks).toString() };
}

/** The medians of some runs. */
export function mediansOf(runs: readonly Run[]): {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
} {
  return {
    wall: median(runs.map((it) => it.wallMilliseconds)),
    cpu: median(runs.map((it) => it.cpuMilliseconds)),
    peak: median(runs.map((it) => it.peakMegabytes)),
  };
}

/** Starts Node.js on a script. Ask for what it used once it has exited. */
export function start(directory: string, args: readonly string[]): { child: ChildProcess; usage: () => Usage } {
  const folder = mkdtempSync(join(tmpdir(), 'authlint-bench-'));
  const file = join(folder, 'usage.json');
  const child = spawn(process.execPath, ['--require', WITNESS, ...args], {
    cwd: directory,
    env: { ...process.env, AUTHLINT_BENCH_USAGE: file },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const usage = () => {
    const used = JSON.parse(readFileSync(file, 'utf8')) as Usage;
    rmSync(folder, { recursive: true });
    return used;
  };
  return { child, usage };
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}
