import type {
  Analysis,
  Contribution,
  Explained,
  LibraryModel,
  Missing,
  Nothing,
  ParsedDocument,
  Reader,
  Settings,
  World,
} from '../../rules';
import { findAnalysisRoot } from './analysisRoot';
import { createAnswers } from './answers';
import { createAsk } from './ask';
import { type Baselines, createBaselines } from './baseline';
import type { RuleName } from './config/configShape';
import { type Config, type Configs, createConfigs, layerOf } from './config/configs';
import { type SettingsLayer, toSettings } from './config/settings';
import { type DocumentResult, type OpenDocument, toDocumentResult } from './documents';
import type { Engine } from './engine';
import { createEnvironments } from './environments';
import { isLeftOut } from './files/exclusions';
import type { FileSystem } from './files/fileSystem';
import { createFiles, type Files } from './files/files';
import { createGitignore, type Gitignore } from './files/gitignore';
import { hashText } from './files/hash';
import { basename, dirname, join } from './files/path';
import { type Skip, tooDeep, unreadable } from './files/skip';
import { toSource } from './files/source';
import { isModule } from './files/sourceFiles';
import { createModules } from './modules/modules';
import { createManifests } from './packages/manifests';
import { createPackages } from './packages/packages';
import { createParsing } from './parsing';
import { createSummaries } from './summaries';
import { createVersions } from './versions/versions';
import type { IndexView } from './workspaceIndex';

export interface WorkspaceOptions {
  readonly fileSystem: FileSystem;
  readonly engine: Engine;
  /** All rules, for the validation of configs. */
  readonly rules: readonly RuleName[];
  /** Where the bands of a package begin that are known with the user's models. */
  readonly bandStarts: (packageName: string, models: readonly LibraryModel[]) => readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** What the command line sets; it is stronger than any config. */
  readonly commandLine?: SettingsLayer;
  /** What the editor sets for a file; it is weaker than any config. */
  readonly editorSettings?: (file: string) => SettingsLayer;
  /** The path of the one config that counts, in place of those near each file. */
  readonly config?: string;
  /** The path of the one baseline that counts, in place of those near each file. */
  readonly baseline?: string;
  readonly openDocument?: OpenDocument;
}

/** Everything that is known about the files around those that are analysed. */
export interface Workspace {
  readonly files: Files;
  readonly configs: Configs;
  readonly gitignore: Gitignore;
  readonly baselines: Baselines;
  settingsOf(file: string): Promise<Settings>;
  /** The user's own models for a file. */
  modelsOf(file: string): Promise<readonly LibraryModel[]>;
  /** The settings of a file whose config is known already. */
  toSettings(config: Config, file: string): Settings;
  /**
   * Analyses a file, loading what the analysis lacks until it lacks nothing. An open document is analysed as it is when
   * loading ends.
   */
  analyzeFile(file: string, given?: Given): Promise<FileResult>;
  /** Analyses a file for an index. The result is `undefined` when the file cannot be analysed. */
  indexFile(file: string, given: IndexGiven): Promise<IndexedFile>;
  /** Asks the engine something else about a file; `undefined` when the file cannot be analysed. */
  consult<T>(
    file: string,
    question: (document: ParsedDocument, world: World) => Explained<T>,
    index?: IndexView,
  ): Promise<T | undefined>;
  /** To be called when a document was opened, edited or closed. */
  documentChanged(file: string): void;
  /** To be called when something changed on disk. */
  filesChanged(changes: readonly FileChange[]): void;
  /** To be called when anything may have changed on disk, and nobody says what. */
  diskChanged(): void;
}

/** What is known already when a file is analysed. */
export interface Given {
  /** The content of a file that is not open; without it the file is read. */
  readonly text?: string | undefined;
  /** What is known of the workspace as a whole, where anything is. */
  readonly index?: IndexView | undefined;
  /** Of an earlier text of an open document, in circumstances that are the same now. */
  readonly before?: Nothing | undefined;
}

export type FileResult = AnalyzedFile | Unchecked;

export interface IndexGiven extends Given {
  readonly index: IndexView;
  /** It may have something to tell other files. */
  readonly contributes: boolean;
}

export interface IndexedFile {
  readonly result: FileResult;
  /** `undefined` when the file cannot be analysed. */
  readonly contributor: Contributor | undefined;
}

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

/** A file that was analysed, as far as an index needs it. */
export interface Contributor extends Pick<AnalyzedFile, 'home' | 'uses' | 'isCurrent'> {
  /** Of its text. */
  readonly hash: number;
  readonly contribution: Contribution;
}

type Answered = (Pick<AnalyzedFile, 'kind' | 'document' | 'analysis' | 'milliseconds'> | Unchecked) & {
  readonly missing: readonly Missing[];
  readonly contribution?: Contribution;
};

/** Whether the file may have something to tell others; absent when that is not asked. */
type Asked = Partial<Pick<IndexGiven, 'contributes'>>;

interface ReadFile {
  readonly result: FileResult;
  readonly contribution: Contribution | undefined;
}

