import type { Place, Span } from '../../text/span';
import type { ObjectTerm, Term } from '../lower/term';
import type { TypeName, Write } from '../module/summary';
import { typedValue } from './annotations';
import { evaluateTerm } from './evaluateTerm';
import { createFrameMemory } from './frameMemory';
import type { Trace } from './memory';
import type { Offered } from './offers';
import { propertyOf } from './properties';
import { createSearch } from './search';
import { type ApiKnowledge, type Frame, type ModuleWorld, UNKNOWN, union, type Value, type ValueSet } from './value';

/** Says which values terms can have. One per document and world: it remembers what it found without lacking anything. */
export interface Evaluator {
  readonly apis: ApiKnowledge;
  readonly world: ModuleWorld;
  /** What its answers rest on. */
  readonly trace: Trace;
  evaluate(term: Term, frame: Frame): ValueSet;
  /** The values of a property; `absent` where the object does not have it. */
  lookup(objects: ValueSet, key: string, at: Place): ValueSet;
  /** Runs a look-up of a property, unless the same look-up is running already: objects may be spread into themselves. */
  unlessLooking(object: ObjectTerm, key: string, look: () => ValueSet): ValueSet;
  /** Whether a write by a call happens, found once for each; calls that decide over other calls are not asked for. */
  decided(write: Write, frame: Frame, decide: () => boolean): boolean;
  /** What an annotation tells of a value. */
  annotatedValue(type: TypeName | undefined, frame: Frame, at: Place): ValueSet | undefined;
  /** What implements a type, found once for each. */
  implementations(typeName: string, file: string, find: () => readonly Value[]): readonly Value[];
  /** What the files of the package offer to a library, found once for each. */
  offered(packageName: string, find: () => readonly Offered[]): readonly Offered[];
  /** To be called when the world may answer more than before. */
  refresh(): void;
}

/** Calls are followed this deep. */
export const MAX_DEPTH = 12;
/** Terms evaluated for one question before it is given up; real code stays far below. */
const MAX_STEPS = 4000;
/** Properties looked up for one question: objects that are spread into each other have more ways than anyone can walk. */
const MAX_LOOKS = 500;
const MAX_ALTERNATIVES = 24;

/** `trace` notes what the world lacks, too. */
export function createEvaluator(apis: ApiKnowledge, world: ModuleWorld, trace: Trace): Evaluator {
  const known = createFrameMemory<Term, ValueSet>(trace);
  const decisions = createFrameMemory<Write, boolean>(trace);
  const active = new Set<Term>();
  const looking = new Map<ObjectTerm, Set<string>>();
  /** Types may be made of each other. */
  const implementations = createSearch<Value>(trace, () => cuts++);
  /** To find what is offered, names are looked up. */
  const offers = createSearch<Offered>(trace, () => cuts++);
  let steps = 0;
  let looks = 0;
  let isLooking = false;
  let isDeciding = false;
  /** How often an answer was cut short, by a cycle or a limit: what depends on it is only part of the truth. */
  let cuts = 0;
  /** Those of the cuts that come of deciding: whoever decides is told the same each time. */
  let skips = 0;

  const cut = (): ValueSet => {
    cuts++;
    return UNKNOWN;
  };

  const evaluator: Evaluator = {
    apis,
    world,
    trace,
    evaluate(term, frame) {
      const before = known.get(term, frame);
      if (before !== undefined) return before;
      if (active.has(term) || frame.depth > MAX_DEPTH) return cut();
      if (active.size === 0) {
        steps = 0;
        if (!isLooking) looks = 0;
      }
      if (++steps > MAX_STEPS) return cut();
      const cutsBefore = cuts;
      const mark = trace.mark();
      active.add(term);
      try {
        const set = limited(evaluateTerm(term, frame, evaluator));
        const isWhole = cuts === cutsBefore || active.size === 1;
        if (isWhole) known.set(term, frame, set, mark);
        return set;
      } finally {
        active.delete(term);
      }
    },
    lookup(objects, key, at) {
      const found = objects.possible.map((one) => propertyOf(one, key, at, evaluator));
      return union([...found, ...unless(objects.complete || areGivenMethods(objects, found))]);
    },
    unlessLooking(object, key, look) {
      const keys = looking.get(object) ?? new Set();
      if (!isLooking && active.size === 0) looks = 0;
      if (keys.has(key) || ++looks > MAX_LOOKS) return cut();
      const wasLooking = isLooking;
      isLooking = true;
      looking.set(object, keys.add(key));
      try {
        return look();
      } finally {
        keys.delete(key);
        isLooking = wasLooking;
      }
    },
    decided(write, frame, decide) {
      const before = decisions.get(write, frame);
      if (before !== undefined) return before;
      if (isDeciding) {
        // Objects that are handed to their own methods would have each call decided by all others.
        cuts++;
        skips++;
        return false;
      }
      const [cutsBefore, skipsBefore, mark] = [cuts, skips, trace.mark()];
      isDeciding = true;
      try {
        const answer = decide();
        if (cuts - cutsBefore === skips - skipsBefore) {
          cuts = cutsBefore;
          skips = skipsBefore;
          decisions.set(write, frame, answer, mark);
        }
        return answer;
      } finally {
        isDeciding = false;
      }
    },
    annotatedValue: (type, frame, at) => (type === undefined ? undefined : typedValue(type, frame, at, evaluator)),
    implementations: (name, file, find) => implementations.find(`${file}\n${name}`, find),
    offered: (name, find) => offers.find(name, find),
    refresh() {
      offers.refresh();
      known.refresh();
      decisions.refresh();
      implementations.refresh();
    },
  };
  return evaluator;
}

export function placeOf(span: Span, frame: Frame): Place {
  return { file: frame.module.file, span };
}

/** A class that extends the one asked for where nobody sees it has the same methods, for all that is known. */
function areGivenMethods({ possible }: ValueSet, found: readonly ValueSet[]): boolean {
  return (
    possible.length > 0 &&
    possible.every(({ value }) => value.kind === 'instance' && value.isGiven === true) &&
    found.every((set) => set.complete && set.possible.every(({ value }) => value.kind === 'function'))
  );
}

function unless(complete: boolean): readonly ValueSet[] {
  return complete ? [] : [UNKNOWN];
}

function limited(set: ValueSet): ValueSet {
  return set.possible.length <= MAX_ALTERNATIVES
    ? set
    : { possible: set.possible.slice(0, MAX_ALTERNATIVES), complete: false };
}
