import type { Files } from '../files/files';
import { ancestors, join } from '../files/path';
import { memo } from '../memo';
import { asRecord, asText, asTexts, type Manifest, type Manifests } from './manifests';
import { expandPatterns } from './workspacePatterns';
import { parseYamlRecord } from './yaml';

/** The packages of a monorepo: npm, yarn and bun `workspaces`, and pnpm's. */
export interface Packages {
  /** The workspace's own package of a name, as a file in `directory` sees it; the innermost monorepo decides. */
  find(name: string, directory: string): Promise<Manifest | undefined>;
  /** The range that pnpm's catalog (`''` for the default one) gives a package. */
  findInCatalog(catalog: string, name: string, directory: string): Promise<string | undefined>;
  clear(): void;
}

type PnpmWorkspace = Readonly<Record<string, unknown>> | undefined;

export function createPackages(files: Files, manifests: Manifests): Packages {
  const pnpmWorkspaces = memo(async (directory): Promise<PnpmWorkspace> => {
    const text = await files.text(join(directory, 'pnpm-workspace.yaml'));
    return text === undefined ? undefined : parseYamlRecord(text);
  });

  const members = memo(async (root): Promise<ReadonlyMap<string, Manifest> | undefined> => {
    const manifest = await manifests.at(root);
    const pnpm = await pnpmWorkspaces.get(root);
    const workspaces = manifest?.json.workspaces;
    const patterns = [...asTexts(workspaces), ...asTexts(asRecord(workspaces)?.packages), ...asTexts(pnpm?.packages)];
    if (patterns.length === 0) return undefined;
    const directories = await expandPatterns(files, root, patterns);
    const found = await Promise.all([root, ...directories].map((directory) => manifests.at(directory)));
    return new Map(found.flatMap((member) => (member === undefined ? [] : [[asText(member.json.name) ?? '', member]])));
  });

  async function findUpwards<T>(
    directory: string,
    findIn: (root: string) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    for (const ancestor of ancestors(directory)) {
      const found = await findIn(ancestor);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return {
    async find(name, directory) {
      const workspace = await findUpwards(directory, (root) => members.get(root));
      return workspace?.get(name);
    },
    async findInCatalog(catalog, name, directory) {
      const workspace = await findUpwards(directory, (root) => pnpmWorkspaces.get(root));
      const named = asRecord(asRecord(workspace?.catalogs)?.[catalog || 'default']);
      const unnamed = catalog === '' || catalog === 'default' ? asRecord(workspace?.catalog) : undefined;
      return asText(unnamed?.[name] ?? named?.[name]);
    },
    clear() {
      pnpmWorkspaces.clear();
      members.clear();
    },
  };
}
