import { type EnvironmentVariable, readVariable } from '../../rules';
import type { Files } from './files/files';
import { ancestors, join } from './files/path';
import { memo } from './memo';
import type { Manifests } from './packages/manifests';

/** What environment files say of the variables that the files of a directory read. Values never leave this module. */
export interface Environments {
  /** `null`: nothing that may be a secret. */
  find(name: string, directory: string): Promise<EnvironmentVariable | null>;
  /** The answer to `find` if it is known already, else `undefined`. */
  peek(name: string, directory: string): EnvironmentVariable | null | undefined;
  clear(): void;
}

/** The strongest first. Those of tests, of development alone, and examples give no secret that anything is signed with. */
const NAMES = ['.env.production.local', '.env.production', '.env.prod', '.env.staging', '.env.local', '.env'];

/** The files lie beside what reads them, or above it: as far up as there is a manifest, or the root of the repository. */
export function createEnvironments(files: Files, manifests: Manifests): Environments {
  async function directoriesAbove(directory: string): Promise<readonly string[]> {
    const above = await manifests.above(directory);
    const outermost = above[above.length - 1]?.directory ?? directory;
    const found: string[] = [];
    for (const ancestor of ancestors(directory)) {
      found.push(ancestor);
      if (ancestor === outermost || (await files.list(ancestor))?.has('.git') === true) break;
    }
    return found;
  }

  const texts = memo(async (directory): Promise<readonly EnvironmentFile[]> => {
    const listing = await files.list(directory);
    const paths = NAMES.filter((name) => listing?.get(name) === 'file').map((name) => join(directory, name));
    return Promise.all(paths.map(async (path) => ({ path, text: (await files.text(path)) ?? '' })));
  });

  const variables = memo(async (key): Promise<EnvironmentVariable | null> => {
    const [name = '', directory = ''] = key.split('\n');
    for (const one of await directoriesAbove(directory)) {
      for (const { path, text } of await texts.get(one)) {
        const found = readVariable(path, text, name);
        if (found !== undefined) return found;
      }
    }
    return null;
  });

  const toKey = (name: string, directory: string): string => `${name}\n${directory}`;
  return {
    find: (name, directory) => variables.get(toKey(name, directory)),
    peek: (name, directory) => variables.peek(toKey(name, directory))?.value,
    clear() {
      variables.clear();
      texts.clear();
    },
  };
}

interface EnvironmentFile {
  readonly path: string;
  readonly text: string;
}
