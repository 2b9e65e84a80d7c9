import type { Where } from '../../models/model';
import type { Slot } from '../../models/shape/slots';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { ApiValue, Value } from '../../resolve/evaluate/value';
import type { Reading } from '../values/readers';

/** The storages of the platform, by their own names. */
const PLATFORM = new Set(['localStorage', 'sessionStorage']);

/**
 * A storage by its name, by the platform's object (`window.localStorage`), or by what the library exports for it
 * (`spelled`, by its path); of a list, the first, which is used where it is available.
 */
export function readStorage(value: Value, slot: Slot<unknown>, where: Where, evaluator: Evaluator): Reading {
  switch (value.kind) {
    case 'literal':
      return value.value === null ? 'unset' : named(String(value.value), slot);
    case 'api':
      return isPlatform(value) ? { value: value.path, complete: true } : named(value.path, slot);
    case 'array': {
      const [first] = value.term.elements;
      if (first === undefined || first.spread) return undefined;
      const [one, ...others] = evaluator.evaluate(first.value, value.frame).possible;
      return one === undefined || others.length > 0 ? undefined : readStorage(one.value, slot, where, evaluator);
    }
    default:
      return undefined;
  }
}

function isPlatform({ module, path }: ApiValue): boolean {
  return module === '' && PLATFORM.has(path);
}

function named(name: string, { spelled = {} }: Slot<unknown>): Reading {
  return Object.hasOwn(spelled, name) ? { value: spelled[name], complete: true } : undefined;
}
