import type { FileSystem } from '../host/files/fileSystem';
import { nodeFileSystem } from '../host/files/nodeFileSystem';
import { createNodeScanReader } from '../host/files/nodeScanReader';
import type { ScanReader } from '../host/files/scan';
import { toSource } from '../host/files/source';

/** The disk as it would be if some files had other texts. */
export interface Overlay {
  readonly fileSystem: FileSystem;
  readonly reader: ScanReader;
}

export function overlayOf(texts: ReadonlyMap<string, string>): Overlay {
  const encoder = new TextEncoder();
  const bytesOf = (path: string): Uint8Array | undefined => {
    const text = texts.get(path);
    return text === undefined ? undefined : encoder.encode(text);
  };
  const disk = createNodeScanReader();
  return {
    fileSystem: {
      readFile: async (path) => bytesOf(path) ?? nodeFileSystem.readFile(path),
      readDirectory: nodeFileSystem.readDirectory,
    },
    reader: {
      entries: disk.entries,
      read(file, mayMatter) {
        const bytes = bytesOf(file);
        if (bytes === undefined) return disk.read(file, mayMatter);
        return mayMatter(texts.get(file) ?? '') ? toSource(file, bytes) : undefined;
      },
    },
  };
}
