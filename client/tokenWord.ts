const LONGEST = 16_384;
const TOKEN_CHARACTER = /[\w.~%=+/-]/;
// A JSON object in base64url starts so.
const TOKEN_START = /ey[AIJ]|ew[0ko]/;

/** The part of the word at an offset of a line that may be a token, however long (the editor's own words are short). */
export function findTokenWord(
  line: string,
  offset: number,
): { readonly start: number; readonly text: string } | undefined {
  let start = offset;
  while (offset - start < LONGEST && TOKEN_CHARACTER.test(line.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end - start < LONGEST && TOKEN_CHARACTER.test(line.charAt(end))) end += 1;
  const skipped = line.slice(start, end).search(TOKEN_START);
  if (skipped < 0 || start + skipped > offset) return undefined;
  return { start: start + skipped, text: line.slice(start + skipped, end) };
}
