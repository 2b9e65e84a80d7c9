import { minVersion, subset, validRange } from 'semver';

/**
 * A version that stands for a whole range, when all versions of the range lie in one band; `undefined` when the range
 * spans bands, and for what is no range (a tag, a URL). Bands begin at `starts`, ascending; below the first is one more.
 */
export function findVersionInBand(range: string, starts: readonly string[]): string | undefined {
  if (validRange(range) === null) return undefined;
  const isInBand = toBands(starts).some((band) => subset(range, band, { includePrerelease: true }));
  return isInBand ? minVersion(range)?.version : undefined;
}

/** A prerelease belongs to the release that it precedes: 9.0.0-beta.1 already behaves as 9.0.0. */
function toBands(starts: readonly string[]): readonly string[] {
  const lower = ['', ...starts.map((start) => `>=${start}-0`)];
  return lower.map((bound, index) => {
    const next = starts[index];
    return `${bound} ${next === undefined ? '' : `<${next}-0`}`.trim() || '*';
  });
}
