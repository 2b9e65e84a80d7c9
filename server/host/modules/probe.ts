import { type Files, findFile } from '../files/files';
import { basename, dirname } from '../files/path';
import { isDataName, isScanned } from '../files/sourceFiles';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** What a compiled file's extension may have been before. */
const SOURCE_EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/**
 * The script that an import of `path` loads: itself, the source that it is compiled from (`x.js` is `x.ts`), with an
 * extension added, or the index of a directory; or the data that it loads. Declarations and minified files do not count.
 */
export async function findScript(files: Files, path: string): Promise<string | undefined> {
  const name = basename(path);
  const candidates = name === '' ? [] : namesFor(name).filter((one) => isScanned(one) || isDataName(one));
  const file = await findFile(files, dirname(path), candidates);
  return (
    file ??
    findFile(
      files,
      path,
      EXTENSIONS.map((extension) => `index${extension}`),
    )
  );
}

function namesFor(name: string): readonly string[] {
  const extension = /\.[^.]+$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  const sources = (SOURCE_EXTENSIONS[extension] ?? []).map((source) => stem + source);
  return [...sources, name, ...[...EXTENSIONS, '.json'].map((added) => name + added)];
}
