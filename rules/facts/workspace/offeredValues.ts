import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import { nameAsked, type Offered, offeredIn, termOffered, valueOffered } from '../../resolve/evaluate/offers';
import type { Value } from '../../resolve/evaluate/value';
import { lastName } from '../../resolve/lower/operands';
import type { Term } from '../../resolve/lower/term';

/** Something that a file offers to a container, with the name by which others ask for it. */
export interface OfferedValue {
  readonly name: string;
  readonly value: Value;
}

/** What the module under analysis offers to the containers of libraries. */
export function offeredValues(evaluator: Evaluator): readonly OfferedValue[] {
  const { apis, world } = evaluator;
  if (world.own.registrations().length === 0) return [];
  const frame = moduleFrame(world.own);
  return apis.offering.flatMap((offers) =>
    offeredIn(frame, offers, evaluator).flatMap((offered) => valuesOf(offered, evaluator)),
  );
}

function valuesOf(offered: Offered, evaluator: Evaluator): readonly OfferedValue[] {
  const { offer, term, frame } = offered;
  const given = termOffered(offered);
  if (given === undefined || offer.isList === true) return [];
  const named = nameAsked(offered, evaluator);
  const at = { file: frame.module.file, span: term.span };
  const of = (name: string | undefined, value: Term): readonly OfferedValue[] => {
    if (name === undefined) return [];
    const set = valueOffered(offer.is, evaluator.evaluate(value, frame), at, evaluator);
    return set.possible.flatMap((one) => (isUsed(one.value) ? [{ name, value: one.value }] : []));
  };
  if (named !== undefined) return of(writtenName(named), given.term);
  // An object of names.
  const members = given.term.kind === 'object' ? given.term.members : [];
  return members.flatMap((one) =>
    one.kind === 'property' && typeof one.key === 'string' ? of(one.key, one.value) : [],
  );
}

/** What code does something with: objects with methods, storages. */
function isUsed({ kind }: Value): boolean {
  return kind === 'instance' || kind === 'object' || kind === 'api';
}

/** The name that those show who ask: `Storage` for `TYPES.Storage`. */
function writtenName(term: Term): string | undefined {
  return term.kind === 'literal' ? String(term.value) : lastName(term);
}
