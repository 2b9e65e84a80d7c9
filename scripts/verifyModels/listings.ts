import { analyze, createReader, DEFAULT_SETTINGS, parseDocument, type World } from '../../rules';
import { createIndex } from '../../server/host/workspaceIndex';

const known = new Map<string, string>();

/** What `authlint facts` says of a program, in a project that depends on this release of a package and nothing else. */
export function listingOf(packageName: string, version: string, program: string): string {
  const key = `${packageName}@${version}\n${program}`;
  const listing = known.get(key) ?? listed(packageName, version, program);
  known.set(key, listing);
  return listing;
}

function listed(packageName: string, version: string, program: string): string {
  const world: World = {
    settings: DEFAULT_SETTINGS,
    now: 0,
    summary: () => null,
    module: () => null,
    dependency: (asked) => (asked === packageName ? { declared: true, version } : null),
  };
  const result = parseDocument('/program.ts', program);
  if (result.kind !== 'parsed') throw new Error(`cannot parse ${program}`);
  // The program is all there is: what it does not register is not registered.
  const index = createIndex();
  index.add('/program.ts', '/', createReader(result.document, world).contribute().contribution);
  return analyze(result.document, { ...world, index: index.seenFrom('/') }).listing();
}
