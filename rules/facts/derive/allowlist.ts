import type { Allowlist } from '../schema';

/** The names on a list of algorithms; none where there is no list. */
export function namesOn(list: Allowlist): readonly string[] {
  return typeof list === 'string' ? [] : list;
}
