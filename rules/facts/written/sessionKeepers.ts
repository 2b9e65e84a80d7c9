import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { memberTerm } from '../../resolve/lower/operands';
import type { LiveModule } from '../../resolve/module/module';
import type { Extraction } from '../extract';
import type { OwnedSession } from '../knowledge';
import type { FramedTerm } from '../values/chain';
import { createRegistrations } from '../workspace/registrations';

/** The library that keeps the sessions of a file on the server; `undefined` where another may seal them. */
export function keeperOf(property: string, extraction: Extraction): OwnedSession | undefined {
  const { module, knowledge, findDependency } = extraction;
  const all = knowledge.sessions.filter((one) => one.property === property && one.kept !== 'other');
  const imported = all.filter((one) => importsLibrary(one, module));
  if (imported.length > 0) return imported.every((one) => isOnServer(one, extraction)) ? imported[0] : undefined;
  const declared = all.filter(({ library }) => findDependency(library.package) != null);
  // A project that depends on several says nothing of which one this is.
  const [one, ...others] = declared;
  return one !== undefined && others.length === 0 && isOnServer(one, extraction) ? one : undefined;
}

function importsLibrary({ library }: OwnedSession, { runtimes }: LiveModule): boolean {
  const modules = library.modules ?? [library.package];
  return runtimes.imports().some((one) => modules.includes(one));
}

function isOnServer({ kept, storedBy, library }: OwnedSession, extraction: Extraction): boolean {
  if (kept === 'server' || storedBy === undefined) return kept === 'server';
  const { module, evaluator, knowledge } = extraction;
  const options = createRegistrations(module, evaluator, knowledge).of(library) ?? [];
  return options.length > 0 && options.every((one) => storedBy.some((name) => isGiven(name, one, evaluator)));
}

/** Whether an option is written, and is no plain value. */
function isGiven(name: string, { term, frame }: FramedTerm, evaluator: Evaluator): boolean {
  const { possible, complete } = evaluator.evaluate(term, frame);
  const isNamed = possible.every(
    ({ value }) =>
      value.kind === 'object' && value.term.members.some((member) => member.kind === 'property' && member.key === name),
  );
  if (!complete || possible.length === 0 || !isNamed) return false;
  const held = evaluator.evaluate(memberTerm(term, [name]), frame);
  return held.possible.every(({ value }) => !['absent', 'undefined', 'literal'].includes(value.kind));
}
