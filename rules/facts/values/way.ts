import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import type { Place } from '../../text/span';
import type { Knowledge } from '../knowledge';
import type { Origin, StoodFor, TrailEnd } from '../schema/origins';
import type { Holder } from './holders';
import type { FramedShape } from './typedMembers';

/** What is known of the way from the use to a term. */
export interface Way {
  readonly names: readonly string[];
  readonly trail: readonly Place[];
  readonly guarded: boolean;
  readonly isFallback: boolean;
  readonly standsFor?: StoodFor | undefined;
  readonly isPiece: boolean;
  readonly isMember: boolean;
  /** The names that held the value as a whole on its way, and what was put in its stead since. */
  readonly holders: readonly Holder[];
  /** What functions on its way say that they give. */
  readonly answers: readonly FramedShape[];
  readonly replaced: readonly string[];
  /** Only some of it goes on: `JSON.stringify(user, ['id'])`. */
  readonly isSelection: boolean;
  /** It is copied as it is: what it would hide of itself goes on. */
  readonly isCopied: boolean;
}

/** Nothing was passed yet. */
export const START: Way = {
  names: [],
  trail: [],
  guarded: false,
  isFallback: false,
  isPiece: false,
  isMember: false,
  holders: [],
  answers: [],
  replaced: [],
  isSelection: false,
  isCopied: false,
};

/** The walk to the leaves that reach an expression, for what takes a step of it. */
export interface Walk {
  readonly evaluator: Evaluator;
  readonly knowledge: Knowledge;
  add(origin: Origin, place: Place, way: Way): void;
  addUnknown(at: TrailEnd, end: Term, within: Frame, way: Way): void;
  /** Adds what evaluation alone tells: literals and the environment, else an unknown leaf. */
  addEvaluated(at: Term, within: Frame, way: Way): void;
  follow(at: Term, within: Frame, way: Way): void;
  /** What a function is as the value of a setting. */
  ofFunction(id: number, within: Frame): Origin;
}

/** Where a term stands. */
export function placeOf(at: Term, within: Frame): Place {
  return { file: within.module.file, span: at.span };
}

/** A value that a name or a function may give, unless the test of an environment rules it out. */
interface Alternative {
  readonly term: Term;
  readonly guarded: boolean;
}

/**
 * Follows what a name was given, or what a function returns. Where one of them is read from the environment, the others
 * stand in for it: `let secret = process.env.SECRET; if (!secret) secret = 'x';`.
 */
export function followAlternatives(list: readonly Alternative[], within: Frame, way: Way, walk: Walk): void {
  const reads = list.length < 2 ? [] : list.filter(({ term }) => isRead(term, within, walk.evaluator));
  for (const one of list) {
    const isFallback = way.isFallback || (reads.length > 0 && !reads.includes(one));
    walk.follow(one.term, within, { ...way, isFallback, guarded: way.guarded || one.guarded });
  }
}

/** Follows what an object holds under a key, unless that is left out of what goes on. */
export function followKeyed(key: string | undefined, value: Term, within: Frame, way: Way, { follow }: Walk): void {
  if (key !== undefined && way.replaced.includes(key)) return;
  const names = key === undefined ? way.names : [...way.names, key];
  const isMember = way.isMember || key !== undefined;
  follow(value, within, { ...way, names, isMember, holders: [], answers: [], replaced: [], isCopied: false });
}

function isRead(term: Term, within: Frame, evaluator: Evaluator): boolean {
  const { possible } = evaluator.evaluate(term, within);
  return possible.length > 0 && possible.every(({ value }) => value.kind === 'environment');
}
