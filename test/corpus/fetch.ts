import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CorpusPackage } from './packages';

/** Outside of any project: what is installed around a package would count for it. */
const CACHE = join(tmpdir(), 'authlint-corpus');
/** More at once is not faster. */
const AT_ONCE = 6;

const run = promisify(execFile);

/** As the record names it. */
export function nameOf({ name, version }: CorpusPackage): string {
  return `${name}@${version}`;
}

/** Fetches packages, apart from those that are there already; the directory of each. */
export async function fetchAll(packages: readonly CorpusPackage[]): Promise<ReadonlyMap<string, string>> {
  const directories = new Map<string, string>();
  const left = packages.values();
  const fetchNext = async (): Promise<void> => {
    for (const one of left) directories.set(nameOf(one), await fetch(one));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  return directories;
}

async function fetch(one: CorpusPackage): Promise<string> {
  const directory = join(CACHE, nameOf(one).replace('/', '-'));
  if (existsSync(directory)) return directory;
  mkdirSync(CACHE, { recursive: true });
  const temporary = mkdtempSync(join(CACHE, 'fetching-'));
  const { stdout } = await run('npm', ['pack', '--silent', nameOf(one)], { cwd: temporary });
  await run('tar', ['-xzf', stdout.trim().split('\n').at(-1) ?? ''], { cwd: temporary });
  // Some packages unpack into a folder of another name.
  const folder = readdirSync(temporary).find((name) => !name.endsWith('.tgz')) ?? 'package';
  renameSync(join(temporary, folder), directory);
  rmSync(temporary, { recursive: true });
  return directory;
}
