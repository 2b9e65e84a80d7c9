import { Emitter, type Event } from 'vscode-languageserver';
import type { Checker, Outcome } from './checker';
import type { Log } from './log';
import type { OpenDocuments } from './openDocuments';

/** What was found in open documents, as long as no change speaks against it. */
export interface Outcomes {
  /** What was found in a document as it is now; `undefined` when it has to be checked. */
  find(uri: string): Outcome | undefined;
  /** Keeps what `check` finds, unless something changes meanwhile that makes it wrong. */
  keep(uri: string, check: () => Promise<Outcome | undefined>): Promise<Outcome | undefined>;
  forget(uri: string): void;
  /** Notes that a file changed. What imports it is looked at when nothing changed for a while. */
  touch(file: string): void;
  /** Makes sure that all changes of files other than this one are taken into account. */
  settled(file: string | undefined): Promise<void>;
  /** Looks at what something else may be found in, when nothing changed for a while. */
  settleSoon(): void;
  /** Makes what was found in all documents wrong. */
  expireAll(): void;
  /** Fires with documents that did not change, but in which something else may be found now. */
  readonly onStale: Event<readonly string[]>;
  /** Fires when something changed, anywhere, and then nothing for a while. */
  readonly onQuiet: Event<void>;
}

/** How long nothing must change before the other documents are looked at, in milliseconds. */
const QUIET = 100;

export function createOutcomes(
  documents: OpenDocuments,
  { takeStale, takeMisjudged }: Pick<Checker, 'takeStale' | 'takeMisjudged'>,
  idle: () => Promise<void>,
  log: Pick<Log, 'failed'>,
): Outcomes {
  const outcomes = new Map<string, Outcome>();
  const stale = new Emitter<readonly string[]>();
  const quiet = new Emitter<void>();
  /** Changed files whose importers have not been looked at yet. */
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settling = Promise.resolve();
  let isReconsidering = false;
  /** Counts what made outcomes wrong, those included that are under way. */
  let generation = 0;
  /** Counts changes of files, to see those that come while an analysis is under way. */
  let touches = 0;

  const expire = (uris: readonly string[]): void => {
    if (uris.length === 0) return;
    generation += 1;
    for (const uri of uris) outcomes.delete(uri);
    stale.fire(uris);
  };
  const expireStale = async (): Promise<void> => expire((await takeStale()).map(({ uri }) => uri));
  /** What was taken over from an earlier text was so as far as names tell: now there is time to look. */
  const reconsider = async (): Promise<void> => {
    await idle();
    isReconsidering = false;
    expire((await takeMisjudged()).map(({ uri }) => uri));
  };
  const reconsiderSoon = (): void => {
    if (isReconsidering) return;
    isReconsidering = true;
    reconsider().catch((error: unknown) => log.failed('Looking at the whole of a file', error));
  };
  const settle = (): Promise<void> => {
    clearTimeout(timer);
    changed.clear();
    settling = settling.then(expireStale).catch((error: unknown) => log.failed('Looking at importers', error));
    settling.then(() => quiet.fire());
    settling.then(reconsiderSoon);
    return settling;
  };
  const settleSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(settle, QUIET);
  };

  return {
    find(uri) {
      const known = outcomes.get(uri);
      return known !== undefined && known.document === documents.find(uri) ? known : undefined;
    },
    async keep(uri, check) {
      const before = generation;
      const untouched = touches;
      const outcome = await check();
      // What was read may have changed since, after the others were looked at.
      if (touches !== untouched) settleSoon();
      if (outcome !== undefined && generation === before) outcomes.set(uri, outcome);
      return outcome;
    },
    forget: (uri) => outcomes.delete(uri),
    touch(file) {
      touches += 1;
      changed.add(file);
      settleSoon();
    },
    settled: (file) => (Array.from(changed).some((other) => other !== file) ? settle() : settling),
    settleSoon,
    expireAll: () => expire(documents.all().map(({ uri }) => uri)),
    onStale: stale.event,
    onQuiet: quiet.event,
  };
}
