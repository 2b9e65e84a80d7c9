import { onlyValue } from '../../resolve/evaluate/onlyValue';
import type { Frame, Value, ValueSet } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';

/** The whole of what `JSON.stringify` is given; `undefined` for other values. */
export function stringified(value: Value): { readonly term: Term; readonly frame: Frame } | undefined {
  if (value.kind !== 'api' || value.module !== '' || value.path !== 'JSON.stringify()') return undefined;
  const [whole, replacer] = value.call?.term.arguments ?? [];
  if (value.call === undefined || whole === undefined || whole.spread) return undefined;
  const isWhole = replacer === undefined || (replacer.value.kind === 'literal' && replacer.value.value === null);
  return isWhole ? { term: whole.value, frame: value.call.frame } : undefined;
}

/** The same of the one value that an expression has. */
export function onlyStringified(set: ValueSet): ReturnType<typeof stringified> {
  const value = onlyValue(set);
  return value && stringified(value);
}
