import type { Configs } from './config/configs';
import type { Files } from './files/files';
import { ancestors } from './files/path';

/**
 * The directory that test paths are relative to, for one that the command line names: the nearest above it that holds a
 * config or `.git`, else itself.
 */
export async function findAnalysisRoot(directory: string, files: Files, configs: Configs): Promise<string> {
  return (await findMarked(directory, files, configs)) ?? directory;
}

/** The root of the project that a directory lies in: the nearest with a config or `.git`, else the nearest with a manifest. */
export async function findProject(directory: string, files: Files, configs: Configs): Promise<string | undefined> {
  const marked = await findMarked(directory, files, configs);
  if (marked !== undefined) return marked;
  for (const ancestor of ancestors(directory)) {
    if ((await files.list(ancestor))?.get('package.json') === 'file') return ancestor;
  }
  return undefined;
}

async function findMarked(directory: string, files: Files, configs: Configs): Promise<string | undefined> {
  for (const ancestor of ancestors(directory)) {
    const listing = await files.list(ancestor);
    if (listing?.has('.git') || (await configs.isAt(ancestor))) return ancestor;
  }
  return undefined;
}
