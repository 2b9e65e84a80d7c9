/** What was replaced in a text: one range of it, as it was and as it is. Offsets in UTF-16 code units. */
export interface Change {
  readonly start: number;
  /** In the text before. */
  readonly endBefore: number;
  /** In the text after. */
  readonly endAfter: number;
}

/** Texts are compared in blocks of this length first, which the machine does at once. */
const BLOCK = 2048;

/** The smallest change that turns `before` into `after`. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + BLOCK <= shorter && before.startsWith(after.slice(start, start + BLOCK), start)) start += BLOCK;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail + BLOCK <= shorter - start) {
    const end = after.length - tail;
    if (!before.endsWith(after.slice(end - BLOCK, end), before.length - tail)) break;
    tail += BLOCK;
  }
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}
