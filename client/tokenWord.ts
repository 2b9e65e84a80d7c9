const LONGEST = 16_384;
const TOKEN_CHARACTER = /[\w.~%=+/-]/;
// A JSON object in base64url starts so.
const TOKEN_START = /ey[AIJ]|ew[0ko]/;
// What joins two literals: `'…' + '…'`.
const JOINT_BEFORE = /['"`]\s{0,8}\+\s{0,8}['"`]$/;
const JOINT_AFTER = /^['"`]\s{0,8}\+\s{0,8}['"`]/;
const LONGEST_JOINT = 19;

/**
 * The part of the word at an offset of a line that may be a token, however long (the editor's own words are short), with
 * the other pieces where literals are joined.
 */
export function findTokenWord(
  line: string,
  offset: number,
): { readonly start: number; readonly text: string } | undefined {
  let start = offset;
  for (let step = 1; step > 0 && offset - start < LONGEST; start -= step) step = stepBefore(line, start);
  let end = offset;
  for (let step = 1; step > 0 && end - offset < LONGEST; end += step) step = stepAfter(line, end);
  const skipped = line.slice(start, end).search(TOKEN_START);
  if (skipped < 0 || start + skipped > offset) return undefined;
  return { start: start + skipped, text: line.slice(start + skipped, end) };
}

function stepBefore(line: string, offset: number): number {
  if (TOKEN_CHARACTER.test(line.charAt(offset - 1))) return 1;
  return JOINT_BEFORE.exec(line.slice(Math.max(0, offset - LONGEST_JOINT), offset))?.[0].length ?? 0;
}

function stepAfter(line: string, offset: number): number {
  if (TOKEN_CHARACTER.test(line.charAt(offset))) return 1;
  return JOINT_AFTER.exec(line.slice(offset, offset + LONGEST_JOINT))?.[0].length ?? 0;
}
