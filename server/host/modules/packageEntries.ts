import { asRecord, asText, type Manifest } from '../packages/manifests';
import { matchStar } from './tsconfigs';

/** Names that packages give to the directories they compile into. */
const OUTPUT = /^(?:dist|build|lib|out|output|es|esm|cjs|umd|types|typings|\.output)$/;

/**
 * Where the source of a package's entry may lie, as plain paths relative to the package without extension, the likeliest
 * first. `subpath` is what follows the package's name in a specifier: `''` or `'auth/client'`.
 */
export function entryCandidates({ json }: Manifest, subpath: string): readonly string[] {
  const named = subpath === '' ? ['source', 'module', 'main', 'types'].map((key) => asText(json[key])) : [];
  const targets = json.exports === undefined ? named : targetsIn(toSubpaths(json.exports), toKey(subpath));
  const mapped = targets.flatMap((target) => (target === undefined ? [] : toSources(target)));
  const guesses = subpath === '' ? ['src/index', 'src', 'index'] : [`src/${subpath}`, subpath];
  return [...new Set([...mapped, ...guesses])];
}

/** Where `#name` of a package's `imports` may lie, as plain relative paths; and other packages' names. */
export function importCandidates({ json }: Manifest, specifier: string): readonly string[] {
  const targets = targetsIn(asRecord(json.imports) ?? {}, specifier);
  return targets.flatMap((target) => (target.startsWith('./') ? toSources(target) : []));
}

function toKey(subpath: string): string {
  return subpath === '' ? '.' : `./${subpath}`;
}

/** `exports` as a table of subpaths, for it may also be the target of the only one. */
function toSubpaths(exports: unknown): Readonly<Record<string, unknown>> {
  const table = asRecord(exports);
  const isTable = table !== undefined && Object.keys(table).every((key) => key.startsWith('.'));
  return isTable ? table : { '.': exports };
}

/** All targets of the entry for a key, under whatever condition: a workspace's live source has no standard one. */
function targetsIn(table: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  if (Object.hasOwn(table, key)) return leavesOf(table[key]);
  const matches = Object.entries(table).flatMap(([pattern, target]) => {
    const star = matchStar(pattern, key);
    return star === undefined ? [] : [{ prefix: pattern.indexOf('*'), target, star }];
  });
  const [best] = matches.sort((a, b) => b.prefix - a.prefix);
  return leavesOf(best?.target).map((target) => target.replaceAll('*', () => best?.star ?? ''));
}

function leavesOf(target: unknown): readonly string[] {
  if (typeof target === 'string') return [target];
  const inner = Array.isArray(target) ? target : Object.values(asRecord(target) ?? {});
  return inner.flatMap(leavesOf);
}

/** `./dist/esm/client.js` may be made from src/esm/client, src/client or client; otherwise a target is its own source. */
function toSources(target: string): readonly string[] {
  const path = target.replace(/^\.\//, '').replace(/(?:\.d)?\.(?:[cm]?[jt]s|[jt]sx)$/, '');
  const segments = path.split('/');
  const [first = ''] = segments;
  const rests = segments.slice(1).map((_, index) => segments.slice(index + 1).join('/'));
  const sources = rests.flatMap((rest) => [`src/${rest}`, rest]);
  return OUTPUT.test(first) ? [...sources, path] : [path, ...sources.filter((source) => source.startsWith('src/'))];
}
