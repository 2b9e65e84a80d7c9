import { importsIn, nameOfFile } from '../text/imports';
import { wordSet } from '../text/words';
import { WRITERS, WRITING_FUNCTIONS } from './writingCalls';

/**
 * What the text of a file may write to of what it imports, by the names that others know it by: that of the export, and that
 * of the file. Names are enough: whether a file does write to an object, and what, is read when somebody asks for that object.
 * `text` may be decoded as one-byte characters.
 */
export function importedWrites(text: string): ReadonlySet<string> {
  const roots = writtenRoots(text);
  const names = new Set<string>();
  if (roots.size === 0) return names;
  for (const { own, imported = own, specifier } of importsIn(text))
    if (roots.has(own)) names.add(imported).add(nameOfFile(specifier));
  return names;
}

/** `Object.assign(settings.cookie, …)`, `merge(settings, …)`, `delete settings.secret`. */
const WRITING_CALL = new RegExp(String.raw`\b(?:${namesOfCalls().join('|')}|delete)\s*[\s(]\s*([\w$]+)`, 'g');
const WRITING_WORDS = ['assign', 'extend', 'merge', 'defaults', 'define', 'delete', 'set('];
/** `(settings as any).secret`, up to what is written. */
const CAST = /\((?:<\w+>)?\s*([\w$]+)[^()]*\)[\w$.]*$/;
const LONGEST_CHAIN = 120;

const NEVER_IMPORTED: ReadonlySet<string> = wordSet(
  'this self module exports window document global globalThis process Object',
);

/** Of the functions that write, those whose name alone says so; many things have a `set`. */
function namesOfCalls(): readonly string[] {
  const writers = [...WRITERS].filter((name) => /^\w+$/.test(name));
  return [...WRITING_FUNCTIONS].map((name) => (name === 'set' ? `(?:${writers.join('|')})\\.set` : name));
}

/** The names that members are assigned to below. What stands before each `=` is read backwards: that costs next to nothing. */
function writtenRoots(text: string): ReadonlySet<string> {
  const roots = new Set<string>();
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    const next = text[at + 1];
    if (next === '=' || next === '>') {
      while (text[at + 1] === '=') at++;
      continue;
    }
    const root = rootBefore(text, at);
    if (root !== undefined && !NEVER_IMPORTED.has(root)) roots.add(root);
  }
  if (WRITING_WORDS.some((word) => text.includes(word)))
    for (const [, root = ''] of text.matchAll(WRITING_CALL)) if (!NEVER_IMPORTED.has(root)) roots.add(root);
  return roots;
}

/** The name that a chain of members starts from which ends before an operator; `undefined` where no member is assigned to. */
function rootBefore(text: string, operator: number): string | undefined {
  let at = operator;
  while (isOneOf(text, at - 1, OPERATORS)) at--;
  while (isOneOf(text, at - 1, SPACES)) at--;
  let end = at;
  let isMember = false;
  for (;;) {
    if (text[at - 1] === ']') {
      at = text.lastIndexOf('[', at);
      if (at < 0) return undefined;
      isMember = true;
    }
    end = at;
    while (isNameAt(text, at - 1)) at--;
    if (!isOneOf(text, at - 1, LINKS)) break;
    while (isOneOf(text, at - 1, LINKS)) at--;
    isMember = true;
  }
  if (!isMember) return undefined;
  return at < end ? text.slice(at, end) : CAST.exec(text.slice(Math.max(0, end - LONGEST_CHAIN), end))?.[1];
}

const OPERATORS = '|?&+-*/%';
const SPACES = ' \t\n\r';
const LINKS = '.?!';

function isOneOf(text: string, at: number, characters: string): boolean {
  return at >= 0 && characters.includes(text[at] ?? '');
}

function isNameAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36
  );
}
