import type { Where } from '../../models/model';
import type { Slot } from '../../models/shape/slots';
import type { Possible, Value, ValueSet } from '../../resolve/evaluate/value';
import type { Span } from '../../text/span';
import { productionTest } from '../edits/productionTest';
import type { Knowledge } from '../knowledge';
import type { Leaf, Setting } from '../schema';
import type { SettingValue } from '../schema/settings';
import type { Site } from '../site';
import { leavesOf, unknownLeaves } from './flow';
import { type Location, locate, placeIn } from './locations';
import type { Reader } from './readers';
import { withStandIns } from './schemaDefaults';
import { termsAt } from './terms';

/** Reads one setting of a call: the first of its places that is written decides. */
export function settingAt<T>(slot: Slot<T>, reader: Reader, site: Site, knowledge: Knowledge): Setting<T> {
  const values: SettingValue<T>[] = [];
  const endings: string[] = [];
  let located: Location | undefined;
  let complete = true;
  let open = true;
  for (const where of slot.where) {
    const found = locate(where, site);
    const location = where.from === 'argument' && where.isReadOnly ? { ...found, site: undefined } : found;
    const present = location.set.possible.filter(({ value }) => value.kind !== 'absent');
    const isDeciding = present.length > 0 || !location.set.complete;
    if (located === undefined || (isDeciding && location.span !== undefined)) located = location;
    for (const one of isTime(where) ? present.flatMap((it) => withStandIns(it, site.evaluator, knowledge)) : present) {
      const reading = reader(one.value, slot, where, site.evaluator);
      const isUndefined = one.value.kind === 'undefined' || reading === 'unset';
      if (isUndefined) {
        const meant = slot.refusesUndefined === true ? undefined : (slot.whenUndefined ?? slot.default);
        if (meant === undefined) complete = false;
        else values.push({ ...one, value: meant, source: slot.whenUndefined === undefined ? 'default' : 'written' });
      } else if (reading === undefined) {
        complete = false;
        endings.push(...endingOf(one.value));
      } else {
        const time = reading.time === undefined ? undefined : { time: reading.time };
        values.push({ ...one, value: reading.value as T, source: 'written', ...time });
        if (!reading.complete) complete = false;
      }
    }
    if (!location.set.complete) complete = false;
    open = location.set.possible.length !== present.length;
    if (!open) break;
  }
  if (open) {
    if (slot.default === undefined) complete = false;
    else
      values.push({
        value: slot.default,
        source: 'default',
        place: placeIn(site, site.calleeSpan),
        guarded: false,
        trail: [],
      });
  }
  const unknowns = (): readonly Leaf[] =>
    slot.where.flatMap((where) =>
      (termsAt(where, site) ?? []).flatMap(({ term, frame }) =>
        unknownLeaves(leavesOf(term, frame, site.evaluator, knowledge).leaves),
      ),
    );
  return {
    values,
    complete,
    ...(endings.length === 0 ? {} : { endings }),
    span: located?.span ?? site.calleeSpan,
    site: located?.site,
    ...(slot.isCapitalised && { isCapitalised: true }),
    unknowns,
    productionTest: () => productionTest(located?.site, located?.module ?? site.report, site.evaluator),
  };
}

/** What stands in for other settings is often there to be replaced: `secure` is off where people develop. */
function isTime(where: Where): boolean {
  return 'unit' in where && where.unit !== undefined;
}

function endingOf(value: Value): readonly string[] {
  const last = value.kind === 'text' ? value.parts[value.parts.length - 1] : undefined;
  return typeof last === 'string' ? [last] : [];
}

/** The values that stand at a place of a call; `absent` where the call says nothing. */
export function valuesAt(where: Where, site: Site): ValueSet {
  return locate(where, site).set;
}

/** The option, its object or its argument: what a person would look at. */
export function spanAt(where: Where, site: Site): Span | undefined {
  return locate(where, site).span;
}

/** The literal texts that a place certainly holds. */
export function certainTexts(set: ValueSet): readonly string[] | undefined {
  if (!set.complete || set.possible.length === 0) return undefined;
  const texts = set.possible.map(({ value }: Possible) => (value.kind === 'literal' ? String(value.value) : undefined));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Whether nothing is written at a place. */
export function isAbsent({ possible, complete }: ValueSet): boolean {
  return complete && possible.every(({ value }) => value.kind === 'absent');
}
