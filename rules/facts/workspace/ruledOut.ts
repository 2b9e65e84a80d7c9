import type { Condition } from '../../resolve/around/conditions';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { type Frame, union, type Value, type ValueSet } from '../../resolve/evaluate/value';

/** Whether what is handed to a function keeps it from running something: `if (token) …` when the token is `null`. */
export function isRuledOut(conditions: readonly Condition[], frame: Frame, evaluator: Evaluator): boolean {
  return conditions.some(({ term, whenPresent, equals }) => {
    const { possible, complete } = evaluator.evaluate(term, frame);
    if (equals !== undefined) {
      const texts = textsOf({ possible, complete });
      const wanted = textsOf(union(equals.map((one) => evaluator.evaluate(one, frame))));
      return texts !== undefined && wanted !== undefined && !texts.some((one) => wanted.includes(one));
    }
    return complete && possible.length > 0 && possible.every(({ value }) => isPresent(value) === !whenPresent);
  });
}

/** The texts that it is certainly one of. */
function textsOf({ possible, complete }: ValueSet): readonly string[] | undefined {
  const texts = possible.flatMap(({ value }) =>
    value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [],
  );
  return complete && texts.length > 0 && texts.length === possible.length ? texts : undefined;
}

/** `undefined`: a value that some conditions take for there and others do not, such as `false`. */
function isPresent(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'undefined':
    case 'absent':
      return false;
    case 'literal':
      return value.value === null ? false : Boolean(value.value) || undefined;
    case 'object':
    case 'function':
    case 'class':
    case 'instance':
      return true;
    default:
      return undefined;
  }
}
