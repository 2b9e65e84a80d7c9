import { type Dirent, readdirSync, statSync } from 'node:fs';
import type { Settings } from '../../rules';
import { findAnalysisRoot } from './analysisRoot';
import { CONFIG_NAME, type Config, type Configs } from './config/configs';
import type { Files } from './files';
import type { Gitignore } from './gitignore';
import { type IgnorePatterns, isIgnored } from './ignorePatterns';
import { createReader } from './nodeReader';
import { basename, dirname, join, relative } from './path';
import { notAScript, type Skip, unreadable } from './skip';
import { isEntered, isScanned, isScript } from './sourceFiles';
import { isTestDirectory, isTestName } from './testFiles';

export interface ScanOptions {
  /** The files and directories to look into, as absolute paths that exist. A file that is named is never left out. */
  readonly paths: readonly string[];
  /** Whether .gitignore files, and `ignore` in configs, count. */
  readonly obeysIgnores: boolean;
  /** Whether a file can matter, by a text that has one character per byte of it. */
  readonly mayHoldFacts: (text: string) => boolean;
}

/** What a scan needs of a `Workspace`. */
export interface ScanContext {
  readonly files: Files;
  readonly configs: Configs;
  readonly gitignore: Gitignore;
  toSettings(config: Config, file: string): Settings;
}

/** Takes in what a scan finds, in the order of paths. The scan goes on when it is done. */
export interface ScanListener {
  /** A file that may hold facts. */
  onFile(file: string, text: string): Promise<void>;
  onSkip(skip: Skip): void;
}

export interface ScanTotals {
  /** How many files were looked into. */
  readonly files: number;
  /** How many files were left out as test code. */
  readonly testFiles: number;
}

/** What counts in the directory that is being walked. */
interface Place {
  readonly root: string;
  readonly config: Config;
  readonly git: readonly IgnorePatterns[];
  readonly reportsTests: boolean;
}

/**
 * Walks the disk for the command line, much faster than a `FileSystem` could. Links are not followed, unless they are
 * named: what they point to is either in the tree as well, or none of its business.
 */
export async function scan(options: ScanOptions, context: ScanContext, listener: ScanListener): Promise<ScanTotals> {
  const { configs, gitignore } = context;
  const totals = { files: 0, testFiles: 0 };
  const seen = new Set<string>();
  const read = createReader(options.mayHoldFacts);

  async function look(file: string): Promise<void> {
    if (seen.has(file)) return;
    seen.add(file);
    totals.files++;
    const result = read(file);
    if (result?.kind === 'source') await listener.onFile(file, result.text);
    if (result?.kind === 'skipped') listener.onSkip(result.skip);
  }

  async function walk(directory: string, outer: Place): Promise<void> {
    const entries = readEntries(directory);
    if (entries === undefined) return listener.onSkip(unreadable(directory));
    const place = await enter(directory, entries, outer);
    const layers = options.obeysIgnores ? [place.config.ignore, place.git] : [];
    const isLeftOut = (path: string, kind: 'file' | 'directory'): boolean =>
      layers.some((patterns) => isIgnored(patterns, path, kind));
    const isTest = isTestDirectory(relative(place.root, directory) ?? '');
    for (const [name, entry] of entries) {
      const path = directory.endsWith('/') ? directory + name : `${directory}/${name}`;
      if (entry.isDirectory()) {
        if (isEntered(name) && !isLeftOut(path, 'directory')) await walk(path, place);
      } else if (entry.isFile() && isScanned(name) && !isLeftOut(path, 'file')) {
        if (!place.reportsTests && (isTest || isTestName(name))) totals.testFiles++;
        else await look(path);
      }
    }
  }

  /** Most directories hold nothing that changes what counts in them. */
  async function enter(directory: string, entries: Entries, outer: Place): Promise<Place> {
    const hasConfig = entries.has(CONFIG_NAME) || entries.has('package.json');
    const hasPatterns = entries.has('.gitignore') || entries.has('.git');
    return hasConfig || hasPatterns ? toPlace(directory, outer.root) : outer;
  }

  async function toPlace(directory: string, root: string): Promise<Place> {
    const config = await configs.at(directory);
    const { testFiles } = context.toSettings(config, join(directory, 'index.ts'));
    return { root, config, git: await gitignore.at(directory, root), reportsTests: testFiles === 'report' };
  }

  for (const path of [...new Set(options.paths)].sort()) {
    if (statSync(path).isDirectory()) {
      await walk(path, await toPlace(path, await findAnalysisRoot(path, context.files, configs)));
    } else if (isScript(basename(path))) {
      // A mistake in its config is one even when the file holds nothing.
      await configs.at(dirname(path));
      await look(path);
    } else {
      listener.onSkip(notAScript(path));
    }
  }
  return totals;
}

type Entries = ReadonlyMap<string, Dirent>;

/** A directory's entries so that files come in the order of their whole paths; `undefined` when it cannot be read. */
function readEntries(directory: string): Entries | undefined {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    const keyed = entries.map((entry) => ({ entry, key: entry.isDirectory() ? `${entry.name}/` : entry.name }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
    return new Map(keyed.map(({ entry }) => [entry.name, entry]));
  } catch {
    return undefined;
  }
}
