import ignore from 'ignore';
import type { Files } from '../files/files';
import { join, relative } from '../files/path';
import { isEntered } from '../files/sourceFiles';

/** The directories that a monorepo's patterns name (`packages/*`, `apps/**`, `!**\/example`), in order. */
export async function expandPatterns(
  files: Files,
  root: string,
  patterns: readonly string[],
): Promise<readonly string[]> {
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  const excluded = ignore().add(
    patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
  );
  const found = await Promise.all(included.map((pattern) => expand(files, root, segmentsOf(pattern))));
  return [...new Set(found.flat())].filter((directory) => {
    const path = relative(root, directory);
    return path !== undefined && path !== '' && !excluded.ignores(path);
  });
}

async function expand(files: Files, directory: string, segments: readonly string[]): Promise<readonly string[]> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [directory];
  if (segment === '**') {
    const here = await expand(files, directory, rest);
    const inside = await subdirectories(files, directory, /^[^.]/);
    const below = await Promise.all(inside.map((child) => expand(files, child, segments)));
    return [...here, ...below.flat()];
  }
  const children = /[*?]/.test(segment)
    ? await subdirectories(files, directory, toExpression(segment))
    : [join(directory, segment)];
  const found = await Promise.all(children.map((child) => expand(files, child, rest)));
  return found.flat();
}

async function subdirectories(files: Files, directory: string, name: RegExp): Promise<readonly string[]> {
  const listing = [...((await files.list(directory)) ?? [])];
  const children = listing.filter(([child, kind]) => kind === 'directory' && isEntered(child) && name.test(child));
  return children.map(([child]) => join(directory, child)).sort();
}

function toExpression(segment: string): RegExp {
  const source = segment.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

function segmentsOf(pattern: string): readonly string[] {
  return pattern.split('/').filter((segment) => segment !== '' && segment !== '.');
}
