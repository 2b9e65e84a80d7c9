import { isDirect } from './facts/knowledge/kinds';
import { maySendPart } from './facts/workspace/sentParts';
import { mayCompareSecrets } from './facts/written/comparisons';
import { configurationFile } from './facts/written/configurations';
import { createDirectGate } from './facts/written/directGate';
import { mayDraw } from './facts/written/draws';
import { maySignIn } from './facts/written/sessionWrites';
import { maySignOut } from './facts/written/signOuts';
import { TOKEN_LITERAL } from './facts/written/tokenLiterals';
import type { Emission, LibraryModel } from './models/model';
import type { Trigger } from './models/shape/triggers';
import type { TypeModel } from './models/shape/types';
import { offeredPackages } from './offeredPackages';
import { perModels } from './perModels';
import { DIRECTIVE } from './syntax';
import { escaped } from './text/patterns';
import type { Wrapper } from './world';

/** Header names are written in any case. */
const SET_COOKIE = '[Ss][Ee][Tt]-[Cc][Oo][Oo][Kk][Ii][Ee]';

/** A token is taken apart at its dots. */
const SPLIT_AT_DOTS = /\.split\(\s*['"`]\.['"`]/;
/** A specifier that says where a package is, too. */
const ADDRESS = `['"\`](?:(?:npm|jsr):|https://(?:esm\\.sh|deno\\.land)/)`;

/** What a file must show one of to hold a fact. */
interface Signs {
  /** The specifiers that packages are imported by, with names of which the file shows one too, where it must. */
  readonly modules: Map<string, ReadonlySet<string> | undefined>;
  /** Patterns of what needs no import, and of the methods of types that are told by convention. */
  readonly patterns: Set<string>;
}

function signsOf(libraries: readonly LibraryModel[]): Signs {
  const signs: Signs = { modules: new Map(), patterns: new Set([ADDRESS]) };
  for (const library of libraries) {
    const { package: name, modules = [name], types = [], autoImports = [], gives = [], emissions: all } = library;
    for (const one of autoImports) if (!showsMore(one, all)) signs.patterns.add(word(one));
    // What the platform calls: `Bun.serve({ routes })`.
    for (const handler of library.handlers ?? [])
      if ('under' in handler && name === '' && handler.path.includes('.')) signs.patterns.add(word(handler.path));
    // What the platform makes: `new Bun.CookieMap()`.
    for (const { path, in: within } of gives) {
      const made = within === '' ? /(\w+)\(\)$/.exec(path)?.[1] : undefined;
      if (made !== undefined) signs.patterns.add(word(made));
    }
    const emissions = all.filter(({ emits }) => !isDirect(emits));
    const conventional = types
      .filter(({ conventionalNames }) => conventionalNames !== undefined)
      .map((type) => `${type.name}.`);
    const byName = emissions.filter(({ at }) => {
      if ('method' in at && at.of !== undefined) return true;
      if (types.some((type) => type.isShownByName === true && isOf(type, at))) return true;
      return 'call' in at && at.call.startsWith('#')
        ? conventional.some((type) => at.call.startsWith(type))
        : name === '';
    });
    const shown = types.filter(({ isShownByName }) => isShownByName === true);
    for (const { conventionalNames = [] } of shown) for (const one of conventionalNames) signs.patterns.add(word(one));
    for (const { at } of byName) if (!shown.some((type) => isOf(type, at))) addSink(at, signs);
    if (byName.length === emissions.length) continue;
    const asked = emissions.filter((one) => !byName.includes(one));
    for (const module of modules) {
      if (module !== '')
        addModule(
          module,
          namesAsked(
            library,
            asked.filter((one) => mayComeFrom(module, one)),
          ),
          signs,
        );
    }
  }
  return signs;
}

/** What is called of one module is not called of another; methods of a type are called wherever a value of it gets to. */
function mayComeFrom(module: string, { at }: Emission): boolean {
  return !('call' in at) || at.in === undefined || at.in === module || at.call.startsWith('#');
}

/** Whether what is called, or assigned to, is a member of a type. */
function isOf({ name }: TypeModel, at: Trigger): boolean {
  const path = 'call' in at ? at.call : 'assign' in at ? at.assign : '';
  return path.startsWith(`${name}.`);
}

/**
 * The last names of what is called or assigned to of a library, of which a file that imports it shows one; `undefined` where
 * the import alone says enough.
 */
function namesAsked(library: LibraryModel, emissions: readonly Emission[]): readonly string[] | undefined {
  const { registrations = [], reducers = [], storages = [], files = [] } = library;
  if ([registrations, reducers, storages, files].some(({ length }) => length > 0)) return undefined;
  const names = emissions.map(({ at }) => {
    const path = 'call' in at ? at.call : 'assign' in at ? at.assign : '';
    return /(?:^|[.#])(\w+)(?:\(\))?$/.exec(path)?.[1];
  });
  return names.includes(undefined) ? undefined : (names as readonly string[]);
}

/** A library may be imported by several of its modules' names: each adds what it asks for. */
function addModule(module: string, names: readonly string[] | undefined, { modules }: Signs): void {
  const before = modules.get(module);
  const isEnough = names === undefined || (modules.has(module) && before === undefined);
  modules.set(module, isEnough ? undefined : new Set([...(before ?? []), ...names]));
}

function addSink(at: Trigger, signs: Signs): void {
  if (opensToken(at)) return;
  if ('call' in at && at.in !== undefined && at.in !== '') addModule(at.in, undefined, signs);
  else signs.patterns.add(sinkPattern(at));
}

/** A name that needs no import, where a call of it has to show a cookie's header, or is looked for by a gate of its own. */
function showsMore(name: string, emissions: LibraryModel['emissions']): boolean {
  const own = emissions.filter(({ at }) => 'call' in at && at.call === name);
  return own.length > 0 && own.every(({ emits, cookieText }) => isDirect(emits) || cookieText !== undefined);
}

/** What code must show for a trigger to fire without an import. */
function sinkPattern(at: Trigger): string {
  if ('method' in at && at.isChained === true && at.of !== undefined)
    return `${word(at.of)}\\s*[<(][^;]{0,300}\\.\\s*${word(at.method)}`;
  if ('method' in at) return at.of === undefined ? SET_COOKIE : word(at.of);
  // An object that answers: its cookies stand in a header, or in a list.
  if ('answers' in at && at.answers !== undefined) return at.answers === 'header' ? SET_COOKIE : '\\bcookies\\s*[:,}]';
  if ('handed' in at) return word(at.to);
  if ('assign' in at && at.assign.startsWith('*.')) return SET_COOKIE;
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

function tokenOpener(at: Trigger): readonly string[] {
  return opensToken(at) ? [sinkPattern(at)] : [];
}

function word(name: string): string {
  return `${/^\w/.test(name) ? '\\b' : ''}${escaped(name)}\\b`;
}

/** Whether a file can do something that models describe, and so tell others something. */
const mayContributeOf = perModels((all): ((text: string) => boolean) => {
  const signs = signsOf(all);
  const showsModule = moduleTest(signs);
  const added = addedMethods(all);
  const alone = added.flatMap(([name = '', ...others]) => (others.length === 0 ? [word(name)] : []));
  const shown = new RegExp(anyOf([...signs.patterns, ...alone, TOKEN_LITERAL]));
  const paths = added.filter(({ length }) => length > 1).map((names) => names.map(word));
  const firstOfPaths = new RegExp(anyOf(paths.flatMap(([first = '']) => first)));
  /** Of each of these, a file must show all. */
  const together = paths.map((words) => words.map((one) => new RegExp(one)));
  const opened = new RegExp(anyOf(all.flatMap(({ emissions }) => emissions.flatMap(({ at }) => tokenOpener(at)))));
  return (text) =>
    shown.test(text) ||
    showsModule(text) ||
    maySendPart(text) ||
    (firstOfPaths.test(text) && together.some((patterns) => patterns.every((one) => one.test(text)))) ||
    (SPLIT_AT_DOTS.test(text) && opened.test(text));
});

const PLAIN_WORD = /^\\b(\w+)\\b$/;

/** One pattern for many; of none, one that nothing matches. Plain words share what stands around them: that is faster. */
function anyOf(patterns: readonly string[]): string {
  const words = patterns.flatMap((one) => PLAIN_WORD.exec(one)?.[1] ?? []);
  const others = patterns.filter((one) => !PLAIN_WORD.test(one));
  const together = words.length === 0 ? [] : [`\\b(?:${[...new Set(words)].sort().join('|')})\\b`];
  return [...together, ...new Set(others)].join('|') || '(?!)';
}

/** Short texts in quotes. */
const QUOTED = /['"`]([^'"`\s]{1,80})['"`]/g;

/** Makes the test whether a module is named in quotes, and what matters of it. */
function moduleTest({ modules }: Signs): (text: string) => boolean {
  const shown = new Map(
    [...modules].map(([module, names]) => [module, names && new RegExp(anyOf([...names].map(word)))]),
  );
  return (text) => {
    QUOTED.lastIndex = 0;
    for (let found = QUOTED.exec(text); found !== null; found = QUOTED.exec(text)) {
      const module = found[1] ?? '';
      if (shown.has(module) && shown.get(module)?.test(text) !== false) return true;
      // What ends one text may begin another.
      QUOTED.lastIndex--;
    }
    return false;
  };
}

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

const configurationFileOf = perModels(configurationFile);

/** Whether a file can hold a fact at all, or a comment that suppresses: by its text, or its own name. As above. */
export function mayHoldFacts(text: string, models: readonly LibraryModel[], file = ''): boolean {
  return mayContribute(text, models) || mayHoldFactsOf(models)(text) || configurationFileOf(models).test(file);
}

/**
 * Makes the test whether a file can use one of these functions, or offer what holds it under another name. `text` may be
 * decoded as one-byte characters.
 */
export function mayUseWrapper(
  wrappers: readonly Wrapper[],
): (text: string, models: readonly LibraryModel[]) => boolean {
  if (wrappers.length === 0) return () => false;
  const last = anyLiteral(wrappers.flatMap(({ literals }) => literals[literals.length - 1] ?? []));
  const first = anyLiteral(wrappers.flatMap(({ literals }) => literals[0] ?? []));
  return (text, models) =>
    (last.test(text) &&
      wrappers.some(({ literals }) => literals.every((group) => group.some((literal) => text.includes(literal))))) ||
    (offeredPackages(text, models).length > 0 && first.test(text));
}

function anyLiteral(literals: readonly string[]): RegExp {
  return new RegExp([...new Set(literals.map(escaped))].join('|') || '(?!)');
}
