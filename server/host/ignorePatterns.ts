import ignore, { type Ignore } from 'ignore';
import { relative } from './path';

/** The patterns of one ignore file, in the syntax of .gitignore, relative to its directory. */
export interface IgnorePatterns {
  readonly directory: string;
  readonly matcher: Ignore;
  /** Matches every path that one of the patterns could match, and some more. */
  readonly sieve: RegExp;
}

export function toIgnorePatterns(directory: string, patterns: readonly string[]): IgnorePatterns {
  return { directory, matcher: ignore().add(patterns), sieve: toSieve(patterns) };
}

/**
 * Whether patterns, the innermost directory's first, exclude a path. The caller has made sure that no directory above
 * it is excluded, as a walk from the top does.
 */
export function isIgnored(layers: readonly IgnorePatterns[], path: string, kind: 'file' | 'directory'): boolean {
  for (const { directory, matcher, sieve } of layers) {
    const inside = relative(directory, path);
    if (inside === undefined || inside === '' || !sieve.test(inside)) continue;
    const { ignored, unignored } = matcher.test(kind === 'directory' ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * Asking `ignore` costs one regular expression per pattern, which for a large tree is more than reading all its files
 * (2,500 paths, 30 patterns: 90 ms cold). One expression that is never too narrow spares nearly all of it.
 */
function toSieve(patterns: readonly string[]): RegExp {
  const alternatives = patterns.map(toAlternative).filter((alternative) => alternative !== '');
  return alternatives.length === 0 ? /(?!)/ : new RegExp(`(?:^|/)(?:${alternatives.join('|')})$`, 'i');
}

function toAlternative(pattern: string): string {
  const path = pattern
    .trimEnd()
    .replace(/^#.*|^!/, '')
    .replace(/^\/+|\/+$/g, '');
  return path.replace(/\\.|\*\*+\/?|\*|\?|\[.*\]|[^\\*?[]+|./g, (piece) => {
    if (piece.startsWith('**')) return piece.endsWith('/') ? '(?:.*/)?' : '.*';
    if (piece === '*') return '[^/]*';
    if (piece === '?' || piece.startsWith('[') || piece.startsWith('\\')) return '.*';
    return piece.replace(/[.+^${}()|\]]/g, '\\$&');
  });
}
