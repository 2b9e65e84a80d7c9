import type { Missing, Settings, World } from '../../rules';
import { type Answers, type Asked, areCurrent, filesIn, recordWorld, toKey } from './answers';
import { type IndexRecord, type IndexView, recordIndex } from './workspaceIndex';

/** What the engine is asked with. */
export interface AskOptions {
  readonly answers: Answers;
  settingsOf(file: string): Promise<Settings>;
  /** The directory of the manifest that is nearest to a file. */
  homeOf(file: string): Promise<string | undefined>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** What the engine says in the end, and what it was told. */
export interface Told<T> {
  readonly answer: T;
  readonly world: World;
  readonly home: string | undefined;
  /** The files that it was told about. */
  readonly uses: readonly string[];
  /** Whether it would be told the same now. */
  isCurrent(): Promise<boolean>;
}

/** Asks the engine again and again in one world, with what it lacked loaded, until it lacks nothing. */
export type Ask = <T extends { readonly missing: readonly Missing[] }>(
  file: string,
  index: IndexView | undefined,
  question: (world: World) => Promise<T>,
) => Promise<Told<T>>;

/** Each round loads what the last one lacked. A longer chain of imports stays unknown beyond this. */
const MAX_ROUNDS = 24;

export function createAsk({ answers, settingsOf, homeOf, now }: AskOptions): Ask {
  /** Made apart from the question: what is kept must not hold what it is about. */
  const currencyOf =
    (file: string, { settings }: World, asked: Asked, indexed: IndexRecord | undefined) =>
    async (): Promise<boolean> =>
      indexed?.isCurrent() !== false &&
      JSON.stringify(await settingsOf(file)) === JSON.stringify(settings) &&
      areCurrent(asked, answers);

  return async (file, index, question) => {
    const settings = await settingsOf(file);
    const home = await homeOf(file);
    const loaded = new Set<string>();
    const indexed = index && recordIndex(index.seenFrom(home));
    const { world, asked } = recordWorld(answers, settings, now(), indexed?.index);
    for (let round = 1; ; round++) {
      const answer = await question(world);
      const missing = answer.missing.filter((one) => !loaded.has(toKey(one)));
      if (missing.length === 0 || round === MAX_ROUNDS) {
        return { answer, world, home, uses: filesIn(asked), isCurrent: currencyOf(file, world, asked, indexed) };
      }
      for (const one of missing) loaded.add(toKey(one));
      await Promise.all(missing.map((one) => answers.load(one)));
    }
  };
}
