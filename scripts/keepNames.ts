import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Plugin, transform } from 'esbuild';

const HELPER = 'keep-names';

/** Gives a function that lost its name the name that it was written with: what esbuild writes at the top of each file. */
const HELPERS = /^(?:var __\w+ = .*;\n)+/;
const SHARED = `import { __name } from '${HELPER}';\n`;
const CODE = `export const __name = (target, value) => Object.defineProperty(target, 'name', { value, configurable: true });`;

/**
 * Keeps the names of our functions and classes, which the stack of a crash shows, where identifiers are minified. Those
 * of libraries are not kept: there are more of them, and what they cost is paid at every start.
 */
export function keepNames(root: string): Plugin {
  return {
    name: 'keep-names',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${HELPER}$`) }, ({ path }) => ({ path, namespace: HELPER }));
      build.onLoad({ filter: /.*/, namespace: HELPER }, () => ({ contents: CODE }));
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!['rules', 'server'].some((folder) => path.startsWith(join(root, folder)))) return undefined;
        const { target } = build.initialOptions;
        const { code } = await transform(await readFile(path, 'utf8'), {
          loader: 'ts',
          keepNames: true,
          charset: 'utf8',
          ...(target === undefined ? {} : { target }),
        });
        return { contents: code.replace(HELPERS, SHARED) };
      });
    },
  };
}
