import { IDENTITY_METHODS, isIdentityCall } from '../../resolve/evaluate/builtins';
import { MAX_DEPTH } from '../../resolve/evaluate/evaluate';
import { frameOfCall } from '../../resolve/evaluate/frames';
import type { Frame } from '../../resolve/evaluate/value';
import type { CallTerm } from '../../resolve/lower/term';
import { nameAskedFor, nameOf, receiverNames } from './flowNames';
import { followResult, zeroBytes } from './resultFlow';
import type { FramedShape } from './typedMembers';
import { followAlternatives, placeOf, type Walk, type Way } from './way';

/** What a call gives: what its function returns, what the models say of a library's, what it leaves as it is. */
export function followCall(at: CallTerm, within: Frame, way: Way, walk: Walk): void {
  const { evaluator, add, addEvaluated, follow } = walk;
  const { callee } = at;
  const [first] = at.arguments;
  if (callee.kind === 'member' && callee.key === 'join')
    return follow(callee.object, within, { ...way, isPiece: true });
  if (callee.kind === 'member' && typeof callee.key === 'string' && IDENTITY_METHODS.has(callee.key)) {
    return follow(callee.object, within, callee.key === 'toObject' ? { ...way, isCopied: true } : way);
  }
  const named: Way = {
    ...way,
    names: [...way.names, ...nameAskedFor(at), ...receiverNames(callee), ...nameOf(callee)],
  };
  const callees = evaluator.evaluate(callee, within);
  let followed = false;
  let made = named;
  for (const { value } of callees.possible) {
    if (value.kind === 'api') {
      if (isIdentityCall(value) && first !== undefined) {
        follow(first.value, within, { ...way, isSelection: way.isSelection || selects(at) });
        followed = true;
        continue;
      }
      const bytes = way.trail.length === 0 ? zeroBytes(value, at, within, evaluator) : undefined;
      if (bytes !== undefined) {
        add({ kind: 'zeros', bytes }, placeOf(at, within), named);
        followed = true;
        continue;
      }
      followed = followResult(value, at, within, named, walk) || followed;
    } else if (value.kind === 'function') {
      const inner = frameOfCall(value, at, within);
      const { returns, answer } = inner.module.function(value.id);
      if (inner.depth > MAX_DEPTH || returns.length === 0) continue;
      const answers = answer === undefined ? named.answers : [...named.answers, { shape: answer, frame: inner }];
      const called: Way = { ...named, answers, trail: [...named.trail, placeOf(at, within)] };
      followAlternatives(
        returns.map((one) => ({ term: one.value, guarded: one.guarded })),
        inner,
        called,
        walk,
      );
      followed = true;
    } else if (value.kind === 'class' && at.isNew) {
      made = { ...made, answers: [...made.answers, ...shapeOfInstance(value.id, value.frame)] };
    }
  }
  if (!followed) addEvaluated(at, within, made);
}

/** What a class says of its fields, unless it says itself what is written down of it. */
function shapeOfInstance(id: number, frame: Frame): readonly FramedShape[] {
  const { shape, members } = frame.module.class(id);
  return shape === undefined || Object.hasOwn(members, 'toJSON') ? [] : [{ shape, frame }];
}

/** `JSON.stringify` with a replacer. */
function selects({ arguments: [, second] }: CallTerm): boolean {
  return second !== undefined && second.value.kind !== 'literal' && second.value.kind !== 'undefined';
}
