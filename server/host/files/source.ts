import { lineIndex, MAX_FILE_BYTES, MAX_LINE_LENGTH } from '../../../rules';
import { longLines, notUtf8, type Skip, tooLarge } from './skip';

/**
 * A file's text as an editor holds it: without the byte order mark, which editors do not count in positions. Whoever
 * writes the file back puts U+FEFF in front again when `byteOrderMark` says so.
 */
export interface Source {
  readonly kind: 'source';
  readonly text: string;
  readonly byteOrderMark: boolean;
}

export type SourceResult = Source | { readonly kind: 'skipped'; readonly skip: Skip };

const BYTE_ORDER_MARK = '\uFEFF';
/** A lone CR ends a line as well. */
const LONG_LINE = new RegExp(`[^\\r]{${MAX_LINE_LENGTH + 1}}`);
/** A source map that stands in the file itself says nothing of how the code above it is written. */
const SOURCE_MAP = /^\/[/*][#@] sourceMappingURL=data:/;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file that was read, within the limits of size, encoding and line length. */
export function toSource(file: string, bytes: Uint8Array): SourceResult {
  if (bytes.length > MAX_FILE_BYTES) return { kind: 'skipped', skip: tooLarge(file, bytes.length) };
  const decoded = decodeText(bytes);
  if (decoded === undefined) return { kind: 'skipped', skip: notUtf8(file) };
  const skip = findLongLine(file, decoded.text);
  return skip === undefined ? { kind: 'source', ...decoded } : { kind: 'skipped', skip };
}

/** Why a text that an editor holds is not analysed, if it is not. */
export function findSkip(file: string, text: string): Skip | undefined {
  const bytes = text.length * 3 > MAX_FILE_BYTES ? new TextEncoder().encode(text).length : 0;
  return bytes > MAX_FILE_BYTES ? tooLarge(file, bytes) : findLongLine(file, text);
}

/** UTF-8 as text, its byte order mark taken off; `undefined` for anything that is not valid UTF-8, such as UTF-16. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly byteOrderMark: boolean } | undefined {
  if (isUtf16(bytes)) return undefined;
  try {
    const text = decoder.decode(bytes);
    const byteOrderMark = text.startsWith(BYTE_ORDER_MARK);
    return { text: byteOrderMark ? text.slice(1) : text, byteOrderMark };
  } catch {
    return undefined;
  }
}

/** Whether bytes are UTF-16, by their mark or by the zero byte that is half of their first ASCII character. */
export function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (second === undefined) return false;
  return first === 0 || second === 0 || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function findLongLine(file: string, text: string): Skip | undefined {
  for (let start = 0; text.length - start > MAX_LINE_LENGTH; ) {
    const end = text.indexOf('\n', start);
    const lineEnd = end < 0 ? text.length : end;
    const isLong = lineEnd - start > MAX_LINE_LENGTH && !SOURCE_MAP.test(text.slice(start, start + 40));
    const offset = isLong ? text.slice(start, lineEnd).search(LONG_LINE) : -1;
    if (offset >= 0) return longLines(file, lineIndex(text).positionAt(start + offset).line + 1);
    start = lineEnd + 1;
  }
  return undefined;
}
