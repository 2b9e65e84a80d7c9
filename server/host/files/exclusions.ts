import type { Settings } from '../../../rules';
import type { Configs } from '../config/configs';
import type { Gitignore } from './gitignore';
import { type IgnorePatterns, isIgnored } from './ignorePatterns';
import { ancestors, basename, dirname, relative } from './path';
import { isEntered, isScanned, isScript } from './sourceFiles';
import { isTestFile } from './testFiles';

/** Why a file is not looked at unless someone names it; the first reason that applies. */
export type Exclusion = 'not-written-by-hand' | 'ignored-by-config' | 'ignored-by-git' | 'test-code';

/** Why a file of the tree below `root` is left out; `undefined` when it is not. A scan leaves out the same files. */
export async function findExclusion(
  file: string,
  root: string,
  settings: Settings,
  { configs, gitignore }: { readonly configs: Configs; readonly gitignore: Gitignore },
): Promise<Exclusion | undefined> {
  const path = relative(root, file) ?? basename(file);
  const directories = path.split('/').slice(0, -1);
  const isByHand = isScanned(basename(file)) || !isScript(basename(file));
  if (!isByHand || !directories.every(isEntered)) return 'not-written-by-hand';
  if (await isExcluded(file, root, async (directory) => (await configs.at(directory)).ignore))
    return 'ignored-by-config';
  if (await isExcluded(file, root, (directory) => gitignore.at(directory, root))) return 'ignored-by-git';
  return settings.testFiles === 'ignore' && isTestFile(path) ? 'test-code' : undefined;
}

/** Whether git leaves a file out of its repository: each machine has its own, if any. */
export function isLeftOut(file: string, root: string, gitignore: Gitignore): Promise<boolean> {
  return isExcluded(file, root, (directory) => gitignore.at(directory, root));
}

/** Whether patterns exclude a file, or a directory below `root` that it lies in. */
async function isExcluded(
  file: string,
  root: string,
  layersAt: (directory: string) => Promise<readonly IgnorePatterns[]>,
): Promise<boolean> {
  if (isIgnored(await layersAt(dirname(file)), file, 'file')) return true;
  for (const directory of ancestors(dirname(file))) {
    if (directory === root || relative(root, directory) === undefined) return false;
    if (isIgnored(await layersAt(dirname(directory)), directory, 'directory')) return true;
  }
  return false;
}
