import { mayCompareSecrets } from './facts/comparisons';
import { createDirectGate } from './facts/directGate';
import { mayDraw } from './facts/draws';
import { isDirect } from './facts/knowledge';
import { maySignIn } from './facts/sessionWrites';
import { maySignOut } from './facts/signOuts';
import { TOKEN_LITERAL } from './facts/tokenLiterals';
import type { LibraryModel, Trigger } from './models/model';
import { perModels } from './perModels';
import { DIRECTIVE } from './syntax';
import type { Wrapper } from './world';

/** Header names are written in any case. */
const SET_COOKIE = '[Ss][Ee][Tt]-[Cc][Oo][Oo][Kk][Ii][Ee]';

/** A token is taken apart at its dots. */
const SPLIT_AT_DOTS = /\.split\(\s*['"`]\.['"`]/;
/** A specifier that says where a package is, too. */
const ADDRESS = `['"\`](?:(?:npm|jsr):|https://(?:esm\\.sh|deno\\.land)/)`;

/**
 * Patterns of which a file must show one to hold a fact: the specifiers that packages are imported by, the names of what
 * needs no import, and the methods of types that are told by convention.
 */
function necessaryPatterns(libraries: readonly LibraryModel[]): ReadonlySet<string> {
  const patterns = new Set<string>([ADDRESS]);
  for (const library of libraries) {
    const { package: name, modules = [name], types = [], autoImports = [], gives = [], emissions: all } = library;
    for (const one of autoImports) patterns.add(word(one));
    // What the platform makes: `new Bun.CookieMap()`.
    for (const { path, in: within } of gives) {
      const made = within === '' ? /(\w+)\(\)$/.exec(path)?.[1] : undefined;
      if (made !== undefined) patterns.add(word(made));
    }
    const emissions = all.filter(({ emits }) => !isDirect(emits));
    const conventional = types
      .filter(({ conventionalNames }) => conventionalNames !== undefined)
      .map((type) => `${type.name}.`);
    const byName = emissions.filter(({ at }) => {
      if ('method' in at && at.of !== undefined) return true;
      return 'call' in at && at.call.startsWith('#')
        ? conventional.some((type) => at.call.startsWith(type))
        : name === '';
    });
    for (const { at } of byName) if (!opensToken(at)) patterns.add(sinkPattern(at));
    if (byName.length === emissions.length) continue;
    for (const module of modules) if (module !== '') patterns.add(`['"\`]${escaped(module)}['"\`]`);
  }
  return patterns;
}

/** What code must show for a trigger to fire without an import. */
function sinkPattern(at: Trigger): string {
  if ('method' in at) return at.of === undefined ? SET_COOKIE : word(at.of);
  if ('handed' in at) return word(at.to);
  if ('assign' in at) return word(at.assign.replace(/^document\.|\.\*$/g, ''));
  if (at.in !== undefined && at.in !== '') return `['"\`]${escaped(at.in)}['"\`]`;
  if (/^(?:Response|Headers)\b/.test(at.call)) return SET_COOKIE;
  // What is handed a storage shows it.
  if (at.when !== undefined && 'area' in at.when) return word(at.when.area);
  const [first = '', second] = at.call.split('.');
  return word(first.startsWith('#') ? (second ?? first) : first);
}

/**
 * The methods that a library adds to a type of another package: code that calls them need not import the library, which
 * another file registers, nor that package. By the names that such code shows: `jwt` and `sign` of `#FastifyInstance.jwt.sign`.
 */
function addedMethods(libraries: readonly LibraryModel[]): readonly (readonly string[])[] {
  const paths = libraries.flatMap(({ package: name, emissions }) =>
    emissions.flatMap(({ at, emits }) => {
      const isAdded =
        !isDirect(emits) && 'call' in at && at.call.startsWith('#') && at.in !== undefined && at.in !== name;
      return isAdded ? at.call.replace(/^#\w+\./, '') : [];
    }),
  );
  return [...new Set(paths)].map((path) => path.split('.'));
}

/** A token that is opened by hand is split at its dots, in the same file. */
function opensToken(at: Trigger): boolean {
  return 'opens' in at && at.opens !== undefined;
}

function word(name: string): string {
  return `${/^\w/.test(name) ? '\\b' : ''}${escaped(name)}\\b`;
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether a file can do something that models describe, and so tell others something. */
const mayContributeOf = perModels((all): ((text: string) => boolean) => {
  const added = addedMethods(all);
  const alone = added.flatMap(([name = '', ...others]) => (others.length === 0 ? [word(name)] : []));
  const necessary = new RegExp([...new Set([...necessaryPatterns(all), ...alone, TOKEN_LITERAL])].sort().join('|'));
  /** Of each of these, a file must show all. */
  const together = [
    ...added.filter(({ length }) => length > 1).map((names) => names.map((name) => new RegExp(word(name)))),
    ...all.flatMap(({ emissions }) =>
      emissions.flatMap(({ at }) => (opensToken(at) ? [[SPLIT_AT_DOTS, new RegExp(sinkPattern(at))]] : [])),
    ),
  ];
  return (text) => necessary.test(text) || together.some((patterns) => patterns.every((one) => one.test(text)));
});

const mayHoldFactsOf = perModels((all): ((text: string) => boolean) => {
  const mayBeDirect = createDirectGate(all);
  return (text) =>
    text.includes(DIRECTIVE) ||
    mayBeDirect(text) ||
    mayCompareSecrets(text) ||
    mayDraw(text) ||
    maySignIn(text) ||
    maySignOut(text);
});

/**
 * Whether a file can do by itself what other files are told about, for those who know `models` beside the libraries that are
 * built in. `text` may be decoded as one-byte characters.
 */
export function mayContribute(text: string, models: readonly LibraryModel[]): boolean {
  return mayContributeOf(models)(text);
}

/** Whether a file can hold a fact at all, or a comment that suppresses. As above. */
export function mayHoldFacts(text: string, models: readonly LibraryModel[]): boolean {
  return mayContribute(text, models) || mayHoldFactsOf(models)(text);
}

/** Makes the test whether a file can use one of these functions. `text` may be decoded as one-byte characters. */
export function mayUseWrapper(wrappers: readonly Wrapper[]): (text: string) => boolean {
  const last = wrappers.flatMap(({ literals }) => literals[literals.length - 1] ?? []);
  const shown = new RegExp([...new Set(last.map(escaped))].join('|') || '(?!)');
  return (text) =>
    shown.test(text) &&
    wrappers.some(({ literals }) => literals.every((group) => group.some((literal) => text.includes(literal))));
}
