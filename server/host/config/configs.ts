import type { Files } from '../files/files';
import { type IgnorePatterns, toIgnorePatterns } from '../files/ignorePatterns';
import { dirname, join, relative } from '../files/path';
import { memo } from '../memo';
import { configShape, type RuleName } from './configShape';
import { type ConfigFile, type ConfigProblem, readConfig, readPackageConfig } from './readConfig';
import { mergeLayers, type SettingsLayer } from './settings';

export const CONFIG_NAME = 'authlint.config.json';

/** What the config files at and above a directory say. */
export interface Config {
  /** The files that were read, the strongest first. */
  readonly files: readonly string[];
  /** What they say of all files. */
  readonly settings: SettingsLayer;
  /** The strongest first, those included that are for some files only. */
  readonly layers: readonly ConfigLayer[];
  /** The nearest file's patterns first. */
  readonly ignore: readonly IgnorePatterns[];
  readonly problems: readonly ConfigProblem[];
}

/** What one part of a config file says. */
export interface ConfigLayer {
  readonly settings: SettingsLayer;
  /** The files that it is for; all of them when absent. */
  readonly files?: IgnorePatterns;
}

/** What a config says of one file. */
export function layerOf({ settings, layers }: Config, file: string): SettingsLayer {
  const fitting = layers.filter(({ files }) => files === undefined || names(files, file));
  if (fitting.every(({ files }) => files === undefined)) return settings;
  const { rules = {}, policy = {} } = mergeLayers(fitting.map((layer) => layer.settings));
  return { ...settings, rules, policy };
}

function names({ directory, matcher }: IgnorePatterns, file: string): boolean {
  const path = relative(directory, file);
  return path !== undefined && path !== '' && matcher.ignores(path);
}

export interface Configs {
  /**
   * The config of the files in a directory. Every key comes from the nearest file that sets it, then from what that file
   * extends, then from files further up, until one says `root: true`.
   */
  at(directory: string): Promise<Config>;
  /** Whether a directory holds a config itself. */
  isAt(directory: string): Promise<boolean>;
  /** What is wrong in all configs that were read so far, each problem once. */
  problems(): readonly ConfigProblem[];
  clear(): void;
}

const NO_CONFIG: Config = { files: [], settings: {}, layers: [], ignore: [], problems: [] };

/** Reads configs. `only` names the one config that counts everywhere, as `--config` does. */
export function createConfigs(files: Files, rules: readonly RuleName[], only?: string): Configs {
  const shape = configShape(rules);
  const problems = new Map<string, ConfigProblem>();

  const own = memo(async (directory): Promise<ConfigFile | undefined> => {
    const listing = await files.list(directory);
    const path = listing?.has(CONFIG_NAME) ? join(directory, CONFIG_NAME) : undefined;
    const text = path === undefined ? undefined : await files.text(path);
    if (path !== undefined) return text === undefined ? missing(path) : readConfig(path, text, shape);
    if (!listing?.has('package.json')) return undefined;
    const manifest = join(directory, 'package.json');
    const manifestText = await files.text(manifest);
    return manifestText?.includes('"authlint"') ? readPackageConfig(manifest, manifestText, shape) : undefined;
  });

  const configs = memo(async (directory): Promise<Config> => {
    const file = await own.get(directory);
    const parent = dirname(directory);
    const isLast = file?.root === true || parent === directory;
    const outer = isLast ? NO_CONFIG : await configs.get(parent);
    return file === undefined ? outer : toConfig(directory, await withExtended(file), outer);
  });

  const fixed = memo(async (path): Promise<Config> => {
    const text = await files.text(path);
    if (text === undefined) return toConfig(dirname(path), [missing(path)], NO_CONFIG);
    return toConfig(dirname(path), await withExtended(readConfig(path, text, shape)), NO_CONFIG);
  });

  async function withExtended(file: ConfigFile): Promise<readonly ConfigFile[]> {
    const chain = [file];
    for (let last = file; last.extends !== undefined; ) {
      const path = join(dirname(last.file), last.extends.path);
      const known = chain.findIndex((link) => link.file === path);
      const text = known < 0 ? await files.text(path) : undefined;
      if (text === undefined) {
        const message =
          known < 0 ? `There is no file ${path}.` : `This config extends itself: ${toCycle(chain, known)}.`;
        return [
          ...chain,
          { ...last, settings: {}, overrides: [], ignore: [], problems: [last.extends.problem(message)] },
        ];
      }
      last = readConfig(path, text, shape);
      chain.push(last);
    }
    return chain;
  }

  function toConfig(directory: string, chain: readonly ConfigFile[], outer: Config): Config {
    const found = chain.flatMap((file) => file.problems);
    for (const problem of found) problems.set(JSON.stringify(problem), problem);
    const patterns = chain.toReversed().flatMap((file) => file.ignore);
    return {
      files: [...new Set(chain.map((file) => file.file)), ...outer.files],
      layers: [...chain.flatMap((file) => layersOf(directory, file)), ...outer.layers],
      settings: mergeLayers([...chain.map((file) => file.settings), outer.settings]),
      ignore: patterns.length === 0 ? outer.ignore : [toIgnorePatterns(directory, patterns), ...outer.ignore],
      problems: [...found, ...outer.problems],
    };
  }

  return {
    at: (directory) => (only === undefined ? configs.get(directory) : fixed.get(only)),
    isAt: async (directory) => (await own.get(directory)) !== undefined,
    problems: () => [...problems.values()],
    clear() {
      for (const answers of [own, configs, fixed]) answers.clear();
      problems.clear();
    },
  };
}

function layersOf(directory: string, { settings, overrides }: ConfigFile): readonly ConfigLayer[] {
  const special = overrides.map(({ files, rules = {}, policy = {} }) => ({
    files: toIgnorePatterns(directory, files),
    settings: { rules, policy },
  }));
  return [...special.reverse(), { settings }];
}

function missing(file: string): ConfigFile {
  const problem = { file, line: 1, column: 1, message: 'There is no such file, or it is not UTF-8 text.' };
  return { file, settings: {}, overrides: [], ignore: [], root: true, extends: undefined, problems: [problem] };
}

function toCycle(chain: readonly ConfigFile[], start: number): string {
  return [...chain.slice(start), ...chain.slice(start, start + 1)].map((link) => link.file).join(' → ');
}
