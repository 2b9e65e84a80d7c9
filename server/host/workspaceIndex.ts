import {
  algorithmChecks,
  type Contribution,
  type CookieReader,
  type FileSign,
  fileSigns,
  guardedHandlers,
  importedWrites,
  type LibraryModel,
  offeredPackages,
  type Place,
  type SecretUse,
  type TokenUse,
  type VerifierCare,
  type WorkspaceIndex,
  type Wrapper,
} from '../../rules';
import { relative } from './files/path';

/** The workspace index as it is built, file by file. */
export interface IndexBuilder {
  /**
   * Takes in what a file contributes, in place of what it did before; the wrappers that no file had contributed yet.
   * `home` is the directory of the manifest that is nearest to the file, if there is one.
   */
  add(file: string, home: string | undefined, contribution: Contribution): readonly Wrapper[];
  /** Notes what the text of a file shows to those who know `models`, in place of what it did before; without a text, nothing. */
  note(file: string, text: string | undefined, models: readonly LibraryModel[]): void;
  /** Forgets what a file contributed. */
  remove(file: string): void;
  /** The index as a file sees it whose nearest manifest lies in `home`. */
  seenFrom(home: string | undefined): WorkspaceIndex;
  /** Every function that was ever contributed. */
  wrappers(): readonly Wrapper[];
  /** The files in reach of which others use a secret. */
  secretFiles(): readonly string[];
}

/** What is known of the workspace as a whole, by where files see it from. */
export type IndexView = Pick<IndexBuilder, 'seenFrom'>;

/** `isWhole`: it is to hold all of a workspace, or of directories; of single files nobody knows what is around them. */
export function createIndex(isWhole = true): IndexBuilder {
  const names = createNaming();
  const implementers = createNaming();
  const registrars = createNaming();
  const readers = createNaming();
  const verifiers = createNaming();
  const signers = createNaming();
  const cookies = createNaming();
  const storageKeys = createNaming();
  const signs = createNaming();
  const secrets = createNaming();
  const tokens = createNaming();
  const scanned = new Set<string>();
  const writers = createNaming();
  const checkers = createNaming();
  const guards = createNaming();
  const offerers = createNaming();
  const notes = new Map<string, readonly (() => void)[]>();
  const wrappers = new Map<string, Wrapper>();
  const removals = new Map<string, readonly (() => void)[]>();

  function readersOf(name: string): readonly CookieReader[] {
    const isAny = name === ANY_COOKIE;
    return cookies.filesOf(name).map((place) => ({ ...(JSON.parse(place) as Place), isAny }));
  }

  function usesIn<T extends SecretUse | TokenUse>(naming: Naming, file: string): readonly T[] {
    const uses = naming.filesOf(file).map((use) => JSON.parse(use) as T);
    return uses.sort((one, other) => (one.use.file < other.use.file ? -1 : one.use.file > other.use.file ? 1 : 0));
  }

  /** While no file is code of a page, nobody knows who reads cookies. */
  function shows(sign: FileSign): boolean | undefined {
    return isWhole ? signs.has(sign) : undefined;
  }

  function remove(file: string): void {
    for (const undo of removals.get(file) ?? []) undo();
    removals.delete(file);
  }

  return {
    add(file, home, contribution) {
      const added = [
        ...contribution.wrappers.map(({ name }) => names.add(name, file)),
        ...contribution.implements.map((typeName) => implementers.add(typeName, file)),
        ...contribution.registers.map((packageName) => registrars.add(toKey(packageName, home), file)),
        ...contribution.verifiers.map(({ care, key }) => verifiers.add(toKey(`${care} ${key}`, home), file)),
        ...contribution.signers.map(({ key, algorithm }) =>
          signers.add(toKey(key ?? UNKNOWN, home), algorithm ?? UNKNOWN),
        ),
        ...contribution.cookies.map(({ name, span }) =>
          cookies.add(name ?? ANY_COOKIE, JSON.stringify({ file, span })),
        ),
        ...contribution.secretUses.map((use) => secrets.add(use.place.file, JSON.stringify(use))),
        ...contribution.tokenUses.map((use) => tokens.add(use.signedAt.file, JSON.stringify(use))),
        ...contribution.storageKeys.map((key) => storageKeys.add(key, file)),
        ...contribution.reads.map(({ key, name }) => readers.add(toKey(key, home), name)),
      ];
      remove(file);
      if (added.length > 0) removals.set(file, added);
      return contribution.wrappers.filter((wrapper) => {
        const key = JSON.stringify(wrapper.literals);
        if (wrappers.has(key)) return false;
        wrappers.set(key, wrapper);
        return true;
      });
    },
    remove,
    note(file, text, models) {
      for (const undo of notes.get(file) ?? []) undo();
      notes.delete(file);
      if (text === undefined) scanned.delete(file);
      else scanned.add(file);
      if (text === undefined) return;
      const added = [
        ...[...fileSigns(file, text)].map((sign) => signs.add(sign, file)),
        ...[...importedWrites(text)].map((name) => writers.add(name, file)),
        ...[...algorithmChecks(file, text)].map((mark) => checkers.add(mark, file)),
        ...[...guardedHandlers(file, text)].map((mark) => guards.add(mark, file)),
        ...offeredPackages(text, models).map((packageName) => offerers.add(packageName, file)),
      ];
      if (added.length > 0) notes.set(file, added);
    },
    seenFrom: (home) => ({
      isWrapper: names.has,
      implementers: implementers.filesOf,
      registrars(packageName) {
        const offering = offerers
          .filesOf(packageName)
          .filter((file) => home === undefined || relative(home, file) !== undefined);
        return [...new Set([...registrars.filesOf(toKey(packageName, home)), ...offering])].sort();
      },
      partsKept: (key) => readers.filesOf(toKey(key, home)),
      hasVerifier: (care, key) => verifiers.has(toKey(`${care} ${key}`, home)),
      signingAlgorithms(key) {
        const algorithms = signers.filesOf(toKey(key, home));
        const isKnown = isWhole && !signers.has(toKey(UNKNOWN, home)) && !algorithms.includes(UNKNOWN);
        return isKnown ? algorithms : undefined;
      },
      writers: writers.filesOf,
      checksAlgorithms: checkers.has,
      registering: guards.filesOf,
      secretUses: (file) => usesIn<SecretUse>(secrets, file),
      tokenUses: (file) => usesIn<TokenUse>(tokens, file),
      isChecked: (file) => scanned.has(file),
      shows,
      // A page of one package gets the cookies of another.
      cookieReaders: (name) => (shows('page') !== true ? undefined : [name, ANY_COOKIE].flatMap(readersOf)),
      // Files of other packages may run in the same application.
      storageUsers: (key) =>
        isWhole ? [...new Set([key, UNKNOWN].flatMap((one) => storageKeys.filesOf(one)))].sort() : undefined,
    }),
    wrappers: () => [...wrappers.values()],
    secretFiles: () => secrets.names().filter((file) => scanned.has(file)),
  };
}

