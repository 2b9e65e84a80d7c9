/** Splits a name into lower-case words: `refreshToken`, `REFRESH_TOKEN` and `refresh-token` are the same two. */
export function wordsOf(name: string): readonly string[] {
  const known = cache.get(name);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHED) cache.clear();
  const words = split(name);
  cache.set(name, words);
  return words;
}

/** The words of a text, set apart by space. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** The same few thousand names come up all the time. */
const cache = new Map<string, readonly string[]>();
const MAX_CACHED = 20_000;

function split(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** A name without the number that tells one of several from the others: `token2`, `secret_1`. */
export function withoutNumber(name: string): string {
  return name.replace(/([A-Za-z])_?\d+$/, '$1');
}
