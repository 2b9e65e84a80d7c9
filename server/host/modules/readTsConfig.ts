import { parse } from 'jsonc-parser';
import type { Files } from '../files/files';
import { dirname, join, relative } from '../files/path';
import { asRecord, asText, asTexts } from '../packages/manifests';

/** The module options of one tsconfig.json, what it extends included. */
export interface TsConfig {
  readonly paths: Readonly<Record<string, readonly Target[]>>;
  readonly baseUrl: Target | undefined;
  /** Referenced configs beside it, such as a template's tsconfig.app.json, as absolute paths. */
  readonly references: readonly string[];
}

/** A plain path relative to a directory; it may hold a `*`, which a URI could not. */
export interface Target {
  readonly directory: string;
  readonly path: string;
}

const NOTHING: TsConfig = { paths: {}, baseUrl: undefined, references: [] };

/** Stands in paths for the directory of the config that extends, not of the one that is extended. */
const HOME = /^\$\{configDir\}\/?/;

/** Reads a tsconfig.json. What packages provide to `extends` is left out, and so is what extends itself. */
export function readTsConfig(files: Files, path: string): Promise<TsConfig> {
  return read(files, path, dirname(path), []);
}

async function read(files: Files, path: string, home: string, seen: readonly string[]): Promise<TsConfig> {
  const text = seen.includes(path) ? undefined : await files.text(path);
  if (text === undefined) return NOTHING;
  const json = asRecord(parse(text, [], { allowTrailingComma: true }));
  const directory = dirname(path);
  const inherited = await readExtended(files, toTexts(json?.extends), directory, home, [...seen, path]);
  const options = asRecord(json?.compilerOptions);
  const toTarget = (value: string, base: Target): Target =>
    HOME.test(value) ? { directory: home, path: value.replace(HOME, '') } : { ...base, path: `${base.path}/${value}` };
  const ownBase = asText(options?.baseUrl);
  const baseUrl = ownBase === undefined ? inherited.baseUrl : toTarget(ownBase, { directory, path: '.' });
  const paths = asRecord(options?.paths);
  const pathsBase = baseUrl ?? { directory, path: '.' };
  return {
    paths: paths === undefined ? inherited.paths : toPaths(paths, (value) => toTarget(value, pathsBase)),
    baseUrl,
    references: await toReferences(files, json?.references, directory),
  };
}

/** The last of several extended configs is the strongest, key by key. */
async function readExtended(
  files: Files,
  references: readonly string[],
  directory: string,
  home: string,
  seen: readonly string[],
): Promise<TsConfig> {
  const paths = references.filter((reference) => /^\.\.?(?:\/|$)/.test(reference));
  const configs = await Promise.all(
    paths.map(async (path) => read(files, await toConfigPath(files, join(directory, path)), home, seen)),
  );
  return {
    ...NOTHING,
    paths: configs.findLast((config) => Object.keys(config.paths).length > 0)?.paths ?? {},
    baseUrl: configs.findLast((config) => config.baseUrl !== undefined)?.baseUrl,
  };
}

async function toReferences(files: Files, value: unknown, directory: string): Promise<readonly string[]> {
  const written = Array.isArray(value) ? value.map((reference) => asText(asRecord(reference)?.path)) : [];
  const paths = written.flatMap((path) => (path === undefined ? [] : [toConfigPath(files, join(directory, path))]));
  return (await Promise.all(paths)).filter((path) => relative(directory, path)?.includes('/') === false);
}

async function toConfigPath(files: Files, path: string): Promise<string> {
  if (await files.has(path)) return path;
  return (await files.has(`${path}.json`)) ? `${path}.json` : join(path, 'tsconfig.json');
}

function toPaths(paths: Readonly<Record<string, unknown>>, toTarget: (value: string) => Target): TsConfig['paths'] {
  return Object.fromEntries(
    Object.entries(paths).map(([pattern, targets]) => [pattern, asTexts(targets).map(toTarget)]),
  );
}

function toTexts(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : asTexts(value);
}
