import type { Where } from '../../models/model';
import { configuredAt } from '../../resolve/evaluate/configured';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame, FramedCall, Value, ValueSet } from '../../resolve/evaluate/value';
import { lastCallOf } from '../../resolve/evaluate/value';
import { isSpreadUpTo, memberTerm } from '../../resolve/lower/operands';
import type { CallTerm, Term } from '../../resolve/lower/term';
import { isIdentityName } from '../derive/identityName';
import type { Site } from '../site';
import { argumentAround } from './around';
import { chainedArgument, type FramedTerm } from './chain';
import { nameOf } from './flowNames';
import { openedToken } from './tokenPart';

/** The terms that a place of a call holds, one for each way it can be reached; `undefined` when they are not known. */
export function termsAt(where: Where, site: Site): readonly FramedTerm[] | undefined {
  const starts = startsAt(where, site);
  if (!('path' in where) || where.from === 'configured') return starts;
  return starts?.map(({ term, frame }) => ({ term: memberTerm(term, where.path), frame }));
}

/** The argument, or the options object, that a place lies in. */
export function startsAt(where: Where, site: Site): readonly FramedTerm[] | undefined {
  const { action, call, frame } = site;
  switch (where.from) {
    case 'assigned':
      return action.term.kind === 'assignment' ? [{ term: action.term.value, frame }] : undefined;
    case 'argument':
    case 'factory':
      return call === undefined ? undefined : optionsAt(where, call, frame, site.evaluator);
    case 'chain': {
      const found = chainedArgument(where.method, where.index, site);
      return found === undefined || found === 'maybe' ? undefined : [found];
    }
    case 'around': {
      const found = argumentAround(where, site);
      return found && [found];
    }
    case 'handing': {
      // It was handed the handler from whose parameters the receiver was taken.
      const handing = site.callee && lastCallOf(site.callee);
      return handing && handedOptions(where.index, handing);
    }
    case 'configured': {
      const found = configuredAt(where.in, where.path, site.calleeSpan, frame, site.evaluator);
      return found?.term && found.variable === undefined ? [{ term: found.term, frame }] : undefined;
    }
    case 'registration':
      return site.registrations();
    case 'opened': {
      const [part] = call?.arguments ?? [];
      const token = part && openedToken(part.value, (id) => frame.module.binding(id));
      return token && [{ term: token, frame }];
    }
    case 'decorated':
    case 'key':
    case 'member':
    case 'variable':
    case 'beside':
      return undefined;
  }
}

/** An argument of it; nothing, where it certainly has none of that index. */
function handedOptions(
  index: number,
  { term: { arguments: list, isClosed, span }, frame }: FramedCall,
): readonly FramedTerm[] | undefined {
  if (isSpreadUpTo(list, index)) return undefined;
  const term = list[index]?.value;
  if (term !== undefined) return [{ term, frame }];
  return isClosed ? [{ term: { kind: 'undefined', span }, frame }] : undefined;
}

/** An argument of a call, or what the functions return that it holds. */
export function optionsAt(
  where: Where & { from: 'argument' | 'factory' },
  { arguments: list }: CallTerm,
  frame: Frame,
  evaluator: Evaluator,
): readonly FramedTerm[] | undefined {
  if (isSpreadUpTo(list, where.index)) return undefined;
  const term = list[where.index]?.value;
  if (term === undefined) return undefined;
  if (where.from === 'argument') return [{ term, frame }];
  return returnedTerms(factoryAt(term, where.factory, frame, evaluator));
}

/** What stands at a path of keys; of a class, its instances have it: a framework makes them. */
function factoryAt(term: Term, path: readonly string[], frame: Frame, evaluator: Evaluator): ValueSet {
  const owner = evaluator.evaluate(memberTerm(term, path.slice(0, -1)), frame);
  const key = path[path.length - 1];
  const classes = owner.possible.filter(({ value }) => value.kind === 'class');
  if (key === undefined || classes.length === 0) return evaluator.evaluate(memberTerm(term, path), frame);
  const possible = classes.map((one) => ({ ...one, value: instanceOf(one.value) }));
  const place = { file: frame.module.file, span: term.span };
  return evaluator.lookup(
    { possible, complete: owner.complete && classes.length === owner.possible.length },
    key,
    place,
  );
}

function instanceOf(value: Value): Value {
  return value.kind === 'class' ? { kind: 'instance', classId: value.id, frame: value.frame, writes: [] } : value;
}

/** What functions return to a framework that calls them. */
function returnedTerms({ possible, complete }: ValueSet): readonly FramedTerm[] | undefined {
  const functions = possible.flatMap(({ value }) => (isFunction(value) ? [value] : []));
  if (!complete || functions.length === 0 || functions.length < possible.length) return undefined;
  return functions.flatMap((value) =>
    value.frame.module.function(value.id).returns.map(({ value: term }) => ({ term, frame: value.frame })),
  );
}

function isFunction(value: Value): value is Value & { kind: 'function' } {
  return value.kind === 'function';
}

/** Whether an expression is called what a user is found by, a text or a number: `user.id`, `userId`, `email`. */
export function isUserIdentifier(term: Term): boolean {
  const name = term.kind === 'member' ? term.key : term.kind === 'reference' ? term.name : undefined;
  if (typeof name !== 'string') return false;
  if (term.kind === 'member' && /^(?:_?id|uuid)$/.test(name)) return nameOf(term.object).some(isIdentityName);
  return /^(?:uid|email|username)$/.test(name) || (/(?:Id|ID|_id)$/.test(name) && isIdentityName(name));
}
