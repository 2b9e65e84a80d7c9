const WINDOW = 100;
const MULTIPLIER = 37n;
const LEAVING = MULTIPLIER ** BigInt(WINDOW);
const END_OF_FILE = 65_535;
const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/**
 * What GitHub computes as `primaryLocationLineHash`, for every line of a file (index 0 is line 1): a rolling hash over
 * the 100 characters from the line's start on, without blanks, and which of the lines with that hash it is.
 * https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
 */
export function lineHashes(text: string): readonly string[] {
  const characters = withoutBlanks(text);
  const window = new Uint16Array(WINDOW);
  const hashes: string[] = [];
  const counts = new Map<string, number>();
  const starts = lineStarts(characters);
  let hash = 0n;
  let nextLine = 0;
  for (let index = 0; index < characters.length + WINDOW; index++) {
    const slot = index % WINDOW;
    const lineStart = starts[nextLine];
    if (lineStart !== undefined && index === lineStart + WINDOW) {
      const digits = hash.toString(16);
      const count = (counts.get(digits) ?? 0) + 1;
      counts.set(digits, count);
      hashes.push(`${digits}:${count}`);
      nextLine++;
    }
    const entering = characters[index] ?? 0;
    hash = BigInt.asUintN(64, hash * MULTIPLIER + BigInt(entering) - LEAVING * BigInt(window[slot] ?? 0));
    window[slot] = entering;
  }
  return hashes;
}

/** Line breaks become LF, spaces and tabs go, and the end of the file becomes a character of its own. */
function withoutBlanks(text: string): readonly number[] {
  const characters: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === SPACE || code === TAB) continue;
    if (code === LINE_FEED && text.charCodeAt(index - 1) === CARRIAGE_RETURN) continue;
    characters.push(code === CARRIAGE_RETURN ? LINE_FEED : code);
  }
  characters.push(END_OF_FILE);
  return characters;
}

function lineStarts(characters: readonly number[]): readonly number[] {
  const starts = [0];
  for (const [index, character] of characters.entries()) {
    if (character === LINE_FEED) starts.push(index + 1);
  }
  return starts;
}
