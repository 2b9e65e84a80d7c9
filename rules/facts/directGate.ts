import type { LibraryModel } from '../models/model';
import type { DirectKind } from './schema';

/** Words of which one stands near a call that logs something that matters. */
const LOGGED =
  /token|jwt|bearer|passw(?:or)?d|passphrase|secret|(?:api|private|signing)_?key|\botp\b|(?:reset|verification)_?code|authorization|auth_?header|\b(?:req|request|ctx|event)\s*\??\.\s*(?:headers|cookies|signedCookies)\b/gi;

/** What a URL with a token shows, and what reads one. */
const IN_URL =
  /[?&#][\w.-]*(?:token|jwt|session|auth|code|key)[\w.-]*=|searchParams|fromUrlQueryParameter|\bstrategy\(/i;

/** How far behind the name of a call such a word may stand, in characters. */
const REACH = 200;

/**
 * Whether a text can hold facts of the kinds that are looked for where they are written. The prefilter and the extractor
 * ask the same, so that what is found does not depend on why a file was parsed.
 */
export function createDirectGate(libraries: readonly LibraryModel[]): (text: string) => boolean {
  const logs = callsOf(libraries, 'LogWrite');
  return (text) => IN_URL.test(text) || standsNear(LOGGED, logs, text);
}

function callsOf(libraries: readonly LibraryModel[], kind: DirectKind): RegExp {
  const names = libraries.flatMap(({ package: name, emissions }) =>
    emissions.flatMap(({ emits, at }) => {
      const path = emits === kind && 'call' in at ? /(\w*)(?:\(\))?$/.exec(at.call) : null;
      // What a library makes may be called by any name; most call it as the library.
      return path === null ? [] : [path[1] || name];
    }),
  );
  return new RegExp(`\\b(?:${[...new Set(names)].join('|')})\\s*(?:\\?\\.\\s*)?\\(`, 'g');
}

/** Looks at each word and each call once, however many there are. */
function standsNear(words: RegExp, calls: RegExp, text: string): boolean {
  words.lastIndex = 0;
  calls.lastIndex = 0;
  let call = -1;
  let next = calls.exec(text)?.index;
  for (let word = words.exec(text)?.index; word !== undefined; word = words.exec(text)?.index) {
    for (; next !== undefined && next < word; next = calls.exec(text)?.index) call = next;
    if (call >= 0 && word - call <= REACH) return true;
    if (next === undefined && call >= 0 && word - call > REACH) return false;
  }
  return false;
}
