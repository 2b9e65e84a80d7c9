import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const HELPER = 'keep-names';
const CODE = `export const nameAs = (target, value) => Object.defineProperty(target, 'name', { value, configurable: true });`;

/** What a module declares: code is formatted, so nothing else stands at the start of a line. */
const DECLARED = /^(?:export )?(?:default )?(?:async )?(?:function\*?|class) (\w+)/gm;

/**
 * Keeps the names of the functions and classes of our modules, which the stack of a crash shows, where identifiers are
 * minified. Those of functions in functions are not kept, as naming costs them time whenever they are made, nor those of
 * libraries: there are more of them, and what they cost is paid at every start.
 */
export function keepNames(root: string): Plugin {
  return {
    name: 'keep-names',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${HELPER}$`) }, ({ path }) => ({ path, namespace: HELPER }));
      build.onLoad({ filter: /.*/, namespace: HELPER }, () => ({ contents: CODE }));
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!['rules', 'server'].some((folder) => path.startsWith(join(root, folder)))) return undefined;
        const code = await readFile(path, 'utf8');
        const named = Array.from(code.matchAll(DECLARED), ([, name]) => `nameAs(${name}, '${name}');`);
        return { loader: 'ts', contents: [code, `import { nameAs } from '${HELPER}';`, ...named].join('\n') };
      });
    },
  };
}
