import type { Configs } from './config/configs';
import type { Files } from './files';
import { ancestors } from './path';

/**
 * The directory that test paths are relative to, for one that the command line names: the nearest above it that holds a
 * config or `.git`, else itself.
 */
export async function findAnalysisRoot(directory: string, files: Files, configs: Configs): Promise<string> {
  for (const ancestor of ancestors(directory)) {
    const listing = await files.list(ancestor);
    if (listing?.has('.git') || (await configs.isAt(ancestor))) return ancestor;
  }
  return directory;
}
