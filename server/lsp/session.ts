import { type CancellationToken, type Connection, Emitter } from 'vscode-languageserver';
import {
  analyze,
  bandStarts,
  createReader,
  explainLine,
  type Finding,
  parseDocument,
  rules,
  type Settings,
  summarize,
} from '../../rules';
import type { Config } from '../host/config/configs';
import type { FileSystem } from '../host/files/fileSystem';
import { basename, dirname, relative } from '../host/files/path';
import type { ScanReader } from '../host/files/scan';
import { isModule } from '../host/files/sourceFiles';
import type { RulePages } from '../host/rulePages';
import { toWhyText } from '../host/whyText';
import { createWorkspace, type FileChange } from '../host/workspace';
import { createBackgroundIndex } from './backgroundIndex';
import { createChecker, type Outcome, throwIfCancelled } from './checker';
import { createCommits } from './commits';
import type { Editor } from './editor';
import { createEverything, type FoundInFile, type OnProgress } from './everything';
import type { IndexState } from './indexView';
import { createLog } from './log';
import { listenToDocuments, type OpenDocument, type OpenDocuments } from './openDocuments';
import { createOutcomes } from './outcomes';
import { createScopedSettings, type Folder } from './scopedSettings';
import { createSelection } from './selection';
import type { EditorSettings } from './settings';
import { createTurns } from './turns';

/** An editor's open documents and what is found in them. */
export interface Session {
  readonly connection: Connection;
  readonly editor: Editor;
  readonly documents: OpenDocuments;
  /** What is found in a document now; `undefined` when it is not open. Rejects when the token is cancelled. */
  check(uri: string, token: CancellationToken): Promise<Outcome | undefined>;
  /** What is found in all files of the workspace folders, as far as anything is. Rejects when the token is cancelled. */
  checkAll(token: CancellationToken, onProgress?: OnProgress): Promise<readonly FoundInFile[]>;
  /** The current text of a file, open or not. */
  textOf(file: string): Promise<string | undefined>;
  /** Whether the user wants all files to be checked without being asked. */
  isScanWanted(): Promise<boolean>;
  /** What would be found in another text of a checked document; `undefined` when that cannot be analysed. */
  checkDraft(document: OpenDocument, text: string): readonly Finding[] | undefined;
  /** Why a line of a document, counted from 0, is reported or not, as text; `undefined` when the document is not open. */
  explain(uri: string, line: number): Promise<string | undefined>;
  /** The settings for a document; `undefined` when authlint is off for it. */
  settingsOf(document: Pick<OpenDocument, 'file'>): Promise<Settings | undefined>;
  /** What the editor itself is set to for a document. */
  editorSettingsOf(document: Pick<OpenDocument, 'file'>): Promise<EditorSettings>;
  /** What the config files say that count for a document. */
  configOf(document: OpenDocument): Promise<Config>;
  readPages(): Promise<RulePages>;
  /** Lets waiting messages in; rejects when one of them cancelled the request. */
  pause(token: CancellationToken): Promise<void>;
  /** Runs what nobody waits for. */
  attempt(what: string, action: () => Promise<unknown>): void;
  /** Runs what the editor waits for: it gets `fallback`, and no error that could quote a document. */
  answer<T>(what: string, fallback: T, token: CancellationToken, action: () => Promise<T>): Promise<T>;
  filesChanged(changes: readonly FileChange[]): void;
  /** `sent` is what came with the news, from editors that cannot be asked. */
  settingsChanged(sent: unknown): Promise<void>;
  /** Another commit is the last one. */
  commitsChanged(): void;
  foldersChanged(): void;
  /** Begins to look at the workspace as a whole, now that the editor may be asked. */
  start(): void;
  /** Calls back after each analysis. */
  onCheck(listener: (outcome: Outcome) => void): void;
  /** Calls back when the index of the workspace begins or ends to be built. */
  onIndex(listener: (state: IndexState) => void): void;
  /** Calls back with documents that did not change, but in which something else may be found now. */
  onStale(listener: (uris: readonly string[]) => void): void;
  /** Calls back when something changed, anywhere, and then nothing for a while. */
  onQuiet(listener: () => void): void;
}

export interface SessionOptions {
  readonly fileSystem: FileSystem;
  readonly scanReader: ScanReader;
  readonly readPages: () => Promise<RulePages>;
  readonly folders: () => readonly Folder[];
  /** What the editor came with: it counts where the settings that it is asked for say nothing. */
  readonly initialSettings: unknown;
  /** The editor says what the last commit holds. */
  readonly commits: boolean;
}

