import { closestMatch } from 'leven';

/** The command line or its input is wrong: exit 2 with this message, which names what is wrong and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An error that names a wrong word, the nearest right one and all right ones: ``unknown format `jsn`. …``. */
export function unknownWord(kind: string, word: string, allowed: readonly string[]): UsageError {
  const nearest =
    allowed.find((candidate) => candidate.startsWith(word)) ??
    closestMatch(word, allowed, { maxDistance: Math.max(1, Math.floor(word.length / 3)) });
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  return new UsageError(`unknown ${kind} \`${word}\`.${hint}\n  Allowed: ${allowed.join(', ')}.`);
}
