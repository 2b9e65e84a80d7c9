import { createNodeScanReader } from '../host/files/nodeScanReader';
import { type ScanOptions, type ScanReader, type ScanTotals, scan } from '../host/files/scan';
import type { Skip } from '../host/files/skip';
import { createIndexing, type Indexing } from '../host/indexing';
import type { FileResult, Workspace } from '../host/workspace';
import { createIndex, type IndexView } from '../host/workspaceIndex';

/** Takes in what an indexing run sees. */
export interface TreesListener {
  /** A file is about to be analysed. */
  onFile(): Promise<void>;
  /** What became of a file; the last time counts. */
  onResult(file: string, result: FileResult): void;
  onFailure(file: string, error: unknown): void;
  onSkip(skip: Skip): void;
}

/** Analyses directories, and files, until everything is known that they know of each other. */
export async function indexTrees(
  trees: Omit<ScanOptions, 'mayMatter'>,
  workspace: Workspace,
  listener: TreesListener,
  reader: ScanReader = createNodeScanReader(),
): Promise<{ readonly index: IndexView; readonly indexing: Indexing; readonly totals: ScanTotals }> {
  const index = createIndex(trees.directories.length > 0);
  let totals: ScanTotals | undefined;
  const indexing = createIndexing({
    index,
    modelsOf: workspace.modelsOf,
    async analyze(file, text, { isInReach, contributes }) {
      await listener.onFile();
      try {
        const { result, contributor } = await workspace.indexFile(file, { text, index, contributes });
        if (isInReach) listener.onResult(file, result);
        return contributor;
      } catch (error) {
        listener.onFailure(file, error);
        return undefined;
      }
    },
    async scan(mayMatter, onFile) {
      const options = { ...trees, mayMatter };
      const scanned = await scan(options, reader, workspace, { onFile, onSkip: listener.onSkip });
      totals ??= scanned;
    },
  });
  await indexing.takeAll();
  await indexing.settle();
  return { index, indexing, totals: totals ?? { files: 0, testFiles: 0 } };
}
