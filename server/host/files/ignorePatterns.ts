import ignore, { type Ignore } from 'ignore';
import { basename, relative } from './path';

/** The patterns of one ignore file, in the syntax of .gitignore, relative to its directory. */
export interface IgnorePatterns {
  readonly directory: string;
  readonly matcher: Ignore;
  readonly sieve: Sieve;
}

/**
 * What lets through every path that one of the patterns could match, and few more. Asking `ignore` costs a regular
 * expression per pattern, which for a large tree is more than reading all its files (2,500 paths, 30 patterns: 90 ms).
 */
interface Sieve {
  /** Tested on the name first, which settles most paths. */
  readonly name: RegExp;
  readonly path: RegExp;
}

export function toIgnorePatterns(directory: string, patterns: readonly string[]): IgnorePatterns {
  return { directory, matcher: ignore().add(patterns), sieve: toSieve(patterns) };
}

/**
 * Whether patterns, the innermost directory's first, exclude a path. The caller has made sure that no directory above
 * it is excluded, as a walk from the top does.
 */
export function isIgnored(layers: readonly IgnorePatterns[], path: string, kind: 'file' | 'directory'): boolean {
  const name = basename(path);
  for (const { directory, matcher, sieve } of layers) {
    if (!sieve.name.test(name)) continue;
    const inside = relative(directory, path) ?? '';
    if (inside === '' || !sieve.path.test(inside)) continue;
    const { ignored, unignored } = matcher.test(kind === 'directory' ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function toSieve(patterns: readonly string[]): Sieve {
  const paths = patterns.map(toPath).filter((path) => path !== '');
  if (paths.length === 0) return { name: NOTHING, path: NOTHING };
  const names = new Set(paths.map((path) => toExpression(OPAQUE.test(path) ? '*' : path.replace(/^.*\//, ''))));
  return {
    name: new RegExp(`^(?:${[...names].join('|')})$`, 'i'),
    path: new RegExp(`(?:^|/)(?:${paths.map(toExpression).join('|')})$`, 'i'),
  };
}

const NOTHING = /(?!)/;

/** Escapes and bracket expressions, which may hold or stand for anything. */
const OPAQUE = /[\\[]/;

/** The pattern proper: neither comment, nor negation, nor the slashes that anchor it. */
function toPath(pattern: string): string {
  return pattern
    .trimEnd()
    .replace(/^#.*|^!/, '')
    .replace(/^\/+|\/+$/g, '');
}

function toExpression(path: string): string {
  return path.replace(/\\.|\*\*+\/?|\*|\?|\[.*\]|[^\\*?[]+|./g, (piece) => {
    if (piece.startsWith('**')) return piece.endsWith('/') ? '(?:.*/)?' : '.*';
    if (piece === '*') return '[^/]*';
    if (piece === '?' || piece.startsWith('[') || piece.startsWith('\\')) return '.*';
    return piece.replace(/[.+^${}()|\]]/g, '\\$&');
  });
}
