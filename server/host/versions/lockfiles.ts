import { valid } from 'semver';
import { type Files, findFile } from '../files/files';
import { ancestors, basename, relative } from '../files/path';
import { memo } from '../memo';
import { LOCK_READERS, type Lock } from './locks';

/** The versions that lockfiles pin. */
export interface Lockfiles {
  /** The version of a package that the manifest in `directory` declares as `declared`. */
  find(packageName: string, declared: string, directory: string): Promise<string | undefined>;
  clear(): void;
}

export function createLockfiles(files: Files): Lockfiles {
  const locks = memo(async (path): Promise<Lock | undefined> => {
    const text = await files.text(path);
    return text === undefined ? undefined : LOCK_READERS[basename(path)]?.(text);
  });
  return {
    async find(packageName, declared, directory) {
      for (const ancestor of ancestors(directory)) {
        const path = await findFile(files, ancestor, Object.keys(LOCK_READERS));
        if (path === undefined) continue;
        const lock = await locks.get(path);
        const project = relative(ancestor, directory) ?? '';
        return valid(lock?.({ package: packageName, declared, project })) ?? undefined;
      }
      return undefined;
    },
    clear: () => locks.clear(),
  };
}
