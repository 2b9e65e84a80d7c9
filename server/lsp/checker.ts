import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Finding } from '../../rules';
import type { AnalyzedFile, Workspace } from '../host/workspace';
import type { BackgroundIndex } from './backgroundIndex';
import { findReasonToSkip } from './exclusion';
import type { Log } from './log';
import { type OpenDocument, type OpenDocuments, parseText } from './openDocuments';
import { type Places, toPlaces } from './places';
import type { ScopedSettings } from './scopedSettings';
import type { Select, Selection } from './selection';

export type Outcome = Checked | Skipped;

export interface Checked {
  readonly kind: 'checked';
  /** As it was analysed. */
  readonly document: OpenDocument;
  readonly findings: readonly Finding[];
  /** How many more there are, which the baseline or the last commit has already. */
  readonly known: number;
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
  /** Analyses a document as it is when all that it needs is loaded; `undefined` when it was closed meanwhile. */
  check(uri: string, token: CancellationToken): Promise<Outcome | undefined>;
  /** Analyses a text that a checked document might have, under the same circumstances. */
  checkDraft(document: OpenDocument, text: string): readonly Finding[] | undefined;
  /** The documents for which a check would be told something else now, each of them once. */
  takeStale(): Promise<readonly OpenDocument[]>;
  /** Looks at the whole of the documents of which the last check took over parts. Those in which that finds something else. */
  takeMisjudged(): Promise<readonly OpenDocument[]>;
}

export interface CheckerOptions {
  readonly workspace: Workspace;
  readonly documents: OpenDocuments;
  readonly settings: ScopedSettings;
  /** What is known of all files together. */
  readonly index: BackgroundIndex;
  readonly selection: Selection;
  readonly log: Log;
}

/** The last analysis of a document. */
interface Last {
  readonly result: AnalyzedFile;
  /** Whether its circumstances, and those of what it took over, are what they were. */
  isCurrent(): Promise<boolean>;
  /** The same of the last analysis of the whole. */
  readonly whole: AnalyzedFile['isCurrent'];
}

export function createChecker(options: CheckerOptions): Checker {
  const { workspace, documents, settings, index, selection, log } = options;
  const last = new Map<string, Last>();
  const selected = new Map<string, Select>();
  documents.onClose(({ file }) => {
    last.delete(file);
    selected.delete(file);
    selection.forget(file);
  });

  /** What the next check of a document may take over from the last one. */
  const takenOver = async (file: string): Promise<Last | undefined> => {
    const before = last.get(file);
    return before !== undefined && (await before.isCurrent()) ? before : undefined;
  };
  const keep = (file: string, result: AnalyzedFile, before: Last | undefined): void => {
    const { isCurrent, analysis } = result;
    const whole = before === undefined || analysis.isWhole ? isCurrent : before.whole;
    const areBoth = async (): Promise<boolean> => (await isCurrent()) && (await whole());
    last.set(file, { result, whole, isCurrent: whole === isCurrent ? isCurrent : areBoth });
  };

  const check = async (opened: OpenDocument, token: CancellationToken): Promise<Outcome | undefined> => {
    const { file, uri } = opened;
    const reason = await findReasonToSkip(file, settings, workspace);
    throwIfCancelled(token);
    if (reason !== undefined) return { kind: 'skipped', document: opened, reason };
    const before = await takenOver(file);
    const result = await workspace.analyzeFile(file, {
      index: index.seenBy(file),
      before: before?.result.analysis.nothing(),
    });
    throwIfCancelled(token);
    for (const problem of workspace.configs.problems()) log.config(problem);
    const document = documents.find(uri);
    if (document === undefined) return undefined;
    if (result.kind === 'skipped') {
      log.skipped(result.skip);
      return { kind: 'skipped', document, reason: result.skip.message };
    }
    keep(file, result, before);
    const { milliseconds, analysis } = result;
    const { crashes } = analysis;
    const select = await selection.of(document, result);
    throwIfCancelled(token);
    selected.set(file, select);
    const findings = select(result.document.text, analysis.findings);
    for (const crash of crashes) log.crashed(file, crash);
    const places = toPlaces(document, documents, workspace.files);
    const known = analysis.findings.length - findings.length;
    return { kind: 'checked', document, findings, known, places, milliseconds };
  };

  return {
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
      if (parsed.kind === 'skipped') return undefined;
      const { file } = document;
      const findings = last.get(file)?.result.analyzeDraft(parsed.document).findings;
      return findings && selected.get(file)?.(text, findings);
    },
    async takeStale() {
      const stale: string[] = [];
      for (const [file, { isCurrent }] of last) if (!(await isCurrent())) stale.push(file);
      for (const file of stale) last.delete(file);
      return stale.flatMap((file) => documents.findFile(file) ?? []);
    },
    async takeMisjudged() {
      const misjudged: string[] = [];
      for (const [file, { result }] of last) {
        if (result.analysis.isWhole) continue;
        const again = await workspace.analyzeFile(file, { index: index.seenBy(file) });
        // It was edited meanwhile.
        if (again.kind === 'skipped' || again.document !== result.document || last.get(file)?.result !== result)
          continue;
        if (isSame(again.analysis.findings, result.analysis.findings)) keep(file, again, undefined);
        else misjudged.push(file);
      }
      for (const file of misjudged) last.delete(file);
      return misjudged.flatMap((file) => documents.findFile(file) ?? []);
    },
  };
}

function isSame(findings: readonly Finding[], others: readonly Finding[]): boolean {
  return JSON.stringify(findings) === JSON.stringify(others);
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
