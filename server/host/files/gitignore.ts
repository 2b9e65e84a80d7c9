import { memo } from '../memo';
import type { Files } from './files';
import { type IgnorePatterns, toIgnorePatterns } from './ignorePatterns';
import { dirname, join, relative } from './path';

/** What .gitignore files say, from the repository's root down. */
export interface Gitignore {
  /** The patterns that count for the entries of a directory, innermost first. */
  at(directory: string, root: string): Promise<readonly IgnorePatterns[]>;
  clear(): void;
}

interface Patterns {
  readonly layers: readonly IgnorePatterns[];
  readonly inRepository: boolean;
}

/** Inside a repository all its .gitignore files count; elsewhere only those in `root` and below it. */
export function createGitignore(files: Files): Gitignore {
  const patterns = memo(async (directory): Promise<Patterns> => {
    const listing = await files.list(directory);
    const text = listing?.has('.gitignore') ? await files.text(join(directory, '.gitignore')) : undefined;
    const own = text === undefined ? [] : [toIgnorePatterns(directory, text.split(/\r?\n/))];
    if (listing?.has('.git')) return { layers: own, inRepository: true };
    const parent = dirname(directory);
    if (parent === directory) return { layers: own, inRepository: false };
    const outer = await patterns.get(parent);
    return own.length === 0 ? outer : { layers: [...own, ...outer.layers], inRepository: outer.inRepository };
  });
  return {
    async at(directory, root) {
      const { layers, inRepository } = await patterns.get(directory);
      return inRepository ? layers : layers.filter((layer) => relative(root, layer.directory) !== undefined);
    },
    clear: () => patterns.clear(),
  };
}
