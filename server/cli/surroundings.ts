import { findProject } from '../host/analysisRoot';
import { createNodeScanReader } from '../host/files/nodeScanReader';
import { dirname, relative } from '../host/files/path';
import { scan } from '../host/files/scan';
import type { Workspace } from '../host/workspace';
import type { IndexView } from '../host/workspaceIndex';
import { indexTrees, type TreesListener } from './trees';

/**
 * What is known of the project that a file is part of. A file that lies in none may lie in a home directory or in `/tmp`:
 * there the current directory counts, or its own one, as long as little lies in it, else the file alone.
 */
export async function indexAround(file: string, current: string, workspace: Workspace): Promise<IndexView> {
  const directory = dirname(file);
  const project = await findProject(directory, workspace.files, workspace.configs);
  const candidates = [relative(current, file) === undefined ? directory : current, directory];
  const root = project ?? (await findSmall(candidates, workspace));
  const trees = root === undefined ? { directories: [], files: [file] } : { directories: [root] };
  const { index } = await indexTrees({ ...trees, obeysIgnores: true }, workspace, DEAF);
  return index;
}

const DEAF: TreesListener = {
  onFile: () => Promise.resolve(),
  onResult: () => undefined,
  onFailure: () => undefined,
  onSkip: () => undefined,
};

async function findSmall(directories: readonly string[], workspace: Workspace): Promise<string | undefined> {
  for (const directory of directories) if (await isSmall(directory, workspace)) return directory;
  return undefined;
}

/** More than most projects without a manifest have, and listed in a moment. */
const MAX_ENTRIES = 2000;

class TooMany extends Error {}

async function isSmall(directory: string, workspace: Workspace): Promise<boolean> {
  let count = 0;
  const disk = createNodeScanReader();
  const options = { directories: [directory], obeysIgnores: true, mayMatter: () => false };
  const reader = {
    async entries(path: string) {
      const entries = await disk.entries(path);
      count += entries?.length ?? 0;
      if (count > MAX_ENTRIES) throw new TooMany();
      return entries;
    },
    read: () => undefined,
  };
  try {
    await scan(options, reader, workspace, { onFile: DEAF.onFile, onSkip: DEAF.onSkip });
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
