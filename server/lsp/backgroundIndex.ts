import type { FileSystem } from '../host/files/fileSystem';
import { basename, isUri } from '../host/files/path';
import { type ScanReader, scan } from '../host/files/scan';
import { toSource } from '../host/files/source';
import { isScript } from '../host/files/sourceFiles';
import { createIndexing } from '../host/indexing';
import type { Workspace } from '../host/workspace';
import { createIndex, type IndexView } from '../host/workspaceIndex';
import { findReasonToSkip } from './exclusion';
import { type IndexState, viewOf } from './indexView';
import type { Log } from './log';
import type { OpenDocuments } from './openDocuments';
import type { Folder, ScopedSettings } from './scopedSettings';

/** What is known of the workspace folders as a whole. It is gathered while nothing else is to be done. */
export interface BackgroundIndex {
  /** What a file may know of them: nothing, until all of them were looked at. */
  seenBy(file: string): IndexView | undefined;
  /** To be called when a file is not as it was, on disk or in the editor. */
  fileTouched(file: string): void;
  /** To be called when other files may count, or count otherwise. */
  foldersTouched(): void;
  /** The files in which something may be found, once nothing more is to be looked at. */
  files(): Promise<readonly string[]>;
}

export interface BackgroundIndexOptions {
  readonly workspace: Workspace;
  readonly documents: OpenDocuments;
  readonly settings: ScopedSettings;
  readonly fileSystem: FileSystem;
  readonly scanReader: ScanReader;
  readonly folders: () => readonly Folder[];
  readonly log: Log;
  /** Resolves when nothing more urgent is to be done. */
  readonly idle: () => Promise<void>;
  /** Called when more is known, or something else. */
  readonly onUpdate: () => void;
  readonly onState: (state: IndexState) => void;
}

/** Where the editor fetches each file from elsewhere, more would be a burden on its service. */
const MAX_VIRTUAL_FILES = 500;

export function createBackgroundIndex(options: BackgroundIndexOptions): BackgroundIndex {
  const { workspace, documents, settings, fileSystem, scanReader, folders, log, idle } = options;
  const index = createIndex();
  const touched = new Set<string>();
  let areFoldersTouched = false;
  let isComplete = false;
  let isTooLarge = false;
  let isWorking = false;
  let working = Promise.resolve();

  const indexing = createIndexing({
    index,
    modelsOf: workspace.modelsOf,
    async analyze(file, text, { contributes }) {
      await idle();
      try {
        return (await workspace.indexFile(file, { text, index, contributes })).contributor;
      } catch (error) {
        log.failed(`Indexing ${file}`, error);
        return undefined;
      }
    },
    async scan(mayMatter, onFile) {
      let virtualFiles = 0;
      const enabled: Folder[] = [];
      for (const folder of folders()) if ((await settings.load(folder.path)).enable) enabled.push(folder);
      const directories = enabled.map(({ path }) => path);
      await scan({ directories, areRoots: true, obeysIgnores: true, mayMatter }, scanReader, workspace, {
        onFile,
        // It is said when the file is opened.
        onSkip: () => undefined,
        onLook(file) {
          if (isUri(file)) virtualFiles += 1;
          if (virtualFiles > MAX_VIRTUAL_FILES) throw new TooManyFiles();
          return idle();
        },
      });
    },
  });

  /** The text of a file that counts. */
  async function textOf(file: string): Promise<string | undefined> {
    await idle();
    if (settings.findFolder(file) === undefined || !isScript(basename(file))) return undefined;
    if ((await findReasonToSkip(file, settings, workspace)) !== undefined) return undefined;
    const open = documents.findFile(file);
    if (open !== undefined) return open.text;
    const bytes = await fileSystem.readFile(file);
    const source = bytes && toSource(file, bytes);
    return source?.kind === 'source' ? source.text : undefined;
  }

  async function work(): Promise<void> {
    while (areFoldersTouched || touched.size > 0) {
      const files = [...touched];
      touched.clear();
      if (areFoldersTouched) {
        areFoldersTouched = false;
        await indexing.takeAll();
      }
      await indexing.take(files, textOf);
      await indexing.settle();
    }
  }

  async function workUnlessTooLarge(): Promise<void> {
    try {
      await work();
      isComplete = true;
      options.onState('complete');
      options.onUpdate();
    } catch (error) {
      areFoldersTouched = true;
      if (!(error instanceof TooManyFiles)) throw error;
      isTooLarge = true;
      options.onState('partial');
      log.tooManyFiles(MAX_VIRTUAL_FILES);
    }
  }

  function start(): void {
    if (isWorking || isTooLarge) return;
    isWorking = true;
    if (!isComplete) options.onState('building');
    working = workUnlessTooLarge()
      .catch((error: unknown) => log.failed('Indexing', error))
      .finally(() => {
        isWorking = false;
      });
  }

  const view = viewOf(index, () => (isComplete ? 'complete' : isTooLarge ? 'partial' : 'building'));

  return {
    seenBy: (file) => (settings.findFolder(file) === undefined ? undefined : view),
    fileTouched(file) {
      touched.add(file);
      start();
    },
    foldersTouched() {
      areFoldersTouched = true;
      isTooLarge = false;
      start();
    },
    async files() {
      while (isWorking) await working;
      return indexing.files();
    },
  };
}

class TooManyFiles extends Error {}
