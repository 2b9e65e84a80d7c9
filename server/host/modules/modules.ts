import type { Files } from '../files/files';
import { dirname, join } from '../files/path';
import { isDataName } from '../files/sourceFiles';
import { type Memo, memo } from '../memo';
import { asText, type Manifest, type Manifests } from '../packages/manifests';
import type { Packages } from '../packages/packages';
import { aliasCandidates, rootCandidates } from './fromRoot';
import { entryCandidates, importCandidates } from './packageEntries';
import { findScript } from './probe';
import { createTsConfigs } from './tsconfigs';
import { usualCandidates } from './usualAliases';

/** Which script a specifier names. */
export interface Modules {
  /** The path of a script of the workspace; `undefined` for a dependency, a built-in module, and what is not there. */
  find(specifier: string, from: string): Promise<string | undefined>;
  /** The answer to `find` if it is known already, boxed. */
  peek(specifier: string, from: string): { readonly value: string | undefined } | undefined;
  clear(): void;
}

/** What libraries read by the path that it has in the project, not by one from the file that asks. */
const IN_PROJECT = 'project:';

/** Of configuration; those that are not read are found, so that what they say counts as not known. */
const NOTATIONS = ['', '.yaml', '.yml', '.json5', '.toml', '.hjson'];

/** `isForeign`: data that is no part of the project's source. */
export function createModules(
  files: Files,
  manifests: Manifests,
  packages: Packages,
  isForeign: (file: string) => Promise<boolean> = async () => false,
): Modules {
  const tsConfigs = createTsConfigs(files);
  const found: Memo<string | undefined> = memo(async (key) => {
    const [specifier = '', directory = ''] = key.split('\n');
    const path = await find(specifier, directory);
    if (path === undefined || path.includes('/node_modules/')) return undefined;
    return isDataName(path) && (await isForeign(path)) ? undefined : path;
  });

  async function find(specifier: string, directory: string): Promise<string | undefined> {
    if (/^\.\.?(?:\/|$)/.test(specifier)) return findScript(files, join(directory, specifier));
    if (specifier.startsWith(IN_PROJECT)) return findInProject(specifier.slice(IN_PROJECT.length), directory);
    if (/^(?:\/|[a-z]+:)/.test(specifier) || specifier === '') return undefined;
    const mapped = await findFirst(await tsConfigs.candidates(specifier, directory));
    if (mapped !== undefined) return mapped;
    const above = await manifests.above(directory);
    const [own] = above;
    if (specifier.startsWith('#')) return own && findInPackage(own, importCandidates(own, specifier));
    const aliased = own && (await findInPackage(own, aliasCandidates(own, specifier)));
    if (aliased !== undefined) return aliased;
    const usual = usualCandidates(specifier);
    if (usual.length > 0) return own && findInPackage(own, usual);
    const { name, subpath } = splitSpecifier(specifier);
    const isOwn = asText(own?.json.name) === name;
    const target = isOwn ? own : await packages.find(name, directory);
    if (target !== undefined) return findInPackage(target, entryCandidates(target, subpath));
    return own && findInPackage(own, rootCandidates(specifier, name, above));
  }

  /** In the directory of the nearest manifest that has it. */
  async function findInProject(path: string, directory: string): Promise<string | undefined> {
    const above = await manifests.above(directory);
    return findFirst(above.flatMap(({ directory: home }) => NOTATIONS.map((end) => join(home, path + end))));
  }

  function findInPackage({ directory }: Manifest, candidates: readonly string[]): Promise<string | undefined> {
    return findFirst(candidates.map((candidate) => join(directory, candidate)));
  }

  async function findFirst(candidates: readonly string[]): Promise<string | undefined> {
    for (const candidate of candidates) {
      const path = await findScript(files, candidate);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  return {
    find: (specifier, from) => found.get(toKey(specifier, from)),
    peek: (specifier, from) => found.peek(toKey(specifier, from)),
    clear() {
      found.clear();
      tsConfigs.clear();
    },
  };
}

/** Only the importing file's directory matters. */
function toKey(specifier: string, from: string): string {
  return `${specifier}\n${dirname(from)}`;
}

/** `@acme/auth/client` is the package `@acme/auth` and the subpath `client`. */
function splitSpecifier(specifier: string): { name: string; subpath: string } {
  const name = /^(?:@[^/]*\/)?[^/]*/.exec(specifier)?.[0] ?? specifier;
  return { name, subpath: specifier.slice(name.length + 1) };
}
