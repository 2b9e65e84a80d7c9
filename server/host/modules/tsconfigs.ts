import { type Files, findFile } from '../files/files';
import { ancestors, join } from '../files/path';
import { memo } from '../memo';
import { readTsConfig, type Target, type TsConfig } from './readTsConfig';

/** What tsconfig.json and jsconfig.json say about module names. */
export interface TsConfigs {
  /** The paths that a specifier without a dot may stand for in the files of a directory, the likeliest first. */
  candidates(specifier: string, directory: string): Promise<readonly string[]>;
  clear(): void;
}

export function createTsConfigs(files: Files): TsConfigs {
  const configs = memo((path) => readTsConfig(files, path));

  const nearest = memo(async (directory): Promise<readonly TsConfig[]> => {
    for (const ancestor of ancestors(directory)) {
      const path = await findFile(files, ancestor, ['tsconfig.json', 'jsconfig.json']);
      if (path === undefined) continue;
      const config = await configs.get(path);
      return [config, ...(await Promise.all(config.references.map((reference) => configs.get(reference))))];
    }
    return [];
  });

  return {
    async candidates(specifier, directory) {
      const found = await nearest.get(directory);
      const mapped = found.flatMap(({ paths }) => matchPaths(paths, specifier));
      const based = found.flatMap(({ baseUrl }) => baseUrl ?? []);
      const targets = [...mapped, ...based.map((base) => ({ ...base, path: `${base.path}/${specifier}` }))];
      return targets.map((target) => join(target.directory, target.path));
    },
    clear() {
      configs.clear();
      nearest.clear();
    },
  };
}

/** The targets of the most specific pattern that matches: an exact one, else that with the longest prefix. */
function matchPaths(paths: TsConfig['paths'], specifier: string): readonly Target[] {
  const exact = Object.hasOwn(paths, specifier) ? paths[specifier] : undefined;
  if (exact !== undefined) return exact;
  const matches = Object.entries(paths).flatMap(([pattern, targets]) => {
    const star = matchStar(pattern, specifier);
    return star === undefined ? [] : [{ prefix: pattern.indexOf('*'), targets, star }];
  });
  const [best] = matches.sort((a, b) => b.prefix - a.prefix);
  return (best?.targets ?? []).map((target) => ({ ...target, path: target.path.replace('*', () => best?.star ?? '') }));
}

/** What the one `*` of a pattern stands for in a text; `undefined` when the text does not match. */
export function matchStar(pattern: string, text: string): string | undefined {
  const [prefix = '', suffix, ...more] = pattern.split('*');
  if (suffix === undefined || more.length > 0 || text.length < prefix.length + suffix.length) return undefined;
  return text.startsWith(prefix) && text.endsWith(suffix)
    ? text.slice(prefix.length, text.length - suffix.length)
    : undefined;
}
