import type { Finding } from '../../rules';
import { type Baseline, toEntries, withoutKnown } from '../host/baseline';
import { dirname } from '../host/files/path';
import type { AnalyzedFile, Workspace } from '../host/workspace';
import type { Commits } from './commits';
import { type OpenDocument, parseText } from './openDocuments';
import type { ScopedSettings } from './scopedSettings';

/** A file, open or not; the language is empty where only its name tells that. */
export type SelectedDocument = Pick<OpenDocument, 'file' | 'uri' | 'languageId'>;

/** Takes those of all findings of a text of one file that are shown. */
export type Select = (text: string, findings: readonly Finding[]) => readonly Finding[];

/** Decides which findings are shown: not those of the baseline nor, where the user wants that, those of the last commit. */
export interface Selection {
  of(document: SelectedDocument, result: AnalyzedFile): Promise<Select>;
  /** To be called when a file is closed. */
  forget(file: string): void;
}

export interface SelectionOptions {
  readonly workspace: Workspace;
  readonly settings: ScopedSettings;
  readonly commits: Commits;
}

/** What was found in the text of the last commit. */
interface Committed {
  readonly text: string;
  readonly known: Baseline;
  /** Whether the same would be found in it now. */
  isCurrent(): Promise<boolean>;
}

export function createSelection({ workspace, settings, commits }: SelectionOptions): Selection {
  const committed = new Map<string, Committed>();

  /** What the last commit has of a file's findings; `undefined` where all of them are shown. */
  const knownToCommit = async (document: SelectedDocument, result: AnalyzedFile): Promise<Baseline | undefined> => {
    const { file, uri } = document;
    if (result.analysis.findings.length === 0 || (await settings.load(file)).scope === 'all') return undefined;
    const text = await commits.textOf(uri);
    if (text === undefined) return undefined;
    const before = committed.get(file);
    if (before?.text === text && (await before.isCurrent())) return before.known;
    const parsed = parseText(document, text);
    const findings = parsed.kind === 'skipped' ? [] : result.analyzeDraft(parsed.document).findings;
    const known = { path: file, entries: toEntries(file, file, text, findings), problem: undefined };
    committed.set(file, { text, known, isCurrent: result.isCurrent });
    return known;
  };

  return {
    async of(document, result) {
      const { file } = document;
      const baselines = [await workspace.baselines.at(dirname(file)), await knownToCommit(document, result)];
      return (text, findings) => {
        const left = baselines.map((baseline) => new Set(withoutKnown(baseline, file, text, findings)));
        return findings.filter((finding) => left.every((some) => some.has(finding)));
      };
    },
    forget: (file) => committed.delete(file),
  };
}
