import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { MAX_FILE_BYTES } from '../../../rules';
import type { DirectoryEntry } from './fileSystem';
import type { ScanReader } from './scan';
import { notUtf8, tooLarge, unreadable } from './skip';
import { isUtf16, toSource } from './source';

/** Reads the disk, much faster than a `FileSystem` could: all files go through one buffer. */
export function createNodeScanReader(): ScanReader {
  const buffer = Buffer.allocUnsafeSlow(MAX_FILE_BYTES + 1);
  return {
    entries: readEntries,
    read(file, mayMatter) {
      const size = readInto(buffer, file);
      if (size === undefined) return { kind: 'skipped', skip: unreadable(file) };
      if (size > MAX_FILE_BYTES) return { kind: 'skipped', skip: tooLarge(file, size) };
      const bytes = buffer.subarray(0, size);
      if (isUtf16(bytes)) return { kind: 'skipped', skip: notUtf8(file) };
      return mayMatter(buffer.toString('latin1', 0, size)) ? toSource(file, bytes) : undefined;
    },
  };
}

function readEntries(directory: string): readonly DirectoryEntry[] | undefined {
  try {
    return readdirSync(directory, { withFileTypes: true }).map((entry) => {
      if (entry.isFile()) return { name: entry.name, kind: 'file' };
      return { name: entry.name, kind: entry.isDirectory() ? 'directory' : 'other' };
    });
  } catch {
    return undefined;
  }
}

/**
 * Fills the buffer with a file and answers the file's size in bytes, which may be more; `undefined` on failure. Reading
 * to the end is cheaper than asking for the size first.
 */
function readInto(buffer: Buffer, file: string): number | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    for (let filled = 0; filled < buffer.length; ) {
      const count = readSync(descriptor, buffer, filled, buffer.length - filled, null);
      if (count === 0) return filled;
      filled += count;
    }
    return fstatSync(descriptor).size;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
