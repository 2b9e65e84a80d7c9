import compare from 'semver/functions/compare';
import type { LibraryModel } from '../models/model';

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
