import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { analyze, bandStarts, type Finding, parseDocument, rules, summarize, type World } from '../../rules';
import type { FileSystem } from '../host/fileSystem';
import { createWorkspace, type Workspace } from '../host/workspace';
import { findReasonToSkip } from './exclusion';
import type { Log } from './log';
import { type OpenDocument, type OpenDocuments, parseText } from './openDocuments';
import { type Places, toPlaces } from './places';
import type { ScopedSettings } from './scopedSettings';

export type Outcome = Checked | Skipped;

export interface Checked {
  readonly kind: 'checked';
  /** As it was analysed. */
  readonly document: OpenDocument;
  readonly findings: readonly Finding[];
  readonly places: Places;
  /** How long the analysis took. */
  readonly milliseconds: number;
}

export interface Skipped {
  readonly kind: 'skipped';
  readonly document: OpenDocument;
  /** For people. */
  readonly reason: string;
}

/** Runs the engine on open documents. */
export interface Checker {
  readonly workspace: Workspace;
  /** Analyses a document as it is when all that it needs is loaded; `undefined` when it was closed meanwhile. */
  check(uri: string, token: CancellationToken): Promise<Outcome | undefined>;
  /** Analyses a text that a checked document might have, under the same circumstances. */
  checkDraft(document: OpenDocument, text: string): readonly Finding[] | undefined;
}

export function createChecker(
  documents: OpenDocuments,
  settings: ScopedSettings,
  fileSystem: FileSystem,
  log: Log,
): Checker {
  const runs = new Map<string, { readonly world: World; readonly milliseconds: number }>();
  const workspace = createWorkspace({
    fileSystem,
    engine: {
      parseDocument,
      summarize,
      analyze(document, world) {
        const start = performance.now();
        const analysis = analyze(document, world);
        runs.set(document.file, { world, milliseconds: performance.now() - start });
        return analysis;
      },
    },
    rules,
    bandStarts,
    now: Date.now,
    editorSettings: (file) => settings.peek(file).layer,
    openDocument: (file) => documents.parse(file),
  });
  documents.onClose(({ file }) => {
    workspace.forget(file);
    runs.delete(file);
  });

  const check = async (opened: OpenDocument, token: CancellationToken): Promise<Outcome | undefined> => {
    const { file, uri } = opened;
    const reason = await findReasonToSkip(file, settings, workspace);
    throwIfCancelled(token);
    if (reason !== undefined) return { kind: 'skipped', document: opened, reason };
    const result = await workspace.analyzeFile(file);
    throwIfCancelled(token);
    for (const problem of workspace.configs.problems()) log.config(problem);
    const document = documents.find(uri);
    if (document === undefined) return undefined;
    if (result.kind === 'skipped') {
      log.skipped(result.skip);
      return { kind: 'skipped', document, reason: result.skip.message };
    }
    const { crashes, findings } = result.analysis;
    for (const crash of crashes) log.crashed(file, crash);
    const places = toPlaces(document, documents, workspace.files);
    return { kind: 'checked', document, findings, places, milliseconds: runs.get(file)?.milliseconds ?? 0 };
  };

  return {
    workspace,
    async check(uri, token) {
      const document = documents.find(uri);
      if (document === undefined) return undefined;
      try {
        return await check(document, token);
      } catch (error) {
        throwIfCancelled(token);
        log.failed(`Checking ${document.file}`, error);
        return { kind: 'skipped', document, reason: 'authlint failed on this file: its log says where.' };
      }
    },
    checkDraft(document, text) {
      const parsed = parseText(document, text);
      const run = runs.get(document.file);
      return parsed.kind === 'parsed' && run !== undefined ? analyze(parsed.document, run.world).findings : undefined;
    },
  };
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
