import { memberTerm } from '../lower/operands';
import type { Term } from '../lower/term';
import type { Evaluator } from './evaluate';
import type { Given } from './given';
import { nameOffered, type Offered, type Offers, offeredTo, returnsOf, termOffered } from './offers';
import { isNothing, type ValueSet } from './value';

/** What a setting can be, as it is written; `unclear` where several offer it, or one may that is not known. */
export type OfferedSetting = readonly Given[] | 'unclear' | undefined;

/** What code of the package offers as its configuration, at a path of names; `undefined` when none of it has the path. */
export function offeredSetting(path: string, offers: Offers, evaluator: Evaluator): OfferedSetting {
  const found: (readonly Given[])[] = [];
  for (const offered of offeredTo(offers, evaluator)) {
    const rest = restOfPath(path, offered, evaluator);
    if (rest === undefined) continue;
    const sources = sourcesOf(offered, evaluator);
    for (const source of sources) {
      const [one, ...others] = source ?? [];
      if (one === undefined) continue;
      if (others.length > 0) return 'unclear';
      const at = memberIn(one, rest, evaluator);
      if (at !== undefined) found.push([at]);
    }
  }
  return found.length > 1 ? 'unclear' : found[0];
}

/** The names that lead on from what is offered: `['secret']` of `jwt.secret` in what bears the name `jwt`. */
function restOfPath(path: string, offered: Offered, evaluator: Evaluator): readonly string[] | undefined {
  const names = nameOffered(offered, evaluator);
  if (names === undefined) return offered.offer.name === undefined ? path.split('.') : undefined;
  const [one] = names.possible;
  if (one?.value.kind !== 'literal') return undefined;
  const name = String(one.value.value);
  if (path === name) return [];
  return path.startsWith(`${name}.`) ? path.slice(name.length + 1).split('.') : undefined;
}

/** What each function returns that is offered; `undefined` for one that is not known. */
function sourcesOf(offered: Offered, evaluator: Evaluator): readonly (readonly Given[] | undefined)[] {
  const given = termOffered(offered);
  if (given === undefined) return [];
  const elements = offered.offer.isList === true ? elementsOf(given, evaluator) : [given];
  return elements.map(({ term, frame }) => returnsOf(evaluator.evaluate(term, frame)));
}

function elementsOf({ term, frame }: Given, evaluator: Evaluator): readonly Given[] {
  return evaluator.evaluate(term, frame).possible.flatMap(({ value }): readonly Given[] => {
    if (value.kind !== 'array') return [];
    return value.term.elements.flatMap((one) =>
      one.spread
        ? elementsOf({ term: one.value, frame: value.frame }, evaluator)
        : [{ term: one.value, frame: value.frame }],
    );
  });
}

/** The member at a path, where every object on the way to it has the next name. */
function memberIn({ term, frame }: Given, path: readonly string[], evaluator: Evaluator): Given | undefined {
  let at: Term = term;
  for (const key of path) {
    at = memberTerm(at, [key]);
    if (isCertainlyNothing(evaluator.evaluate(at, frame))) return undefined;
  }
  return { term: at, frame };
}

function isCertainlyNothing({ possible, complete }: ValueSet): boolean {
  return complete && possible.every(({ value }) => isNothing(value));
}
