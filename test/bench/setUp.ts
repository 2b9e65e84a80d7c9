import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the bench installs all that it needs. */
export const CACHE = resolve(__dirname, '../../.cache/bench');

/** The tools that we are measured against; the newest releases that run on Node 20.19. */
export const PEERS: Readonly<Record<string, string>> = {
  eslint: '10.15.0',
  'eslint-plugin-sonarjs': '4.2.2',
  '@typescript-eslint/parser': '8.73.0',
  oxlint: '1.94.0',
  typescript: '6.0.3',
};

/** A folder of a published package that holds the source as people wrote it. */
export interface Tree {
  readonly name: string;
  readonly directory: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

const PUBLISHED: readonly { readonly package: string; readonly version: string; readonly folder: string }[] = [
  { package: '@auth/core', version: '0.41.3', folder: 'src' },
  { package: 'ghost', version: '6.65.0', folder: 'core/server' },
  { package: '@medusajs/dashboard', version: '2.21.2', folder: 'src' },
];

const SCRIPT = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** Fetches the source trees, unless they are there already. */
export function setUpTrees(): readonly Tree[] {
  return PUBLISHED.map(({ package: name, version, folder }) => {
    const directory = join(CACHE, 'trees', `${name.replace('/', '-')}-${version}`);
    once(directory, (temporary) => {
      const [packed = ''] = npm(temporary, 'pack', '--silent', `${name}@${version}`).trim().split('\n').slice(-1);
      execFileSync('tar', ['-xzf', packed], { cwd: temporary });
      mkdirSync(join(temporary, 'tree'));
      cpSync(join(temporary, 'package', folder), join(temporary, 'tree', folder), { recursive: true });
      cpSync(join(temporary, 'package/package.json'), join(temporary, 'tree/package.json'));
      makeRepository(join(temporary, 'tree'));
      return join(temporary, 'tree');
    });
    return toTree(`${name}@${version} ${folder}`, directory);
  });
}

/** The tree `copies` times over, in one folder. */
export function setUpCopies(tree: Tree, copies: number): Tree {
  const directory = `${tree.directory}-${copies}-times`;
  once(directory, (temporary) => {
    for (let copy = 1; copy <= copies; copy++)
      cpSync(tree.directory, join(temporary, `copy${copy}`), { recursive: true });
    return temporary;
  });
  return toTree(`${copies} × ${tree.name}`, directory);
}

/** Installs the peers with their configurations, unless they are there already; gives their folder. */
export function setUpPeers(): string {
  const manifest = JSON.stringify({ private: true, dependencies: PEERS });
  const directory = join(CACHE, 'peers');
  if (read(join(directory, 'installed.json')) !== manifest) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'package.json'), manifest);
    console.error(`Installing ${Object.keys(PEERS).join(', ')} …`);
    npm(directory, 'install', '--no-audit', '--no-fund', '--loglevel=error');
    writeFileSync(join(directory, 'installed.json'), manifest);
  }
  cpSync(join(__dirname, 'peers'), directory, { recursive: true });
  return directory;
}

/** Tools that honour .gitignore look no further than the nearest repository, and ours ignores the cache. */
export function makeRepository(directory: string): void {
  execFileSync('git', ['init', '--quiet'], { cwd: directory });
}

function once(directory: string, make: (temporary: string) => string): void {
  if (statSync(directory, { throwIfNoEntry: false }) !== undefined) return;
  console.error(`Fetching ${directory.split('/').at(-1)} …`);
  const temporary = `${directory}.tmp`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  renameSync(make(temporary), directory);
  rmSync(temporary, { recursive: true, force: true });
}

function toTree(name: string, directory: string): Tree {
  const entries = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const files = entries.filter((it) => SCRIPT.test(it) && !it.includes('.git/')).map((it) => join(directory, it));
  return { name, directory, files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

function npm(directory: string, ...args: readonly string[]): string {
  return execFileSync('npm', args, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
