import type { ModuleSummary, ParseResult } from '../../rules';
import type { OpenDocument } from './documents';
import type { Engine } from './engine';
import type { FileSystem } from './fileSystem';
import { hashText } from './hash';
import { memo } from './memo';
import { toSource } from './source';

/** What modules say to their importers. A summary stays the same object for as long as it says the same. */
export interface Summaries {
  /** `null` for a file that is not there or cannot be analysed. */
  get(file: string): Promise<ModuleSummary | null>;
  /** The answer to `get` if it is known already, else `undefined`. */
  peek(file: string): ModuleSummary | null | undefined;
  /** Makes the next `get` look at the file again. */
  forget(file: string): void;
}

interface Known {
  readonly summary: ModuleSummary | null;
  /** Of the text that was summarised; absent for an open document. */
  readonly hash?: number;
}

export function createSummaries(fileSystem: FileSystem, engine: Engine, openDocument: OpenDocument): Summaries {
  const last = new Map<string, Known>();

  const summaries = memo(async (file): Promise<ModuleSummary | null> => {
    const known = await summarize(file);
    last.set(file, known);
    return known.summary;
  });

  async function summarize(file: string): Promise<Known> {
    const open = openDocument(file);
    if (open !== undefined) return { summary: toSummary(file, open) };
    const bytes = await fileSystem.readFile(file);
    const source = bytes && toSource(file, bytes);
    if (source?.kind !== 'source') return { summary: null };
    const hash = hashText(source.text);
    const before = last.get(file);
    return before?.hash === hash ? before : { summary: toSummary(file, engine.parseDocument(file, source.text)), hash };
  }

  function toSummary(file: string, parsed: ReturnType<OpenDocument> | ParseResult): ModuleSummary | null {
    const summary = parsed?.kind === 'parsed' ? engine.summarize(parsed.document) : undefined;
    const before = last.get(file)?.summary;
    if (summary === undefined) return null;
    return before && JSON.stringify(before) === JSON.stringify(summary) ? before : summary;
  }

  return {
    get: (file) => summaries.get(file),
    peek: (file) => summaries.peek(file)?.value,
    forget: (file) => summaries.forget(file),
  };
}
