import type { FileSystem } from './fileSystem';
import type { ScanReader } from './scan';
import { unreadable } from './skip';
import { toSource } from './source';

/** Scans through a `FileSystem`. */
export function createScanReader({ readDirectory, readFile }: FileSystem): ScanReader {
  return {
    entries: readDirectory,
    async read(file, mayMatter) {
      const bytes = await readFile(file);
      if (bytes === undefined) return { kind: 'skipped', skip: unreadable(file) };
      const source = toSource(file, bytes);
      return source.kind === 'skipped' || mayMatter(source.text) ? source : undefined;
    },
  };
}
