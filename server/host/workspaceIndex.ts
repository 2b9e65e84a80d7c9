import type { Contribution, WorkspaceIndex, Wrapper } from '../../rules';

/** The workspace index as it is built, file by file. */
export interface IndexBuilder {
  /**
   * Takes in what a file contributes, in place of what it did before; the wrappers that no file had contributed yet.
   * `home` is the directory of the manifest that is nearest to the file, if there is one.
   */
  add(file: string, home: string | undefined, contribution: Contribution): readonly Wrapper[];
  /** The index as a file sees it whose nearest manifest lies in `home`. */
  seenFrom(home: string | undefined): WorkspaceIndex;
}

export function createIndex(): IndexBuilder {
  const names = new Set<string>();
  const seen = new Set<string>();
  const implementers = new Map<string, Set<string>>();
  const registrars = new Map<string, Set<string>>();
  return {
    add(file, home, contribution) {
      for (const typeName of contribution.implements) addTo(implementers, typeName, file);
      for (const packageName of contribution.registers) addTo(registrars, toKey(packageName, home), file);
      return contribution.wrappers.filter(({ name, literals }) => {
        const key = JSON.stringify(literals);
        if (seen.has(key)) return false;
        seen.add(key);
        names.add(name);
        return true;
      });
    },
    seenFrom: (home) => ({
      isWrapper: (name) => names.has(name),
      implementers: (typeName) => [...(implementers.get(typeName) ?? [])].sort(),
      registrars: (packageName) => [...(registrars.get(toKey(packageName, home)) ?? [])].sort(),
    }),
  };
}

function toKey(packageName: string, home: string | undefined): string {
  return `${packageName}\n${home ?? ''}`;
}

function addTo(map: Map<string, Set<string>>, key: string, file: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(file));
}
