import type { Where } from '../../models/model';
import { incomplete, only, UNKNOWN, union, type ValueSet } from '../../resolve/evaluate/value';
import { isSpreadUpTo } from '../../resolve/lower/operands';
import type { Term } from '../../resolve/lower/term';
import type { Module } from '../../resolve/module/module';
import type { Place, Span } from '../../text/span';
import type { Unit } from '../schema/settings';
import type { EditSite } from '../schema/sites';
import { reportedSpan, type Site } from '../site';
import { locateBeside } from './beside';
import { chainedArgument } from './chain';
import { holdsNothing } from './decidingMember';
import { decoratedName } from './decorated';
import { locateInArgument } from './editedPlace';
import { onlyStringified } from './stringified';
import { isUserIdentifier, startsAt } from './terms';

/** The values at one place of a call, and where a person would edit them. */
export interface Location {
  /** With `absent` where nothing is written. */
  readonly set: ValueSet;
  readonly span: Span | undefined;
  readonly site: EditSite | undefined;
  /** The module that the site stands in, where that is not the one that is reported. */
  readonly module?: Module;
}

/** A place in the file under analysis. */
export function placeIn({ report }: Site, span: Span): Place {
  return { file: report.file, span };
}

/** What stands at a place of a call, and where. */
export function locate(where: Where, site: Site): Location {
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
    case 'member':
      return locateName(site.callee?.receiver?.key, site);
    case 'variable': {
      const { term } = site.action;
      const object = term.kind === 'assignment' ? term.target.object : undefined;
      return locateName(object?.kind === 'reference' ? object.name : undefined, site);
    }
    case 'decorated':
      return { set: decoratedName(site), span: site.calleeSpan, site: undefined };
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

/** A name that code gives to what it calls or changes. */
function locateName(name: string | undefined, site: Site): Location {
  const place = placeIn(site, site.calleeSpan);
  const set = name === undefined ? UNKNOWN : only({ kind: 'literal', value: name }, place);
  return { set, span: site.calleeSpan, site: undefined };
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
  if (path.length > 0 && values.possible.length === 0 && isUserIdentifier(argument)) {
    return { set: absent, span: undefined, site: undefined };
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
