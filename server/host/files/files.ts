import { memo } from '../memo';
import type { DirectoryEntry, FileSystem } from './fileSystem';
import { basename, dirname, join } from './path';
import { decodeText } from './source';

/** Small text files and directory listings, the latter remembered: one listing answers every "is there a …?". */
export interface Files {
  /** The text of a file; `undefined` when it is not there or not UTF-8. */
  text(path: string): Promise<string | undefined>;
  list(directory: string): Promise<Listing | undefined>;
  /** Whether there is a file (not a directory) at a path. */
  has(path: string): Promise<boolean>;
  /** Forgets all listings, after something was created, deleted or renamed. */
  clear(): void;
}

/** The entries of one directory by plain name. */
export type Listing = ReadonlyMap<string, DirectoryEntry['kind']>;

export function createFiles(fileSystem: FileSystem): Files {
  const listings = memo(async (directory): Promise<Listing | undefined> => {
    const entries = await fileSystem.readDirectory(directory);
    return entries && new Map(entries.map(({ name, kind }) => [name, kind]));
  });
  return {
    async text(path) {
      const bytes = await fileSystem.readFile(path);
      return bytes && decodeText(bytes)?.text;
    },
    list: (directory) => listings.get(directory),
    async has(path) {
      const listing = await listings.get(dirname(path));
      return listing?.get(basename(path)) === 'file';
    },
    clear: () => listings.clear(),
  };
}

/** The first of some names that is a file of a directory, as a path. */
export async function findFile(files: Files, directory: string, names: readonly string[]): Promise<string | undefined> {
  const listing = await files.list(directory);
  const name = names.find((candidate) => listing?.get(candidate) === 'file');
  return name === undefined ? undefined : join(directory, name);
}
