import compare from 'semver/functions/compare';
import lte from 'semver/functions/lte';
import type { Emission, LibraryModel } from '../models/model';

/** The versions of a package at which its description changes, ascending; within a band all releases are alike. */
export function bandStartsOf(libraries: readonly LibraryModel[], packageName: string): readonly string[] {
  const starts = new Set<string>(['0.0.0']);
  for (const library of libraries) {
    if (library.package !== packageName) continue;
    for (const { since, until } of library.emissions as LibraryModel['emissions']) {
      if (since !== undefined) starts.add(since);
      if (until !== undefined) starts.add(until);
    }
  }
  return [...starts].sort(compare);
}

/**
 * Whether a file that shows the library by its name has the call of its newest releases: what is told by the name of a
 * method needs the version, else, to say that it is this library's.
 */
export function isNewestHere(library: LibraryModel, { at, emits, until }: Emission, text: string): boolean {
  if (!('method' in at) || until === undefined) return false;
  const names = library.modules ?? [library.package];
  if (!names.some((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`))) return false;
  const emissions: readonly Emission[] = library.emissions;
  return emissions.every(
    (other) =>
      other.emits !== emits ||
      !('method' in other.at) ||
      other.at.method !== at.method ||
      (other.until !== undefined && lte(other.until, until)),
  );
}
