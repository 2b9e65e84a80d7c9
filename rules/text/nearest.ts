import { closestMatch } from 'leven';

/** The word of a list that takes the fewest changed letters to become; `undefined` when that is more than a third of it. */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  return closestMatch(word, words, { maxDistance: Math.max(1, Math.floor(word.length / 3)) });
}
