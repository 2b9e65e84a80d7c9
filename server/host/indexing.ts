import { type LibraryModel, mayContribute, mayHoldFacts, mayUseWrapper, type Wrapper } from '../../rules';
import { hashText } from './files/hash';
import type { MayMatter } from './files/scan';
import type { Contributor } from './workspace';
import type { IndexBuilder } from './workspaceIndex';

export interface IndexingOptions {
  readonly index: IndexBuilder;
  /** Analyses a file with that index, reading it unless its text is given; `undefined` when that is not possible. */
  analyze(file: string, text: string | undefined, role: Role): Promise<Contributor | undefined>;
  /** Passes on every file in reach that passes the test, with its text. */
  scan(mayMatter: MayMatter, onFile: (file: string, text: string) => Promise<void>): Promise<void>;
  /** The user's models for a file. */
  modelsOf(file: string): Promise<readonly LibraryModel[]>;
}

/** Keeps an index up to date with the files that it is about. */
export interface Indexing {
  /** Analyses all files that may matter, apart from those that are known already and would be told nothing new. */
  takeAll(): Promise<void>;
  /** Analyses the files among these that may matter, and forgets the others. `textOf` answers nothing for a file out of reach. */
  take(files: readonly string[], textOf: (file: string) => Promise<string | undefined>): Promise<void>;
  /**
   * Analyses the files that use what was found in others, to the last wrapper of a wrapper, and again those that would be
   * told something else by now, until there are none.
   */
  settle(): Promise<void>;
  /** The files in reach in which something may be found. */
  files(): readonly string[];
}

/** What a file is analysed for. */
export interface Role {
  /** Its findings count; of a file that is out of reach, only what it contributes does. */
  readonly isInReach: boolean;
  /** It may have something to tell other files. */
  readonly contributes: boolean;
}

interface Known extends Pick<Contributor, 'hash' | 'isCurrent'>, Role {}

/** Each round looks at the files to which the last one made a difference. A longer chain stays as far as it came. */
const MAX_ROUNDS = 12;

export function createIndexing({ index, analyze, scan, modelsOf }: IndexingOptions): Indexing {
  const known = new Map<string, Known>();
  let reach = new Set<string>();
  let fresh: Wrapper[] = [];
  /** Used by other files, and perhaps not in reach: ignored, or in a directory beside. */
  const used = new Set<string>();

  function drop(file: string): void {
    known.delete(file);
    index.remove(file);
  }

  async function takeOne(file: string, text: string | undefined, role: Role): Promise<void> {
    const contributor = await analyze(file, text, role);
    if (contributor === undefined) return drop(file);
    const { hash, home, uses, isCurrent, contribution } = contributor;
    known.set(file, { ...role, hash, isCurrent });
    for (const one of uses) used.add(one);
    fresh.push(...index.add(file, home, contribution));
  }

  async function takeNew(file: string, text: string, contributes: boolean): Promise<void> {
    const before = known.get(file);
    const isKnown =
      before?.isInReach === true && (before.contributes || !contributes) && before.hash === hashText(text);
    if (!isKnown || !(await before.isCurrent())) await takeOne(file, text, { isInReach: true, contributes });
  }

  /** The files that use what is new, and what they use in turn. */
  async function takeUsers(): Promise<void> {
    while (fresh.length > 0 || used.size > 0) {
      for (const file of used) {
        used.delete(file);
        if (!reach.has(file) && !known.has(file)) await takeOne(file, undefined, OUT_OF_REACH);
      }
      if (fresh.length === 0) return;
      const mayUse = mayUseWrapper(fresh);
      fresh = [];
      await scan(
        (text, file, models) => known.get(file)?.contributes !== true && mayUse(text, models),
        (file, text) => takeNew(file, text, true),
      );
    }
  }

  /** The files of which others use secrets, if nothing else is found in them. */
  async function takeSecrets(): Promise<void> {
    for (const file of index.secretFiles())
      if (reach.has(file) && !known.has(file)) await takeOne(file, undefined, { isInReach: true, contributes: false });
  }

  async function findStale(): Promise<ReadonlyMap<string, Known>> {
    const stale = new Map<string, Known>();
    for (const [file, one] of known) if (!(await one.isCurrent())) stale.set(file, one);
    return stale;
  }

  return {
    async takeAll() {
      const { mayMatter, mayTell } = tests(index);
      const before = reach;
      reach = new Set();
      await scan(
        (text, file, models) => {
          reach.add(file);
          index.note(file, text, models);
          return known.has(file) || mayMatter(text, models, file);
        },
        async (file, text) =>
          takeNew(file, text, known.get(file)?.contributes === true || mayTell(text, await modelsOf(file))),
      );
      for (const file of before) if (!reach.has(file)) index.note(file, undefined, []);
      for (const [file, { isInReach }] of known) if (isInReach && !reach.has(file)) drop(file);
    },
    async take(files, textOf) {
      const { mayMatter, mayTell } = tests(index);
      for (const file of files) {
        const text = await textOf(file);
        const models = await modelsOf(file);
        index.note(file, text, models);
        const isOutside = known.get(file)?.isInReach === false;
        if (text === undefined) reach.delete(file);
        else reach.add(file);
        if (text !== undefined && mayMatter(text, models, file)) await takeNew(file, text, mayTell(text, models));
        else if (text === undefined && isOutside) await takeOne(file, text, OUT_OF_REACH);
        else drop(file);
      }
    },
    async settle() {
      for (let round = 1; round <= MAX_ROUNDS; round++) {
        await takeUsers();
        await takeSecrets();
        const stale = await findStale();
        if (stale.size === 0) return;
        for (const [file, { isInReach, contributes }] of stale) {
          await takeOne(file, undefined, { isInReach, contributes });
        }
      }
    },
    files: () => [...known].flatMap(([file, { isInReach }]) => (isInReach ? [file] : [])).sort(),
  };
}

const OUT_OF_REACH: Role = { isInReach: false, contributes: true };

type TextTest = (text: string, models: readonly LibraryModel[], file?: string) => boolean;

/** Whether a file may matter, and whether it may have something to tell, as far as the index knows. */
function tests(index: IndexBuilder): { readonly mayMatter: TextTest; readonly mayTell: TextTest } {
  const mayUse = mayUseWrapper(index.wrappers());
  return {
    mayMatter: (text, models, file) => mayHoldFacts(text, models, file) || mayUse(text, models),
    mayTell: (text, models) => mayContribute(text, models) || mayUse(text, models),
  };
}
