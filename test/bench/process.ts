import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One run of a whole process. */
export interface Run {
  /** From spawn to exit. */
  readonly milliseconds: number;
  /** Megabytes of memory that were resident at once. */
  readonly peak: number;
  readonly stdout: string;
}

const WITNESS = join(__dirname, 'memoryWitness.cjs');

/** Runs Node.js on a script; exit statuses 0 and 1 both mean that the tool did its work. */
export async function run(directory: string, args: readonly string[]): Promise<Run> {
  const { child, peak } = start(directory, args);
  const begin = performance.now();
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const milliseconds = performance.now() - begin;
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return { milliseconds, peak: peak(), stdout: Buffer.concat(chunks).toString() };
}

/** Starts Node.js on a script. Ask for its peak memory, in megabytes, once it has exited. */
export function start(directory: string, args: readonly string[]): { child: ChildProcess; peak: () => number } {
  const folder = mkdtempSync(join(tmpdir(), 'authlint-bench-'));
  const file = join(folder, 'peak');
  const child = spawn(process.execPath, ['--require', WITNESS, ...args], {
    cwd: directory,
    env: { ...process.env, AUTHLINT_BENCH_PEAK: file },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const peak = () => {
    const kilobytes = Number(readFileSync(file, 'utf8'));
    rmSync(folder, { recursive: true });
    return kilobytes / 1024;
  };
  return { child, peak };
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}
