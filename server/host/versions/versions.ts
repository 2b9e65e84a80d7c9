import { valid } from 'semver';
import type { Dependency } from '../../../rules';
import type { Files } from '../files/files';
import { ancestors, join } from '../files/path';
import { memo } from '../memo';
import { asRecord, asText, type Manifest, type Manifests } from '../packages/manifests';
import type { Packages } from '../packages/packages';
import { findVersionInBand } from './bands';
import { createLockfiles } from './lockfiles';

/** Which releases of packages the files of a directory see. */
export interface Versions {
  /**
   * From node_modules, else from the declared range if it lies in one modelled band, else from the lockfile. `null`:
   * there are manifests, and none declares the package.
   */
  find(packageName: string, directory: string): Promise<Dependency | null>;
  /** The answer to `find` if it is known already, else `undefined`. */
  peek(packageName: string, directory: string): Dependency | null | undefined;
  clear(): void;
}

/**
 * Where the modelled bands of a package begin for the files of a directory, as ascending versions; none for a package that
 * is not modelled.
 */
export type BandStarts = (packageName: string, directory: string) => Promise<readonly string[]>;

/** Development comes before peers: it is what is installed. */
const GROUPS = ['dependencies', 'optionalDependencies', 'devDependencies', 'peerDependencies'];

export function createVersions(
  files: Files,
  manifests: Manifests,
  packages: Packages,
  bandStarts: BandStarts,
): Versions {
  const lockfiles = createLockfiles(files);

  const dependencies = memo(async (key): Promise<Dependency | null> => {
    const [packageName = '', directory = ''] = key.split('\n');
    const above = await manifests.above(directory);
    const declaring = above.find((manifest) => findDeclared(manifest, packageName) !== undefined);
    const installed = await findInstalled(packageName, directory);
    if (installed !== undefined) return { declared: declaring !== undefined, version: installed };
    if (declaring === undefined) return above.length === 0 ? { declared: false } : null;
    const version = await findVersion(packageName, declaring, directory);
    return version === undefined ? { declared: true } : { declared: true, version };
  });

  async function findInstalled(packageName: string, directory: string): Promise<string | undefined> {
    for (const ancestor of ancestors(directory)) {
      const manifest = await manifests.at(join(ancestor, `node_modules/${packageName}`));
      const version = valid(asText(manifest?.json.version));
      if (version !== null) return version;
    }
    return undefined;
  }

  async function findVersion(packageName: string, declaring: Manifest, directory: string): Promise<string | undefined> {
    const declared = findDeclared(declaring, packageName) ?? '';
    const range = await toRange(declared, packageName, declaring.directory);
    const starts = await bandStarts(packageName, directory);
    const inBand = range === undefined ? undefined : findVersionInBand(range, starts);
    return inBand ?? lockfiles.find(packageName, declared, declaring.directory);
  }

  /** The semver range of a declaration; `undefined` for a file, link, URL or tag. */
  async function toRange(declared: string, packageName: string, directory: string): Promise<string | undefined> {
    const [, protocol, rest = ''] = /^(workspace|catalog|npm):(.*)$/.exec(declared.trim()) ?? [];
    if (protocol === undefined) return declared;
    if (protocol === 'npm') return rest.replace(/^@?[^@]+@/, '');
    if (protocol === 'catalog') {
      const range = await packages.findInCatalog(rest.trim(), packageName, directory);
      return range?.startsWith('catalog:') ? undefined : range && toRange(range, packageName, directory);
    }
    if (!/^[\^~*]?$/.test(rest)) return rest;
    const own = await packages.find(packageName, directory);
    return asText(own?.json.version);
  }

  return {
    find: (packageName, directory) => dependencies.get(toKey(packageName, directory)),
    peek: (packageName, directory) => dependencies.peek(toKey(packageName, directory))?.value,
    clear() {
      dependencies.clear();
      lockfiles.clear();
    },
  };
}

function findDeclared({ json }: Manifest, packageName: string): string | undefined {
  const declared = GROUPS.map((group) => asText(asRecord(json[group])?.[packageName]));
  return declared.find((range) => range !== undefined);
}

function toKey(packageName: string, directory: string): string {
  return `${packageName}\n${directory}`;
}
