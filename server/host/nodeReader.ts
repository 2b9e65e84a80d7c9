import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { MAX_FILE_BYTES } from '../../rules';
import { notUtf8, tooLarge, unreadable } from './skip';
import { isUtf16, type SourceResult, toSource } from './source';

/**
 * A function that reads a file if it passes a prefilter, else answers `undefined`. All files go through one buffer, and
 * only those that pass are decoded: that is most of the speed of a scan.
 */
export function createReader(prefilter: (latin1: string) => boolean): (file: string) => SourceResult | undefined {
  const buffer = Buffer.allocUnsafeSlow(MAX_FILE_BYTES + 1);
  return (file) => {
    const size = readInto(buffer, file);
    if (size === undefined) return { kind: 'skipped', skip: unreadable(file) };
    if (size > MAX_FILE_BYTES) return { kind: 'skipped', skip: tooLarge(file, size) };
    const bytes = buffer.subarray(0, size);
    if (isUtf16(bytes)) return { kind: 'skipped', skip: notUtf8(file) };
    return prefilter(buffer.toString('latin1', 0, size)) ? toSource(file, bytes) : undefined;
  };
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