/** A file or directory that is not as it was. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { fileSystem, engine, now, openDocument = () => undefined } = options;
  const parseDocument = createParsing(engine);
  const files = createFiles(fileSystem);
  const configs = createConfigs(files, options.rules, options.config);
  const gitignore = createGitignore(files);
  const baselines = createBaselines(files, options.baseline);
  const manifests = createManifests(files);
  const packages = createPackages(files, manifests);
  const modules = createModules(files, manifests, packages, async (file) =>
    isLeftOut(file, await findAnalysisRoot(dirname(file), files, configs), gitignore),
  );

  const settingsUnder = (config: Config, file: string): Settings =>
    toSettings([options.commandLine ?? {}, layerOf(config, file), options.editorSettings?.(file) ?? {}]);
  const settingsOf = async (file: string): Promise<Settings> => settingsUnder(await configs.at(dirname(file)), file);
  const modelsOf = async (file: string): Promise<readonly LibraryModel[]> => (await settingsOf(file)).models;

  const versions = createVersions(files, manifests, packages, async (packageName, directory) =>
    options.bandStarts(packageName, await modelsOf(join(directory, 'index.ts'))),
  );
  const summaries = createSummaries(fileSystem, { ...engine, parseDocument }, openDocument, modelsOf);
  const environments = createEnvironments(files, manifests);
  const answers = createAnswers(modules, summaries, versions, environments);

  const homeOf = async (file: string): Promise<string | undefined> =>
    (await manifests.above(dirname(file)))[0]?.directory;

  async function readDocument(file: string, text: string | undefined): Promise<DocumentResult> {
    if (text !== undefined) return toDocumentResult(file, parseDocument(file, text));
    const bytes = await fileSystem.readFile(file);
    const source = bytes && toSource(file, bytes);
    if (source === undefined) return { kind: 'skipped', skip: unreadable(file) };
    return source.kind === 'skipped' ? source : toDocumentResult(file, parseDocument(file, source.text));
  }

  const ask = createAsk({ answers, settingsOf, homeOf, now });

  async function readFile(file: string, { text, index, contributes, before }: Given & Asked): Promise<ReadFile> {
    let closed: Promise<DocumentResult> | undefined;
    const readOnce = (): Promise<DocumentResult> => {
      closed ??= readDocument(file, text);
      return closed;
    };
    let open: { readonly document: ParsedDocument; readonly reader: Reader } | undefined;
    const { answer, world, ...told } = await ask<Answered>(file, index, async (current) => {
      const result = openDocument(file) ?? (await readOnce());
      if (result.kind === 'skipped') return { kind: 'skipped', skip: result.skip, missing: [] };
      const { document } = result;
      if (open?.document !== document)
        open = { document, reader: engine.createReader(document, current, contributes !== false, before) };
      const { reader } = open;
      const start = performance.now();
      const analysis = reader.analyze();
      const milliseconds = performance.now() - start;
      if (analysis.isTooDeep) return { kind: 'skipped', skip: tooDeep(file), missing: [] };
      const { missing } = analysis;
      const analyzed = { kind: 'analyzed', document, analysis, milliseconds, missing } as const;
      return contributes !== undefined && missing.length === 0 ? { ...analyzed, ...reader.contribute() } : analyzed;
    });
    if (answer.kind === 'skipped') return { result: answer, contribution: undefined };
    const { contribution, ...analyzed } = answer;
    return { result: { ...analyzed, ...told, analyzeDraft: draftAnalysis(engine, world) }, contribution };
  }

  async function indexFile(file: string, given: IndexGiven): Promise<IndexedFile> {
    const { result, contribution } = await readFile(file, given);
    if (result.kind === 'skipped' || contribution === undefined) return { result, contributor: undefined };
    const { document, home, uses, isCurrent } = result;
    return { result, contributor: { hash: hashText(document.text), contribution, home, uses, isCurrent } };
  }

  async function consult<T>(
    file: string,
    question: (document: ParsedDocument, world: World) => Explained<T>,
    index?: IndexView,
  ): Promise<T | undefined> {
    const closed = openDocument(file) === undefined ? await readDocument(file, undefined) : undefined;
    const { answer } = await ask(
      file,
      index,
      async (world): Promise<Partial<Explained<T>> & { missing: readonly Missing[] }> => {
        const result = openDocument(file) ?? closed;
        return result?.kind === 'parsed' ? question(result.document, world) : { missing: [] };
      },
    );
    return answer.explanation;
  }

  const forgetFiles = (): void => {
    for (const cache of [files, configs, gitignore, baselines, manifests, packages, modules, versions, environments])
      cache.clear();
  };

  return {
    files,
    configs,
    gitignore,
    baselines,
    settingsOf,
    modelsOf,
    toSettings: settingsUnder,
    analyzeFile: async (file, given = {}) => (await readFile(file, given)).result,
    indexFile,
    consult,
    documentChanged: (file) => summaries.forget(file),
    filesChanged(changes) {
      for (const { path } of changes) summaries.forget(path);
      if (changes.every(({ path, kind }) => kind === 'changed' && isModule(basename(path)))) return;
      // What the user's models say may be part of a summary.
      if (changes.some(({ path }) => !isModule(basename(path)))) summaries.clear();
      forgetFiles();
    },
    diskChanged() {
      summaries.clear();
      forgetFiles();
    },
  };
}

/** Made apart from the analysis that it repeats: what is kept must not hold its tree. */
function draftAnalysis(engine: Engine, world: World): AnalyzedFile['analyzeDraft'] {
  return (draft) => engine.analyze(draft, world);
}
