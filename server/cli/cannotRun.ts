import { nearestWord } from '../../rules/text/nearest';

/** What was asked for cannot be done: exit 2 with this message, which names what is wrong and what is allowed. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** Names a wrong word, the nearest right one and all right ones. */
export function unknownWord(kind: string, word: string, allowed: readonly string[]): CannotRun {
  const nearest = allowed.find((candidate) => candidate.startsWith(word)) ?? nearestWord(word, allowed);
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  return new CannotRun(`unknown ${kind} \`${word}\`.${hint}\n  Allowed: ${allowed.join(', ')}.`);
}
