import type { Slot, Where } from '../../models/model';
import type { Evaluator } from '../../resolve/evaluate';
import { isSpreadUpTo } from '../../resolve/operands';
import type { MemberEntry, ObjectTerm, Term } from '../../resolve/term';
import type { Frame, ObjectValue, Possible, Value, ValueSet } from '../../resolve/value';
import { incomplete, only, UNKNOWN, union } from '../../resolve/value';
import type { Place, Span } from '../../text/span';
import type { Knowledge } from '../knowledge';
import type { EditSite, Leaf, Setting, SettingValue, Unit } from '../schema';
import { isReported, reportedSpan, type Site, throughParameters } from '../site';
import { locateBeside } from './beside';
import { chainedArgument } from './chain';
import { leavesOf, unknownLeaves } from './flow';
import type { Reader } from './readers';
import { onlyStringified } from './stringified';
import { startsAt, termsAt } from './terms';

/** The values at one place of a call, and where a person would edit them. */
export interface Location {
  /** With `absent` where nothing is written. */
  readonly set: ValueSet;
  readonly span: Span | undefined;
  readonly site: EditSite | undefined;
}

/** Reads one setting of a call: the first of its places that is written decides. */
export function settingAt<T>(slot: Slot<T>, reader: Reader, site: Site, knowledge: Knowledge): Setting<T> {
  const values: SettingValue<T>[] = [];
  let located: Location | undefined;
  let complete = true;
  let open = true;
  for (const where of slot.where) {
    const found = locate(where, site);
    const location = where.from === 'argument' && where.isReadOnly ? { ...found, site: undefined } : found;
    const present = location.set.possible.filter(({ value }) => value.kind !== 'absent');
    const isDeciding = present.length > 0 || !location.set.complete;
    if (located === undefined || (isDeciding && location.span !== undefined)) located = location;
    for (const one of present) {
      const reading = reader(one.value, slot, where, site.evaluator);
      const isUndefined = one.value.kind === 'undefined' || reading === 'unset';
      if (isUndefined) {
        const meant = slot.refusesUndefined === true ? undefined : (slot.whenUndefined ?? slot.default);
        if (meant === undefined) complete = false;
        else values.push({ ...one, value: meant, source: slot.whenUndefined === undefined ? 'default' : 'written' });
      } else if (reading === undefined) {
        complete = false;
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
  return { values, complete, span: located?.span ?? site.calleeSpan, site: located?.site, unknowns };
}

function placeIn({ report }: Site, span: Span): Place {
  return { file: report.file, span };
}

/** The values that stand at a place of a call; `absent` where the call says nothing. */
export function valuesAt(where: Where, site: Site): ValueSet {
  return locate(where, site).set;
}

/** The option, its object or its argument: what a person would look at. */
export function spanAt(where: Where, site: Site): Span | undefined {
  return locate(where, site).span;
}

function locate(where: Where, site: Site): Location {
  switch (where.from) {
    case 'argument':
      return locateArgument(where.index, where.path, 'unit' in where ? where.unit : undefined, site);
    case 'chain':
      return locateChained(where, site);
    case 'factory':
    case 'around':
    case 'handing':
    case 'registration':
      return locateInOptions(where, site);
    case 'configured':
      return locateConfigured(where, site);
    case 'opened':
      return { set: UNKNOWN, span: undefined, site: undefined };
    case 'beside':
      return locateBeside(where, site);
    case 'member': {
      const name = site.callee?.receiver?.key;
      const place = placeIn(site, site.calleeSpan);
      const set = name === undefined ? UNKNOWN : only({ kind: 'literal', value: name }, place);
      return { set, span: site.calleeSpan, site: undefined };
    }
    case 'assigned': {
      const { term } = site.action;
      if (term.kind !== 'assignment') return { set: UNKNOWN, span: undefined, site: undefined };
      const span = reportedSpan(term.value, site.frame, site);
      return {
        set: readPath(site.evaluator.evaluate(term.value, site.frame), where.path, site),
        span,
        site: undefined,
      };
    }
    case 'key': {
      const { term } = site.action;
      if (term.kind !== 'assignment') return { set: UNKNOWN, span: undefined, site: undefined };
      const { key } = term.target;
      if (typeof key !== 'string') {
        const span = reportedSpan(key, site.frame, site);
        return { set: site.evaluator.evaluate(key, site.frame), span, site: undefined };
      }
      const place = placeIn(site, site.calleeSpan);
      const set: ValueSet = {
        possible: [{ value: { kind: 'literal', value: key }, place, guarded: false, trail: [] }],
        complete: true,
      };
      return { set, span: site.calleeSpan, site: undefined };
    }
  }
}

/** Options that stand elsewhere: where the library is registered, or in what a factory returns. */
function locateInOptions(
  where: Where & { from: 'factory' | 'around' | 'handing' | 'registration' },
  site: Site,
): Location {
  const starts = startsAt(where, site);
  const [first, ...others] = (starts ?? []).map(({ term, frame }) => ({
    term,
    frame,
    set: site.evaluator.evaluate(term, frame),
  }));
  if (first === undefined) {
    const isNothing = starts !== undefined && where.from === 'registration' && where.isOptional === true;
    const set = isNothing ? absentAt(placeIn(site, site.calleeSpan)) : UNKNOWN;
    return { set, span: undefined, site: undefined };
  }
  const set = union([first, ...others].map((one) => readPath(one.set, where.path, site)));
  if (others.length > 0) return { set, span: undefined, site: undefined };
  return { set, ...locateInArgument(first.term, first.set, where.path, where.unit, first.frame, site) };
}

/** What is configured has no place in the code. */
function locateConfigured(where: Where & { from: 'configured' }, site: Site): Location {
  const [found] = startsAt(where, site) ?? [];
  const set = found === undefined ? UNKNOWN : incomplete(site.evaluator.evaluate(found.term, found.frame));
  return { set, span: undefined, site: undefined };
}

function absentAt(place: Place): ValueSet {
  return { possible: [{ value: { kind: 'absent' }, place, guarded: false, trail: [] }], complete: true };
}

function locateArgument(index: number, path: readonly string[], unit: Unit | undefined, site: Site): Location {
  const { call, evaluator, frame } = site;
  if (call === undefined) return { set: UNKNOWN, span: undefined, site: undefined };
  if (isSpreadUpTo(call.arguments, index)) return { set: UNKNOWN, span: undefined, site: undefined };
  const element = call.arguments[index];
  const argument = element?.value;
  const written = { file: frame.module.file, quote: frame.module.quote, unit };
  const absent = absentAt(placeIn(site, site.calleeSpan));
  if (element === undefined || argument === undefined) {
    if (!call.isClosed) return { set: UNKNOWN, span: undefined, site: undefined };
    const isNext = call.arguments.length === index && call.argumentsSpan !== undefined;
    const last = call.arguments[index - 1];
    const offset = last === undefined ? (call.argumentsSpan?.start ?? 0) : last.span.end;
    const position = last === undefined ? 'only' : 'last';
    return {
      set: absent,
      span: undefined,
      site: isNext ? { kind: 'argument', ...written, offset, position, path } : undefined,
    };
  }
  const values = evaluator.evaluate(argument, frame);
  // `verify(token, key, callback)`: a function is not an options object, and the options go before it.
  if (path.length > 0 && (isFunctionOnly(values) || isNamedCallback(argument))) {
    const offset = element.span.start;
    return {
      set: absent,
      span: undefined,
      site: { kind: 'argument', ...written, offset, position: 'before-next', path },
    };
  }
  // What is written in a text is looked for in what the text is made of.
  const inner = path.length > 0 ? onlyStringified(values) : undefined;
  if (inner !== undefined) {
    const whole = evaluator.evaluate(inner.term, inner.frame);
    return { set: readPath(whole, path, site), ...locateInArgument(inner.term, whole, path, unit, inner.frame, site) };
  }
  return { set: readPath(values, path, site), ...locateInArgument(argument, values, path, unit, frame, site) };
}

/** By the names that callbacks have had since the first Node. */
function isNamedCallback(argument: Term): boolean {
  return argument.kind === 'reference' && /^(?:callback|cb|done|next)$/.test(argument.name);
}

function isFunctionOnly({ possible, complete }: ValueSet): boolean {
  return complete && possible.length > 0 && possible.every(({ value }) => value.kind === 'function');
}

/** The property at `path` of each value; what holds no properties does not have it. */
function readPath(values: ValueSet, path: readonly string[], site: Site): ValueSet {
  let current = values;
  for (const key of path) {
    const sets = current.possible.map((one): ValueSet => {
      if (holdsNothing(one.value)) return { possible: [{ ...one, value: { kind: 'absent' } }], complete: true };
      return site.evaluator.lookup({ possible: [one], complete: true }, key, one.place);
    });
    const all = union(sets);
    current = current.complete ? all : incomplete(all);
  }
  return current;
}

function holdsNothing(value: Value): boolean {
  return value.kind === 'undefined' || value.kind === 'absent' || value.kind === 'literal' || value.kind === 'text';
}

/** Where a person would edit a setting that an argument holds: the option, its object, or the argument. */
function locateInArgument(
  argument: Term,
  values: ValueSet,
  path: readonly string[],
  unit: Unit | undefined,
  frame: Frame,
  site: Site,
): Pick<Location, 'span' | 'site'> {
  const { evaluator } = site;
  const fallback = reportedSpan(argument, frame, site);
  const reported = (within: Frame, span: Span): Span => (isReported(within, site) ? span : fallback);
  if (path.length === 0) {
    const { file, quote } = frame.module;
    return {
      span: fallback,
      site: { kind: 'value', file, quote, unit, span: argument.span, key: '', shorthand: false },
    };
  }
  let current = onlyObject(values);
  if (current === undefined) return { span: fallback, site: undefined };
  for (let depth = 0; ; depth++) {
    const object: ObjectValue = current;
    const { file } = object.frame.module;
    const key = path[depth] ?? '';
    const rest = path.slice(depth);
    const deciding = decidingMember(object, key, evaluator);
    if (deciding !== undefined && 'unclear' in deciding)
      return { span: reported(object.frame, deciding.unclear), site: undefined };
    if (deciding === undefined) {
      // In a function that is called, a spread may bring what other callers set: writing over it is not ours to do.
      const isShared = object.frame.arguments.size > 0 && object.term.members.some(({ kind }) => kind === 'spread');
      const isWritable =
        !isShared &&
        object.term.layout.isElement === undefined &&
        object.term.layout.isClosed &&
        object.term.members.every(({ span }) => span.end <= object.term.layout.end);
      return {
        span: reported(object.frame, object.term.span),
        site: isWritable
          ? { kind: 'object', file, quote: object.frame.module.quote, unit, object: object.term, path: rest }
          : undefined,
      };
    }
    if (rest.length === 1) {
      const { valueSpan, shorthand, property } = deciding;
      // A write to the object may stand in another file than the object.
      const quote = deciding.isAttribute ? '"' : deciding.frame.module.quote;
      const written = { file: deciding.frame.module.file, quote, unit } as const;
      const given = isReported(deciding.frame, site) ? undefined : givenFor(deciding, site);
      if (given !== undefined) {
        const { span } = given;
        const at = { file: site.report.file, quote: site.report.quote, unit };
        return { span, site: { kind: 'value', ...at, span, key: '', shorthand: false } };
      }
      return {
        span: reported(deciding.frame, deciding.span),
        site: { kind: 'value', ...written, span: valueSpan, key, shorthand, property },
      };
    }
    const holder = {
      possible: [{ value: object, place: { file, span: object.term.span }, guarded: false, trail: [] }],
    };
    const next = onlyObject(evaluator.lookup({ ...holder, complete: true }, key, { file, span: deciding.span }));
    if (next === undefined) return { span: reported(deciding.frame, deciding.span), site: undefined };
    current = next;
  }
}

/** The argument of the reported call that a function puts into an option. */
function givenFor({ value, frame }: DecidingMember, site: Site): Term | undefined {
  const { term, frame: within } = throughParameters(value, frame);
  return term !== value && isReported(within, site) ? term : undefined;
}

function onlyObject({ possible, complete }: ValueSet): ObjectValue | undefined {
  const [one, ...others] = possible;
  return complete && others.length === 0 && one?.value.kind === 'object' ? one.value : undefined;
}

/** Several places decide; this one is shown. */
interface Unclear {
  readonly unclear: Span;
}

interface DecidingMember {
  readonly span: Span;
  readonly valueSpan: Span;
  readonly value: Term;
  readonly frame: Frame;
  readonly shorthand: boolean;
  /** It is an attribute of a tag. */
  readonly isAttribute: boolean;
  /** With its comma; `undefined` for what is written to the object. */
  readonly property: Span | undefined;
}

/** The one member of a literal, or the one write to it, that gives a property its value; `undefined`: none does. */
function decidingMember(object: ObjectValue, key: string, evaluator: Evaluator): DecidingMember | Unclear | undefined {
  const writes = object.writes.filter(({ write }) => write.path[0] === key || write.path[0] === undefined);
  // What is written below the property goes with its value.
  const write = writes.filter(({ write: { path } }) => path.length < 2).pop();
  if (write !== undefined) {
    const { value, span, path } = write.write;
    if (!write.definite || value === undefined || path.length !== 1)
      return { unclear: path.length === 1 ? span : object.term.span };
    const site = { span, valueSpan: value.span, value, frame: write.frame };
    return { ...site, shorthand: false, isAttribute: false, property: undefined };
  }
  return memberOf(object.term, key, object.frame, evaluator);
}

function memberOf(
  object: ObjectTerm,
  key: string,
  frame: Frame,
  evaluator: Evaluator,
): DecidingMember | Unclear | undefined {
  let isOverruled = false;
  for (let index = object.members.length - 1; index >= 0; index--) {
    const member: MemberEntry | undefined = object.members[index];
    if (member === undefined) continue;
    if (member.kind === 'spread') {
      const own =
        member.value.kind === 'object'
          ? memberOf(member.value, key, frame, evaluator)
          : sharedMember(object, member.value, key, frame, evaluator);
      if (own !== undefined) return own;
      isOverruled ||= member.value.kind !== 'object' && !certainlyLacks(member.value, key, frame, evaluator);
      continue;
    }
    if (typeof member.key !== 'string') return { unclear: object.span };
    if (member.key !== key) continue;
    // What is spread behind an own property may have replaced it.
    if (isOverruled) return { unclear: object.span };
    const valueSpan = member.shorthand ? member.span : member.value.span;
    const isAttribute = object.layout.isElement === true;
    const { span, value, shorthand } = member;
    // A function does more than to set a flag.
    const property = value.kind === 'function' || isAttribute ? undefined : propertySpan(object, index);
    return { span, valueSpan, value, frame, shorthand, isAttribute, property };
  }
  return undefined;
}

/** `<Provider {...config}>`: a tag's options stand in the object that it spreads. */
function sharedMember(
  { layout }: ObjectTerm,
  spread: Term,
  key: string,
  frame: Frame,
  evaluator: Evaluator,
): DecidingMember | Unclear | undefined {
  const shared = layout.isElement ? onlyObject(evaluator.evaluate(spread, frame)) : undefined;
  return shared && decidingMember(shared, key, evaluator);
}

/** A member with its comma and the space to the next one: what goes when it is taken out. */
function propertySpan({ members, layout, span }: ObjectTerm, index: number): Span | undefined {
  const [before, own, next] = [members[index - 1], members[index], members[index + 1]];
  if (own === undefined) return undefined;
  if (next !== undefined) return { start: own.span.start, end: next.span.start };
  if (before !== undefined) return { start: before.span.end, end: own.span.end };
  return { start: span.start + 1, end: layout.end };
}

function certainlyLacks(spread: Term, key: string, frame: Frame, evaluator: Evaluator): boolean {
  const term = spread.kind === 'logical' && spread.operator === '&&' ? spread.right : spread;
  const place = { file: frame.module.file, span: spread.span };
  const values = evaluator.evaluate(term, frame);
  const objects = values.possible.filter(({ value }) => !holdsNothing(value));
  const { possible, complete } = evaluator.lookup({ possible: objects, complete: values.complete }, key, place);
  return complete && possible.every(({ value }) => value.kind === 'absent');
}

function locateChained(where: Where & { from: 'chain' }, site: Site): Location {
  const found = chainedArgument(where.method, where.index, site, where.unit !== undefined);
  if (found === 'maybe') return { set: UNKNOWN, span: undefined, site: undefined };
  if (found === undefined) {
    const { callee } = site;
    // Before `.sign(…)`: the offset of the dot after the receiver.
    const receiver = site.call?.callee.kind === 'member' ? site.call.callee.object : undefined;
    const edit: EditSite | undefined =
      receiver === undefined || callee === undefined || where.method === 'new' || where.unit === undefined
        ? undefined
        : chainSite(where.method, where.unit, receiver.span.end, site);
    return { set: absentAt(placeIn(site, site.calleeSpan)), span: undefined, site: edit };
  }
  const values = site.evaluator.evaluate(found.term, found.frame);
  const located = locateInArgument(found.term, values, where.path, where.unit, found.frame, site);
  return { set: readPath(values, where.path, site), ...located };
}

/** Only in the file under analysis: elsewhere the text around the call is not at hand. */
function chainSite(method: string, unit: Unit, offset: number, { report, isDirect }: Site): EditSite | undefined {
  if (!isDirect) return undefined;
  const { file, quote, tree } = report;
  const indent = /^\s*/.exec(tree.text.slice(offset, offset + 200))?.[0] ?? '';
  return { kind: 'chain', file, quote, unit, offset, method, indent };
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