/** No key and no algorithm has this name. */
const UNKNOWN = '';

/** No cookie has this name. */
const ANY_COOKIE = '';

function toKey(packageName: string, home: string | undefined): string {
  return `${packageName}\n${home ?? ''}`;
}

/** Who gives which names: files, or the names of parts. One may give a name more than once. */
interface Naming {
  has(name: string): boolean;
  names(): readonly string[];
  /** In the order of their paths. */
  filesOf(name: string): readonly string[];
  /** Answers what takes it back. */
  add(name: string, file: string): () => void;
}

function createNaming(): Naming {
  const counts = new Map<string, Map<string, number>>();
  return {
    has: (name) => counts.has(name),
    names: () => [...counts.keys()],
    filesOf: (name) => [...(counts.get(name)?.keys() ?? [])].sort(),
    add(name, file) {
      const files = counts.get(name) ?? new Map<string, number>();
      counts.set(name, files.set(file, (files.get(file) ?? 0) + 1));
      return () => {
        const count = (files.get(file) ?? 1) - 1;
        if (count > 0) files.set(file, count);
        else files.delete(file);
        if (files.size === 0 && counts.get(name) === files) counts.delete(name);
      };
    },
  };
}

/** What an index was asked, to tell whether it would make a difference to ask again. */
export interface IndexRecord {
  readonly index: WorkspaceIndex;
  isCurrent(): boolean;
}

export function recordIndex(index: WorkspaceIndex): IndexRecord {
  // A function that was looked into for nothing made no difference.
  const isWrapper = record(index.isWrapper, (before, now) => before || !now);
  const implementers = record(index.implementers, isSameList);
  const registrars = record(index.registrars, isSameList);
  const partsKept = record(index.partsKept, isSameList);
  const hasVerifier = record((question) => {
    const [care = '', key = ''] = question.split(/ (.*)/s);
    return index.hasVerifier(care as VerifierCare, key);
  }, Object.is);
  const signingAlgorithms = record(index.signingAlgorithms, isSameList);
  const secretUses = record(index.secretUses, isSameText);
  const tokenUses = record(index.tokenUses, isSameText);
  const isChecked = record(index.isChecked, Object.is);
  const writers = record(index.writers, isSameList);
  const checksAlgorithms = record(index.checksAlgorithms, Object.is);
  const registering = record(index.registering, isSameList);
  const shows = record((sign) => index.shows(sign as FileSign), Object.is);
  const cookieReaders = record(index.cookieReaders, isSameText);
  const storageUsers = record(index.storageUsers, isSameList);
  return {
    index: {
      isWrapper: isWrapper.ask,
      implementers: implementers.ask,
      registrars: registrars.ask,
      partsKept: partsKept.ask,
      hasVerifier: (care, key) => hasVerifier.ask(`${care} ${key}`),
      signingAlgorithms: signingAlgorithms.ask,
      secretUses: secretUses.ask,
      tokenUses: tokenUses.ask,
      isChecked: isChecked.ask,
      writers: writers.ask,
      checksAlgorithms: checksAlgorithms.ask,
      registering: registering.ask,
      shows: shows.ask,
      cookieReaders: cookieReaders.ask,
      storageUsers: storageUsers.ask,
    },
    isCurrent: () =>
      [
        isWrapper,
        implementers,
        registrars,
        partsKept,
        hasVerifier,
        signingAlgorithms,
        secretUses,
        tokenUses,
        isChecked,
        writers,
        checksAlgorithms,
        registering,
        shows,
        cookieReaders,
        storageUsers,
      ].every((one) => one.isCurrent()),
  };
}

function record<T>(
  answer: (name: string) => T,
  isSame: (before: T, now: T) => boolean,
): { readonly ask: (name: string) => T; readonly isCurrent: () => boolean } {
  const told = new Map<string, T>();
  return {
    ask(name) {
      const known = told.get(name);
      if (known !== undefined) return known;
      const now = answer(name);
      told.set(name, now);
      return now;
    },
    isCurrent: () => [...told].every(([name, before]) => isSame(before, answer(name))),
  };
}

function isSameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isSameList(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one?.length === other?.length && (one ?? []).every((file, index) => file === other?.[index]);
}
