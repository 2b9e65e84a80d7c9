import type { Analysis, Missing, ParsedDocument, Settings, World } from '../../rules';
import { type Asked, areCurrent, createAnswers, filesIn, recordWorld, toKey } from './answers';
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
import { type IndexBuilder, type IndexRecord, recordIndex } from './workspaceIndex';

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
   * loading ends.
   */
  analyzeFile(file: string, given?: Given): Promise<FileResult>;
  /** To be called when a document was opened, edited or closed. */
  documentChanged(file: string): void;
  /** To be called when something changed on disk. */
  filesChanged(changes: readonly FileChange[]): void;
}

/** What is known already when a file is analysed. */
export interface Given {
  /** The content of a file that is not open; without it the file is read. */
  readonly text?: string | undefined;
  /** What is known of the workspace as a whole, where anything is. */
  readonly index?: IndexView | undefined;
  /** Whether what the file contributes is asked for as well. */
  readonly contributes?: boolean;
}

export type FileResult = AnalyzedFile | Unchecked;

export interface AnalyzedFile {
  readonly kind: 'analyzed';
  readonly document: ParsedDocument;
  readonly analysis: Analysis;
  /** The directory of the nearest manifest. */
  readonly home: string | undefined;
  /** The other files of the workspace that it was told about. */
  readonly uses: readonly string[];
  /** How long the analysis took, once all that it needs was loaded. */
  readonly milliseconds: number;
  /** Analyses a text that the file might have, under the same circumstances. */
  analyzeDraft(draft: ParsedDocument): Analysis;
  /** Whether other files, manifests, settings and the index would still say what they said. */
  isCurrent(): Promise<boolean>;
}

export interface Unchecked {
  readonly kind: 'skipped';
  readonly skip: Skip;
}

type Circumstances = Pick<AnalyzedFile, 'analyzeDraft' | 'isCurrent'>;

/** A file or directory that is not as it was. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** What is known of the workspace as a whole, as a file sees it whose nearest manifest lies in `home`. */
export type IndexView = Pick<IndexBuilder, 'seenFrom'>;

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

  /** What an analysis was told. Made apart from it: what is kept must not hold its tree. */
  function keep(file: string, world: World, asked: Asked, indexed: IndexRecord | undefined): Circumstances {
    return {
      analyzeDraft: (draft) => engine.analyze(draft, world),
      isCurrent: async () =>
        indexed?.isCurrent() !== false &&
        JSON.stringify(await settingsOf(file)) === JSON.stringify(world.settings) &&
        areCurrent(asked, answers),
    };
  }

  async function analyzeFile(file: string, { text, index, contributes = false }: Given = {}): Promise<FileResult> {
    const settings = await settingsOf(file);
    const home = await homeOf(file);
    const loaded = new Set<string>();
    let closed: Promise<DocumentResult> | undefined;
    const readOnce = (): Promise<DocumentResult> => {
      closed ??= readDocument(file, text);
      return closed;
    };
    for (let round = 1; ; round++) {
      const current = openDocument(file) ?? (await readOnce());
      if (current.kind === 'skipped') return current;
      const indexed = index && recordIndex(index.seenFrom(home));
      const { world, asked } = recordWorld(answers, settings, now(), indexed?.index);
      const start = performance.now();
      const analysis = engine.analyze(current.document, world);
      const milliseconds = performance.now() - start;
      if (analysis.isTooDeep) return { kind: 'skipped', skip: tooDeep(file) };
      const unloaded = (): readonly Missing[] => analysis.missing.filter((question) => !loaded.has(toKey(question)));
      if (contributes && unloaded().length === 0) analysis.contribution();
      const missing = unloaded();
      if (missing.length === 0 || round === MAX_ROUNDS) {
        const { document } = current;
        const circumstances = keep(file, world, asked, indexed);
        return { kind: 'analyzed', document, analysis, home, uses: filesIn(asked), milliseconds, ...circumstances };
      }
      for (const question of missing) loaded.add(toKey(question));
      await Promise.all(missing.map((question) => answers.load(question)));
    }
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
  };
}
