import type { LibraryModel, Settings } from '../../../rules';
import { findAnalysisRoot } from '../analysisRoot';
import { CONFIG_NAME, type Config, type Configs } from '../config/configs';
import type { DirectoryEntry } from './fileSystem';
import type { Files } from './files';
import type { Gitignore } from './gitignore';
import { type IgnorePatterns, isIgnored } from './ignorePatterns';
import { basename, dirname, isUri, join, relative } from './path';
import { notAScript, type Skip, unreadable } from './skip';
import type { SourceResult } from './source';
import { isEntered, isScanned, isScript } from './sourceFiles';
import { isTestDirectory, isTestName } from './testFiles';

export interface ScanOptions {
  /** The directories to look into, as absolute paths. */
  readonly directories: readonly string[];
  /** Whether each of them is the root of all that counts in it; else that is looked for above it. */
  readonly areRoots?: boolean;
  /** Files that are looked at as well, whatever ignores them. */
  readonly files?: readonly string[];
  /** Whether .gitignore files, and `ignore` in configs, count. */
  readonly obeysIgnores: boolean;
  readonly mayMatter: MayMatter;
}

/** Whether a file is worth decoding, by a text that has one character per byte of it, and the user's models for it. */
export type MayMatter = (text: string, file: string, models: readonly LibraryModel[]) => boolean;

/** How a scan reads: at once from a disk, or through an editor. */
export interface ScanReader {
  /** What is in a directory, links aside; `undefined` when it cannot be read. */
  entries(directory: string): Awaitable<readonly DirectoryEntry[] | undefined>;
  /** The text of a file that passes the test; `undefined` for one that does not. */
  read(file: string, mayMatter: (text: string) => boolean): Awaitable<SourceResult | undefined>;
}

type Awaitable<T> = T | Promise<T>;

/** What a scan needs of a `Workspace`. */
export interface ScanContext {
  readonly files: Files;
  readonly configs: Configs;
  readonly gitignore: Gitignore;
  toSettings(config: Config, file: string): Settings;
}

/** Takes in what a scan finds, in the order of paths. The scan goes on when it is done. */
export interface ScanListener {
  /** A file that may matter. */
  onFile(file: string, text: string): Promise<void>;
  onSkip(skip: Skip): void;
  /** Called before a file is read. What it throws ends the scan. */
  onLook?(file: string): Awaitable<void>;
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
  readonly models: readonly LibraryModel[];
}

/**
 * Walks directories, and decodes what may matter: that is most of the speed of a scan. Links are not followed, unless
 * they are named: what they point to is either in the tree as well, or none of its business.
 */
export async function scan(
  options: ScanOptions,
  reader: ScanReader,
  context: ScanContext,
  listener: ScanListener,
): Promise<ScanTotals> {
  const { configs, gitignore } = context;
  const totals = { files: 0, testFiles: 0 };
  const seen = new Set<string>();

  async function look(file: string, models: readonly LibraryModel[]): Promise<void> {
    if (seen.has(file)) return;
    seen.add(file);
    totals.files++;
    await listener.onLook?.(file);
    const result = await reader.read(file, (text) => options.mayMatter(text, file, models));
    if (result?.kind === 'source') await listener.onFile(file, result.text);
    if (result?.kind === 'skipped') listener.onSkip(result.skip);
  }

  async function walk(directory: string, outer: Place): Promise<void> {
    const read = await reader.entries(directory);
    if (read === undefined) return listener.onSkip(unreadable(directory));
    const entries = inPathOrder(read);
    const place = await enter(directory, entries, outer);
    const layers = options.obeysIgnores ? [place.config.ignore, place.git] : [];
    const isLeftOut = (path: string, kind: 'file' | 'directory'): boolean =>
      layers.some((patterns) => isIgnored(patterns, path, kind));
    const inRoot = relative(place.root, directory) ?? '';
    const isTest = isTestDirectory(inRoot);
    for (const { name, kind } of entries.values()) {
      const path = isUri(directory) ? join(directory, name) : `${directory.replace(/\/$/, '')}/${name}`;
      if (kind === 'directory') {
        if (isEntered(name) && !isLeftOut(path, 'directory')) await walk(path, place);
      } else if (kind === 'file' && isScanned(name) && !isLeftOut(path, 'file')) {
        if (!place.reportsTests && (isTest || isTestName(name, inRoot))) totals.testFiles++;
        else await look(path, place.models);
      }
    }
  }

  /** Most directories hold nothing that changes what counts in them. */
  async function enter(directory: string, entries: ReadonlyMap<string, DirectoryEntry>, outer: Place): Promise<Place> {
    const hasConfig = entries.has(CONFIG_NAME) || entries.has('package.json');
    const hasPatterns = entries.has('.gitignore') || entries.has('.git');
    return hasConfig || hasPatterns ? toPlace(directory, outer.root) : outer;
  }

  async function toPlace(directory: string, root: string): Promise<Place> {
    const config = await configs.at(directory);
    const { testFiles, models } = context.toSettings(config, join(directory, 'index.ts'));
    return { root, config, git: await gitignore.at(directory, root), reportsTests: testFiles === 'report', models };
  }

  for (const directory of [...new Set(options.directories)].sort()) {
    const root = options.areRoots ? directory : await findAnalysisRoot(directory, context.files, configs);
    await walk(directory, await toPlace(directory, root));
  }
  for (const file of [...new Set(options.files)].sort()) {
    if (isScript(basename(file))) {
      // A mistake in its config is one even when the file holds nothing.
      const config = await configs.at(dirname(file));
      await look(file, context.toSettings(config, file).models);
    } else {
      listener.onSkip(notAScript(file));
    }
  }
  return totals;
}

/** Entries by name, so that files come in the order of their whole paths. */
function inPathOrder(entries: readonly DirectoryEntry[]): ReadonlyMap<string, DirectoryEntry> {
  const keyed = entries.map((entry) => ({ entry, key: entry.kind === 'directory' ? `${entry.name}/` : entry.name }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return new Map(keyed.map(({ entry }) => [entry.name, entry]));
}
