import { importsIn, nameOfFile } from '../text/imports';

/** What the header of a token is called, with the algorithm that it names. */
const NAMED = String.raw`(?:(?:[\w$]+[?!]?\.)*\b\w*(?:header|decoded|token|jwt)\w*\s*(?:\)\s*)?[?!]?\.\s*|(?<![.\w$]))alg\b`;
/** `none` is refused for another reason: what is left is still for the token to choose. */
const GIVEN = String.raw`(?!\s*(?:['"\x60]none|undefined\b|null\b|['"\x60]{2}))`;

/**
 * A test of the algorithm that a token names, by something that it does not name: `header.alg !== 'RS256'`,
 * `ACCEPTED.includes(header.alg)`, `switch (header.alg)`.
 */
const CHECK = new RegExp(
  [
    `${NAMED}\\s*[!=]==?(?!=)${GIVEN}`,
    String.raw`(?:['"\x60]|[\w$\])])\s*(?<!\b(?:none|undefined|null)['"\x60]?\s*)[!=]==?\s*${NAMED}`,
    String.raw`\b(?:includes|has|indexOf|switch)\s*\(\s*${NAMED}\s*\)`,
  ].join('|'),
  'i',
);
const ALGORITHM = /\balg\b/g;
/** A test is no longer than this, to either side of the name. */
const REACH = 80;

/** Whether a text tests which algorithm a token names. */
export function checksAlgorithm(text: string): boolean {
  for (const { index } of text.matchAll(ALGORITHM))
    if (CHECK.test(text.slice(Math.max(0, index - REACH), index + REACH))) return true;
  return false;
}

/**
 * Under which marks others find that a file tests which algorithm a token names: its own name, for those that import it, and
 * the names of what it imports. Words are enough: a test that is none only silences.
 */
export function algorithmChecks(file: string, text: string): ReadonlySet<string> {
  const marks = new Set<string>();
  if (!checksAlgorithm(text)) return marks;
  marks.add(markOfChecker(file));
  for (const { imported, own, specifier } of importsIn(text)) {
    if (!isOfWorkspace(specifier)) continue;
    marks.add(markOfChecked(nameOfFile(specifier)));
    marks.add(markOfChecked(imported ?? own));
  }
  return marks;
}

/** The file of that path, or specifier, tests the algorithm. */
export function markOfChecker(path: string): string {
  return `by ${nameOfFile(path)}`;
}

/** A file that imports something of that name does. */
export function markOfChecked(name: string): string {
  return `of ${name}`;
}

/** Scoped packages may be those of the same repository. */
export function isOfWorkspace(specifier: string): boolean {
  return /^[.@~#]|^(?:src|app|lib)\//.test(specifier);
}
