import { asRecord, asText, type Manifest } from '../packages/manifests';

const GROUPS = ['dependencies', 'optionalDependencies', 'devDependencies', 'peerDependencies'];
/** Where `NODE_PATH`, `rootpath` and the like look for files. */
const ROOTS = ['', 'src/'];

/** What `_moduleAliases` of a manifest says that a specifier stands for, the longest alias first (module-alias). */
export function aliasCandidates({ json }: Manifest, specifier: string): readonly string[] {
  const aliases = Object.entries(asRecord(json._moduleAliases) ?? {})
    .filter(([alias]) => specifier === alias || specifier.startsWith(`${alias}/`))
    .toSorted(([one], [other]) => other.length - one.length);
  return aliases.flatMap(([alias, target]) => {
    const path = asText(target);
    return path === undefined ? [] : [`${path}${specifier.slice(alias.length)}`];
  });
}

/**
 * A path from the root of the package where no package can be meant: nobody declares one of that name. A name alone is no
 * path (`config`), unless it is that of a file (`config.json`).
 */
export function rootCandidates(specifier: string, name: string, above: readonly Manifest[]): readonly string[] {
  const isPath = specifier.includes('/', name.length) || /\.[cm]?[jt]sx?$|\.json$/.test(specifier);
  const isDeclared = above.some(({ json }) => GROUPS.some((group) => asRecord(json[group])?.[name] !== undefined));
  return isPath && !isDeclared ? ROOTS.map((root) => root + specifier) : [];
}
