import type { Condition } from '../../resolve/conditions';
import type { Evaluator } from '../../resolve/evaluate';
import type { Frame, Value } from '../../resolve/value';

/** Whether what is handed to a function keeps it from running something: `if (token) …` when the token is `null`. */
export function isRuledOut(conditions: readonly Condition[], frame: Frame, evaluator: Evaluator): boolean {
  return conditions.some(({ term, whenPresent }) => {
    const { possible, complete } = evaluator.evaluate(term, frame);
    return complete && possible.length > 0 && possible.every(({ value }) => isPresent(value) === !whenPresent);
  });
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
