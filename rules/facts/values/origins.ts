import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame, Value } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import type { Knowledge } from '../knowledge';
import type { Origin, TrailEnd, UnknownOrigin, ValueSource } from '../schema/origins';
import { takenOut } from './holders';
import { sourceOf } from './requests';
import { typedMembers } from './typedMembers';
import type { Way } from './way';

/** What a value is as the origin of another; `undefined` where that is not known. */
export function originOf(
  value: Value,
  knowledge: Knowledge,
  ofFunction: (id: number, frame: Frame) => Origin,
): Origin | undefined {
  switch (value.kind) {
    case 'literal':
      return { kind: 'literal', value: value.value };
    case 'undefined':
    case 'absent':
      return { kind: 'nothing' };
    case 'environment':
      return { kind: 'environment', name: value.name };
    case 'function':
      return ofFunction(value.id, value.frame);
    case 'api': {
      const result = knowledge.resultOf(value.module, value.path);
      if (result === 'credential') return { kind: 'credential' };
      if (result !== undefined && 'nothing' in result) return { kind: 'nothing' };
      if (result !== undefined && 'text' in result) return { kind: 'literal', value: result.text };
      if (result !== undefined && 'identifier' in result) return { kind: 'identifier' };
      return result !== undefined && 'key' in result ? { kind: 'key', type: result.key, form: result.form } : undefined;
    }
    default:
      return undefined;
  }
}

/** What is known of an expression whose value is not: what is read off it, and where it seems to come from. */
export function unknownOrigin(
  at: TrailEnd,
  end: Term,
  within: Frame,
  way: Way,
  evaluator: Evaluator,
  knowledge: Knowledge,
): UnknownOrigin {
  const { holders, replaced, isSelection } = way;
  const isLeft = (name: string): boolean =>
    !replaced.includes(name) && !holders.some((holder) => takenOut(holder).includes(name));
  const parts = (others: readonly string[] = []): readonly string[] =>
    isSelection
      ? []
      : [
          ...holders.flatMap(({ module, binding, path, at: use }) => module.partsRead(binding, path, use)),
          ...others,
        ].filter(isLeft);
  const source = (): ValueSource => sourceOf(end, within, evaluator, knowledge);
  const typedParts = (): readonly string[] =>
    isSelection || way.isPiece ? [] : typedMembers(end, within, way.answers, holders, evaluator).filter(isLeft);
  return { kind: 'unknown', at, parts, typedParts, source };
}

/** What the trail of an expression ends at that is not known further. */
export function trailEnd(at: Term, { module }: Frame): TrailEnd {
  if (at.kind === 'call') return 'call';
  if (at.kind === 'member') return 'property';
  // One that another script declares.
  if (at.kind === 'global') return 'variable';
  if (at.kind !== 'reference') return 'expression';
  const { kind } = module.binding(at.binding);
  return kind === 'parameter' || kind === 'import' || kind === 'variable' ? kind : 'expression';
}
