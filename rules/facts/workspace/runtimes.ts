import type { LibraryModel } from '../../models/model';
import type { Runtime } from '../../resolve/around/runtime';
import { PAGE_PACKAGES } from '../../resolve/around/runtimeSigns';
import type { FindDependency } from '../match';

/**
 * Where a call runs: as the file that does it shows, else as the function does that it leads to, else where the library
 * runs, in projects that bring no page.
 */
export function runtimeOf(
  shown: Runtime,
  inner: Runtime,
  { runsOn }: LibraryModel,
  findDependency: FindDependency,
): Runtime {
  if (shown !== 'unknown') return shown;
  if (inner !== 'unknown' || runsOn === undefined) return inner;
  // Without a manifest, every package counts as declared, and none has a version.
  const hasPage = PAGE_PACKAGES.some((name) => findDependency(name)?.version !== undefined);
  return hasPage ? 'unknown' : runsOn;
}
