import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { preProcessFile } from 'typescript';

export const ROOT = join(__dirname, '..');

/** The paths of the pages in a folder of the project, and in the folders below it. */
export function pagesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(ROOT, folder, name))
    .sort();
}

/** One of our own files; `path` is relative to the project and '/'-separated. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Types and dynamic imports included. What is no package is relative to the project: `./rules/text/span`. */
  readonly imports: readonly string[];
}

/** The TypeScript files in a folder of the project and below. */
export function sourcesIn(folder: string): readonly SourceFile[] {
  return filesIn(folder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const { importedFiles } = preProcessFile(text, true, true);
      return { path, text, imports: importedFiles.map(({ fileName }) => fromRoot(path, fileName)) };
    });
}

/** The files in a folder of the project and below, by path relative to the project. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : path;
  });
}

function fromRoot(importer: string, specifier: string): string {
  return specifier.startsWith('.') ? `./${posix.join(importer, '..', specifier)}` : specifier;
}
