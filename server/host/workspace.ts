import type { Analysis, ParsedDocument, Settings } from '../../rules';
import { type Asked, areCurrent, createAnswers, recordWorld, toKey } from './answers';
import { type Config, type Configs, createConfigs } from './config/configs';
import { type SettingsLayer, toSettings } from './config/settings';
import type { RuleName } from './config/shape';
import { type DocumentResult, type OpenDocument, toDocumentResult } from './documents';
import type { Engine } from './engine';
import type { FileSystem } from './fileSystem';
import { createFiles, type Files } from './files';
import { createGitignore, type Gitignore } from './gitignore';
import { createManifests } from './manifests';
import { createModules } from './modules/modules';
import { createPackages } from './packages';
import { basename, dirname } from './path';
import { type Skip, tooDeep, unreadable } from './skip';
import { toSource } from './source';
import { isScript } from './sourceFiles';
import { createSummaries } from './summaries';
import { type BandStarts, createVersions } from './versions/versions';
import type { IndexBuilder } from './workspaceIndex';

export interface WorkspaceOptions {
  readonly fileSystem: FileSystem;
  readonly engine: Engine;
  /** All rules, for the validation of configs. */
  readonly rules: readonly RuleName[];
  readonly bandStarts: BandStarts;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** What the command line sets; it is stronger than any config. */
  readonly commandLine?: SettingsLayer;
  /** What the editor sets for a file; it is weaker than any config. */
  readonly editorSettings?: (file: string) => SettingsLayer;
  /** The path of the one config that counts, in place of those near each file. */
  readonly config?: string;
  readonly openDocument?: OpenDocument;
  /** What is known of the workspace as a whole, where anything is. */
  readonly index?: IndexBuilder;
}

/** Everything that is known about the files around those that are analysed. */
export interface Workspace {
  readonly files: Files;
  readonly configs: Configs;
  readonly gitignore: Gitignore;
  settingsOf(file: string): Promise<Settings>;
  /** The settings of a file whose config is known already. */
  toSettings(config: Config, file: string): Settings;
  /**
   * Analyses a file, loading what the analysis lacks until it lacks nothing. An open document is analysed as it is when
   * loading ends. `text` is the content of a file that is not open; without it the file is read.
   */
  analyzeFile(file: string, text?: string): Promise<FileResult>;
  /** To be called when a document was opened, edited or closed. */
  documentChanged(file: string): void;
  /** To be called when something changed on disk. */
  filesChanged(changes: readonly FileChange[]): void;
  /** The analysed files that would be told something else now, by other files, by manifests or by settings. */
  findStale(): Promise<readonly string[]>;
  /** Forgets that a file was analysed: it is never stale again. */
  forget(file: string): void;
}

export type FileResult =
  | {
      readonly kind: 'analyzed';
      readonly document: ParsedDocument;
      readonly analysis: Analysis;
      /** The directory of the nearest manifest. */
      readonly home: string | undefined;
    }
  | { readonly kind: 'skipped'; readonly skip: Skip };

/** A file or directory that is not as it was. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Each round loads what the last one lacked. A longer chain of imports stays unknown beyond this. */
const MAX_ROUNDS = 24;

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { fileSystem, engine, now, openDocument = () => undefined } = options;
  const files = createFiles(fileSystem);
  const configs = createConfigs(files, options.rules, options.config);
  const gitignore = createGitignore(files);
  const manifests = createManifests(files);
  const packages = createPackages(files, manifests);
  const modules = createModules(files, manifests, packages);
  const versions = createVersions(files, manifests, packages, options.bandStarts);
  const summaries = createSummaries(fileSystem, engine, openDocument);
  const answers = createAnswers(modules, summaries, versions);
  const analysed = new Map<string, { readonly asked: Asked; readonly settings: Settings }>();

  const settingsUnder = (config: Config, file: string): Settings =>
    toSettings([options.commandLine ?? {}, config.settings, options.editorSettings?.(file) ?? {}]);
  const settingsOf = async (file: string): Promise<Settings> => settingsUnder(await configs.at(dirname(file)), file);

  const homeOf = async (file: string): Promise<string | undefined> =>
    (await manifests.above(dirname(file)))[0]?.directory;

  async function readDocument(file: string, text: string | undefined): Promise<DocumentResult> {
    if (text !== undefined) return toDocumentResult(file, engine.parseDocument(file, text));
    const bytes = await fileSystem.readFile(file);
    const source = bytes && toSource(file, bytes);
    if (source === undefined) return { kind: 'skipped', skip: unreadable(file) };
    return source.kind === 'skipped' ? source : toDocumentResult(file, engine.parseDocument(file, source.text));
  }

  async function analyzeFile(file: string, text?: string): Promise<FileResult> {
    const settings = await settingsOf(file);
    const home = await homeOf(file);
    const index = options.index?.seenFrom(home);
    const loaded = new Set<string>();
    let closed: Promise<DocumentResult> | undefined;
    const readOnce = (): Promise<DocumentResult> => {
      closed ??= readDocument(file, text);
      return closed;
    };
    for (let round = 1; ; round++) {
      const current = openDocument(file) ?? (await readOnce());
      if (current.kind === 'skipped') return current;
      const { world, asked } = recordWorld(answers, settings, now(), index);
      const analysis = engine.analyze(current.document, world);
      if (analysis.isTooDeep) return { kind: 'skipped', skip: tooDeep(file) };
      const missing = analysis.missing.filter((question) => !loaded.has(toKey(question)));
      if (missing.length === 0 || round === MAX_ROUNDS) {
        analysed.set(file, { asked, settings });
        return { kind: 'analyzed', document: current.document, analysis, home };
      }
      for (const question of missing) loaded.add(toKey(question));
      await Promise.all(missing.map((question) => answers.load(question)));
    }
  }

  async function isStale(file: string): Promise<boolean> {
    const before = analysed.get(file);
    if (before === undefined) return false;
    const settings = await settingsOf(file);
    return JSON.stringify(settings) !== JSON.stringify(before.settings) || !(await areCurrent(before.asked, answers));
  }

  return {
    files,
    configs,
    gitignore,
    settingsOf,
    toSettings: settingsUnder,
    analyzeFile,
    documentChanged: (file) => summaries.forget(file),
    filesChanged(changes) {
      for (const { path } of changes) summaries.forget(path);
      if (changes.every(({ path, kind }) => kind === 'changed' && isScript(basename(path)))) return;
      for (const cache of [files, configs, gitignore, manifests, packages, modules, versions]) cache.clear();
    },
    async findStale() {
      const known = [...analysed.keys()];
      const stale = await Promise.all(known.map(isStale));
      return known.filter((_, index) => stale[index]);
    },
    forget: (file) => analysed.delete(file),
  };
}
