/**
 * How the hosts read files: once over Node's fs, once over the editor's file system from a web worker. Paths are
 * absolute and '/'-separated; in a worker they are URIs (see path.ts). Nothing here throws or rejects.
 */
export interface FileSystem {
  /** The bytes of a file; `undefined` when there is no such file, or none that may be read. */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** The entries of a directory, by plain name, links followed; `undefined` when there is no such directory. */
  readDirectory(path: string): Promise<readonly DirectoryEntry[] | undefined>;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
}
