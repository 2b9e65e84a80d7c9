import type { LiveModule } from '../../resolve/module';
import type { Extraction } from '../extract';
import type { OwnedSession } from '../knowledge';

/** The library that keeps the sessions of a file on the server; `undefined` where another may seal them. */
export function keeperOf(
  property: string,
  { module, knowledge, findDependency }: Extraction,
): OwnedSession | undefined {
  const all = knowledge.sessions.filter((one) => one.property === property && one.kept !== 'other');
  const imported = all.filter((one) => importsLibrary(one, module));
  if (imported.length > 0) return imported.every(({ kept }) => kept === 'server') ? imported[0] : undefined;
  const declared = all.filter(({ library }) => findDependency(library.package) != null);
  const kept = declared.filter((one) => one.kept === 'server');
  // A project that depends on several says nothing of which one this is.
  return kept.length === 1 && declared.length === 1 ? kept[0] : undefined;
}

function importsLibrary({ library }: OwnedSession, { runtimes }: LiveModule): boolean {
  const modules = library.modules ?? [library.package];
  return runtimes.imports().some((one) => modules.includes(one));
}
