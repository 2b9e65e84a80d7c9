import type { LibraryModel, ModuleSummary, ParseResult } from '../../rules';
import type { OpenDocument } from './documents';
import type { Engine } from './engine';
import type { FileSystem } from './files/fileSystem';
import { hashText } from './files/hash';
import { toSource } from './files/source';
import { isDataName } from './files/sourceFiles';
import { memo } from './memo';

/** What modules say to their importers. A summary stays the same object for as long as it says the same. */
export interface Summaries {
  /** `null` for a file that is not there or cannot be analysed. */
  get(file: string): Promise<ModuleSummary | null>;
  /** The answer to `get` if it is known already, else `undefined`. */
  peek(file: string): ModuleSummary | null | undefined;
  /** Makes the next `get` look at the file again. */
  forget(file: string): void;
  /** Makes the next `get` of any file look at it again. */
  clear(): void;
}

/** Data beyond this many characters is no configuration: translations, fixtures. */
const MAX_DATA = 100_000;

interface Known {
  readonly summary: ModuleSummary | null;
  /** Of the text that was summarised; absent for an open document. */
  readonly hash?: number;
  /** The user's models by which it was read. */
  readonly models: readonly LibraryModel[];
}

/** The user's models for a file. */
export type ModelsOf = (file: string) => Promise<readonly LibraryModel[]>;

export function createSummaries(
  fileSystem: FileSystem,
  engine: Engine,
  openDocument: OpenDocument,
  modelsOf: ModelsOf,
): Summaries {
  const last = new Map<string, Known>();

  const summaries = memo(async (file): Promise<ModuleSummary | null> => {
    const known = await summarize(file);
    last.set(file, known);
    return known.summary;
  });

  async function summarize(file: string): Promise<Known> {
    const models = await modelsOf(file);
    const open = openDocument(file);
    if (open !== undefined) return { summary: toSummary(file, open, models), models };
    const bytes = await fileSystem.readFile(file);
    const source = bytes && toSource(file, bytes);
    if (source?.kind !== 'source' || (isDataName(file) && source.text.length > MAX_DATA))
      return { summary: null, models };
    const hash = hashText(source.text);
    const before = last.get(file);
    if (before?.hash === hash && before.models === models) return before;
    return { summary: toSummary(file, engine.parseDocument(file, source.text), models), hash, models };
  }

  function toSummary(
    file: string,
    parsed: ReturnType<OpenDocument> | ParseResult,
    models: readonly LibraryModel[],
  ): ModuleSummary | null {
    const summary = parsed?.kind === 'parsed' ? engine.summarize(parsed.document, models) : undefined;
    const before = last.get(file)?.summary;
    if (summary === undefined) return null;
    return before && JSON.stringify(before) === JSON.stringify(summary) ? before : summary;
  }

  return {
    get: (file) => summaries.get(file),
    peek: (file) => summaries.peek(file)?.value,
    forget: (file) => summaries.forget(file),
    clear: () => summaries.clear(),
  };
}