export function createSession(connection: Connection, editor: Editor, options: SessionOptions): Session {
  const log = createLog(connection);
  const turns = createTurns();
  const checked = new Emitter<Outcome>();
  const indexed = new Emitter<IndexState>();
  const documents = listenToDocuments(connection);
  const settings = createScopedSettings(connection, editor, options.folders, options.initialSettings);
  const workspace = createWorkspace({
    fileSystem: options.fileSystem,
    engine: { analyze, createReader, parseDocument, summarize },
    rules,
    bandStarts,
    now: Date.now,
    editorSettings: (file) => settings.peek(file).layer,
    openDocument: (file) => documents.parse(file),
  });
  const index = createBackgroundIndex({
    ...options,
    workspace,
    documents,
    settings,
    log,
    idle: turns.idle,
    onUpdate: () => outcomes.settleSoon(),
    onState: (state) => indexed.fire(state),
  });
  const commits = createCommits(connection, options.commits);
  const selection = createSelection({ workspace, settings, commits });
  const checker = createChecker({ workspace, documents, settings, index, selection, log });
  const outcomes = createOutcomes(documents, checker, turns.idle, log);
  const everything = createEverything({
    workspace,
    documents,
    index,
    selection,
    log,
    idle: turns.idle,
    check: checkOpen,
  });

  const fileTouched = (file: string): void => {
    everything.forget(file);
    turns.touched();
    outcomes.touch(file);
    index.fileTouched(file);
  };
  const documentTouched = ({ file }: { readonly file: string }): void => {
    workspace.documentChanged(file);
    fileTouched(file);
  };
  const expireAll = (): void => {
    everything.forgetAll();
    outcomes.expireAll();
  };
  const foldersChanged = (): void => {
    expireAll();
    index.foldersTouched();
  };
  const commitsChanged = (): void => {
    commits.forget();
    expireAll();
  };
  const textOf = async (file: string): Promise<string | undefined> =>
    documents.findFile(file)?.text ?? workspace.files.text(file);

  async function checkOpen(uri: string, token: CancellationToken): Promise<Outcome | undefined> {
    await pause(token);
    await outcomes.settled(documents.find(uri)?.file);
    throwIfCancelled(token);
    const known = outcomes.find(uri);
    if (known !== undefined) return known;
    const outcome = await outcomes.keep(uri, () => turns.urgent(() => checker.check(uri, token)));
    if (outcome !== undefined) checked.fire(outcome);
    return outcome;
  }

  documents.onOpen(documentTouched);
  documents.onChange(documentTouched);
  documents.onClose(({ uri, file }) => {
    outcomes.forget(uri);
    documentTouched({ file });
  });
  // An editor that watches nothing: a save is the moment to look at what else was written.
  if (!editor.watcherRegistration) {
    documents.onSave((document) => {
      workspace.diskChanged();
      outcomes.expireAll();
      documentTouched(document);
    });
  }

  return {
    connection,
    editor,
    documents,
    check: checkOpen,
    checkAll: everything.check,
    async isScanWanted() {
      const all = await Promise.all(options.folders().map(({ path }) => settings.load(path)));
      return all.some(({ enable, workspaceScan }) => enable && workspaceScan);
    },
    checkDraft: checker.checkDraft,
    textOf,
    async explain(uri, line) {
      const file = documents.find(uri)?.file;
      if (file === undefined) return undefined;
      const nameOf = (other: string): string => relative(settings.findFolder(other)?.path ?? '', other) ?? other;
      const why = await workspace.consult(
        file,
        (document, world) => explainLine(document, world, line),
        index.seenBy(file),
      );
      return why && toWhyText(why, { textOf, nameOf });
    },
    async settingsOf({ file }) {
      const { enable } = await settings.load(file);
      return enable ? workspace.settingsOf(file) : undefined;
    },
    editorSettingsOf: ({ file }) => settings.load(file),
    configOf: ({ file }) => workspace.configs.at(dirname(file)),
    readPages: options.readPages,
    pause,
    attempt(what, action) {
      action().catch((error: unknown) => log.failed(what, error));
    },
    async answer(what, fallback, token, action) {
      try {
        return await action();
      } catch (error) {
        throwIfCancelled(token);
        log.failed(what, error);
        return fallback;
      }
    },
    filesChanged(changes) {
      workspace.filesChanged(changes);
      if (changes.some(({ path }) => !isModule(basename(path)))) return foldersChanged();
      for (const { path } of changes) fileTouched(path);
    },
    async settingsChanged(sent) {
      await settings.reload(sent);
      foldersChanged();
    },
    commitsChanged,
    foldersChanged,
    start: index.foldersTouched,
    onCheck: checked.event,
    onIndex: indexed.event,
    onStale: outcomes.onStale,
    onQuiet: outcomes.onQuiet,
  };
}

async function pause(token: CancellationToken): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  throwIfCancelled(token);
}
