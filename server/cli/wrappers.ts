import type { Wrapper } from '../../rules';

/** The functions that do something with what they are given, as far as they are found. */
export interface Wrappers {
  has(name: string): boolean;
  /** Takes in what the analysis of some files found; those among them that are new. */
  add(wrappers: readonly Wrapper[]): readonly Wrapper[];
}

export function createWrappers(): Wrappers {
  const names = new Set<string>();
  const seen = new Set<string>();
  return {
    has: (name) => names.has(name),
    add: (wrappers) =>
      wrappers.filter(({ name, literals }) => {
        const key = JSON.stringify(literals);
        if (seen.has(key)) return false;
        seen.add(key);
        names.add(name);
        return true;
      }),
  };
}
