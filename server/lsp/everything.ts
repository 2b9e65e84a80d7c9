import { CancellationToken } from 'vscode-languageserver';
import { type Finding, type LineIndex, lineIndex } from '../../rules';
import { toUri } from '../host/files/path';
import type { Workspace } from '../host/workspace';
import type { BackgroundIndex } from './backgroundIndex';
import { type Outcome, throwIfCancelled } from './checker';
import type { Log } from './log';
import type { OpenDocuments } from './openDocuments';
import { type Places, toPlaces } from './places';
import type { Selection } from './selection';

/** A file in which something is found. */
export interface FoundInFile {
  readonly file: string;
  readonly text: string;
  readonly index: LineIndex;
  readonly findings: readonly Finding[];
  readonly places: Places;
  /** The text is that of an open document. */
  readonly isOpen: boolean;
}

/** Called before each file that is checked. */
export type OnProgress = (done: number, total: number) => void;

/** What is found in all files of the workspace folders. */
export interface Everything {
  /** Checks what changed since it was checked last. Rejects when the token is cancelled. */
  check(token: CancellationToken, onProgress?: OnProgress): Promise<readonly FoundInFile[]>;
  /** To be called when a file is not as it was. */
  forget(file: string): void;
  /** To be called when settings, or what lies around all files, are not as they were. */
  forgetAll(): void;
}

export interface EverythingOptions {
  readonly workspace: Workspace;
  readonly documents: OpenDocuments;
  readonly index: BackgroundIndex;
  readonly selection: Selection;
  readonly log: Log;
  /** Resolves when nothing more urgent is to be done. */
  readonly idle: () => Promise<void>;
  /** Checks an open document. */
  readonly check: (uri: string, token: CancellationToken) => Promise<Outcome | undefined>;
}

interface Known {
  readonly found: FoundInFile | undefined;
  isCurrent(): Promise<boolean>;
}

export function createEverything(options: EverythingOptions): Everything {
  const { workspace, documents, index, selection, log, idle } = options;
  const known = new Map<string, Known>();
  /** What is checked and was not touched meanwhile. */
  const pending = new Set<string>();

  async function checkOpen(uri: string, token: CancellationToken): Promise<FoundInFile | undefined> {
    const outcome = await options.check(uri, token);
    if (outcome?.kind !== 'checked' || outcome.findings.length === 0) return undefined;
    const { document, findings, places } = outcome;
    return { file: document.file, text: document.text, index: document.index, findings, places, isOpen: true };
  }

  async function checkClosed(file: string): Promise<FoundInFile | undefined> {
    const before = known.get(file);
    if (before !== undefined && (await before.isCurrent())) return before.found;
    pending.add(file);
    const result = await workspace.analyzeFile(file, { index: index.seenBy(file) });
    if (result.kind === 'skipped') {
      log.skipped(result.skip);
      return undefined;
    }
    const { text } = result.document;
    const { isCurrent } = result;
    const select = await selection.of({ file, uri: toUri(file), languageId: '' }, result);
    const findings = select(text, result.analysis.findings);
    const places = toPlaces(undefined, documents, workspace.files);
    const found =
      findings.length === 0 ? undefined : { file, text, index: lineIndex(text), findings, places, isOpen: false };
    if (pending.delete(file)) known.set(file, { found, isCurrent });
    return found;
  }

  async function checkOne(file: string, token: CancellationToken): Promise<FoundInFile | undefined> {
    const uri = documents.findFile(file)?.uri;
    try {
      return await (uri === undefined ? checkClosed(file) : checkOpen(uri, token));
    } catch (error) {
      throwIfCancelled(token);
      log.failed(`Checking ${file}`, error);
      return undefined;
    }
  }

  return {
    async check(token, onProgress) {
      const files = await Promise.race([index.files(), whenCancelled(token)]);
      throwIfCancelled(token);
      const found: FoundInFile[] = [];
      for (const [done, file] of (files ?? []).entries()) {
        await idle();
        throwIfCancelled(token);
        onProgress?.(done, files?.length ?? 0);
        const one = await checkOne(file, token);
        throwIfCancelled(token);
        if (one !== undefined) found.push(one);
      }
      return found;
    },
    forget(file) {
      known.delete(file);
      pending.delete(file);
    },
    forgetAll() {
      known.clear();
      pending.clear();
    },
  };
}

function whenCancelled(token: CancellationToken): Promise<undefined> {
  if (token === CancellationToken.None) return new Promise(() => undefined);
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve(undefined));
  });
}
