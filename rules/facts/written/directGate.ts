import type { LibraryModel } from '../../models/model';
import type { DirectKind } from '../schema';

/** Words of which what is logged shows one where it matters. */
const LOGGED =
  /token|jwt|bearer|passw(?:or)?d|passphrase|secret|(?:api|private|signing)_?key|\botp\b|(?:reset|verification)_?code|authorization|auth_?header|\b(?:req|request|ctx|event)\s*\??\.\s*(?:headers|cookies|signedCookies)\b/gi;

/** What a URL with a token shows where it is put together, and what reads one. */
const IN_URL =
  /[?&#][\w.-]*(?:token|jwt|session|auth|code|key)[\w.-]*=(?:\$\{|['"`])|[pP]arams\s*\.\s*(?:set|append)\([^;\n]{0,120}(?:token|jwt|session|auth|code|key)|(?:\bquery|\bsearch|\bqueryParams|Params\(|stringify\()\s*:?\s*\{[^}]{0,200}(?:token|jwt|session|auth|code|key)|fromUrlQueryParameter|versionOneCompatibility|\b(?:getToken|jwtFromRequest|extractToken)\s*[:,}]|\bgetToken\s*\(\s*(?:req|request|ctx|context)\b|\bstrategy\(/i;

/** How far behind the name of a call such a word may stand, in characters. */
const REACH = 300;

/**
 * Whether a text can hold facts of the kinds that are looked for where they are written. The prefilter and the extractor
 * ask the same, so that what is found does not depend on why a file was parsed.
 */
export function createDirectGate(libraries: readonly LibraryModel[]): (text: string) => boolean {
  const logs = callsOf(libraries, 'LogWrite');
  return (text) => mayBuildUrl(text) || logsWord(text, logs);
}

/** Whether a text can put a token into a URL. */
export function mayBuildUrl(text: string): boolean {
  return IN_URL.test(text);
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
function logsWord(text: string, calls: RegExp): boolean {
  LOGGED.lastIndex = 0;
  let word = LOGGED.exec(text)?.index;
  if (word === undefined) return false;
  for (const { index, 0: call } of text.matchAll(calls)) {
    while (word !== undefined && word < index) word = LOGGED.exec(text)?.index;
    if (word === undefined) return false;
    if (word - index <= REACH && showsWord(argumentsAt(text, index + call.length))) return true;
  }
  return false;
}

function showsWord(code: string): boolean {
  return code.search(LOGGED) >= 0;
}

/** Strings, templates, comments and brackets. */
const PIECES =
  /(\[\s*|\b(?:getItem|get|header)\(\s*)?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()]/g;

/** What a template is filled with. */
const PLACEHOLDER = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** What stands between the parentheses of a call, as far as that matters, without what is only said: literal texts and comments. */
function argumentsAt(text: string, start: number): string {
  let code = '';
  let depth = 1;
  let from = 0;
  const rest = text.slice(start, start + 2 * REACH);
  for (const { index, 0: piece, 1: bracket } of rest.matchAll(PIECES)) {
    code += rest.slice(from, index);
    from = index + piece.length;
    if (piece === '(' || bracket?.includes('(')) depth++;
    if (piece === ')' && --depth === 0) return code;
    // `headers['authorization']`, `getItem('token')` and `req.get('authorization')` name what they read; a bracket ends a word.
    if (bracket !== undefined || piece === '(' || piece === ')') code += piece;
    else if (piece.startsWith('`')) code += [...piece.matchAll(PLACEHOLDER)].join(' ');
  }
  return code + rest.slice(from);
}
