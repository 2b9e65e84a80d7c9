import { onlyObject } from '../../resolve/evaluate/onlyValue';
import type { Frame, ObjectValue, ValueSet } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import type { Span } from '../../text/span';
import type { Unit } from '../schema/settings';
import { isReported, type Site, throughParameters } from '../site';
import { type DecidingMember, decidingMember, spreadMember } from './decidingMember';
import type { Location } from './locations';

/** Where a person would edit a setting that an argument holds: the option, its object, or the argument. */
export function locateInArgument(
  argument: Term,
  values: ValueSet,
  path: readonly string[],
  unit: Unit | undefined,
  frame: Frame,
  site: Site,
): Pick<Location, 'span' | 'site' | 'module'> {
  const { evaluator } = site;
  // How long something lives is said where it is written, whoever calls the function around.
  const isTold = (within: Frame): boolean =>
    isReported(within, site) || (unit !== undefined && within.module.file === site.report.file);
  const given = throughParameters(argument, frame);
  const fallback = isTold(given.frame) ? given.term.span : site.calleeSpan;
  const reported = (within: Frame, span: Span): Span => (isTold(within) ? span : fallback);
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
    if (object.term.layout.isMade === true) return { span: fallback, site: undefined };
    const key = path[depth] ?? '';
    const rest = path.slice(depth);
    const deciding = decidingIn(object, key, rest.length === 1, site);
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
        module: object.frame.module,
      };
    }
    if (rest.length === 1) {
      const { valueSpan, shorthand, property } = deciding;
      // A write to the object may stand in another file than the object.
      const quote = deciding.isAttribute ? '"' : deciding.frame.module.quote;
      const written = { file: deciding.frame.module.file, quote, unit } as const;
      const handed = givenFor(deciding, site);
      if (handed !== undefined) {
        const { span } = handed;
        const at = { file: site.report.file, quote: site.report.quote, unit };
        return { span, site: { kind: 'value', ...at, span, key: '', shorthand: false } };
      }
      return {
        span: reported(deciding.frame, deciding.span),
        site: { kind: 'value', ...written, span: valueSpan, key, shorthand, property },
        module: deciding.frame.module,
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

/** The member of an object that decides a property, or of one that is spread into it and stands in the reported file. */
function decidingIn(object: ObjectValue, key: string, isLast: boolean, site: Site): ReturnType<typeof decidingMember> {
  const own = decidingMember(object, key, site.evaluator);
  if (!isLast || (own !== undefined && !('unclear' in own))) return own;
  const spread = spreadMember(object, key, site.evaluator);
  return spread !== undefined && isReported(spread.frame, site) ? spread : own;
}

/** The argument of the reported call that a function puts into an option. */
function givenFor({ value, frame }: DecidingMember, site: Site): Term | undefined {
  const { term, frame: within } = throughParameters(value, frame);
  return term !== value && isReported(within, site) ? term : undefined;
}
