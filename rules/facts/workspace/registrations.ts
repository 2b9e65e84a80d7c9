import type { LibraryModel } from '../../models/model';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import { moduleFor } from '../../resolve/evaluate/imports';
import { createMemory } from '../../resolve/evaluate/memory';
import { PROVIDER } from '../../resolve/evaluate/offers';
import type { Frame } from '../../resolve/evaluate/value';
import { lastName } from '../../resolve/lower/operands';
import type { CallTerm } from '../../resolve/lower/term';
import type { LiveModule, Module } from '../../resolve/module/module';
import type { Knowledge, OwnedRegistration } from '../knowledge';
import { isHanded } from '../match';
import type { FramedTerm } from '../values/chain';
import { optionsAt } from '../values/terms';

/** The options by which libraries are registered with their frameworks. */
export interface Registrations {
  /** Of a library, where this file or else its package registers it: none where nobody does; `undefined` when that is not known. */
  of(library: LibraryModel): readonly FramedTerm[] | undefined;
  /** The packages that this file registers. */
  packages(): readonly string[];
  /** To be called when the world may answer more than before. */
  refresh(): void;
}

export function createRegistrations(module: LiveModule, evaluator: Evaluator, knowledge: Knowledge): Registrations {
  const { trace } = evaluator;
  const known = createMemory<LibraryModel, { readonly options: readonly FramedTerm[] | undefined }>(trace);

  const registrationsIn = (one: Module, frame: Frame): readonly FoundRegistration[] =>
    one.registrations().flatMap((call) =>
      knowledge
        .registrationsNamed(nameOf(call))
        .filter((owned) => isRegistration(call, owned, frame, evaluator, knowledge))
        .map((owned) => ({ ...owned, call, frame })),
    );

  /** What the registrations of a library hand over; `undefined` when one is not seen. */
  const optionsOf = (found: readonly FoundRegistration[], library: LibraryModel): readonly FramedTerm[] | undefined => {
    const byCall = new Map<CallTerm, readonly FramedTerm[] | undefined>();
    // One call may hand them over in several ways: the first that it uses counts.
    for (const { registration, call, frame } of found.filter((one) => one.library === library)) {
      const options =
        byCall.get(call) ??
        withoutOptions(registration.options.index, call, frame) ??
        optionsAt(registration.options, call, frame, evaluator);
      byCall.set(call, options);
    }
    const seen = [...byCall.values()].filter((terms) => terms !== undefined);
    return seen.length < byCall.size ? undefined : seen.flat();
  };

  const find = (library: LibraryModel): readonly FramedTerm[] | undefined => {
    const isShared = library.registrations?.some((one) => one.isShared === true) === true;
    const here = registrationsIn(module, moduleFrame(module));
    const own = optionsOf(here, library);
    if (own !== undefined && own.length > 0 && !isShared) return own;
    const others = evaluator.world.registrars(library.package);
    const elsewhere = others
      ?.filter(({ file }) => !isShared || file !== module.file)
      .flatMap((summary) => inSummary(moduleFor(summary)));
    return elsewhere && optionsOf(isShared ? [...here, ...elsewhere] : elsewhere, library);
  };
  const inSummary = (one: Module): readonly FoundRegistration[] => registrationsIn(one, moduleFrame(one, 1));

  return {
    of(library) {
      const before = known.get(library);
      if (before !== undefined) return before.options;
      const mark = trace.mark();
      const options = find(library);
      known.set(library, { options }, mark);
      return options;
    },
    packages: () => [...new Set(registrationsIn(module, moduleFrame(module)).map(({ library }) => library.package))],
    refresh: known.refresh,
  };
}

/** What a registration says that certainly has no argument of that index: nothing, so that the defaults hold. */
function withoutOptions(index: number, call: CallTerm, frame: Frame): readonly FramedTerm[] | undefined {
  const { arguments: list, isClosed, span } = call;
  if (!isClosed || list.length > index || list.some(({ spread }) => spread)) return undefined;
  return [{ term: { kind: 'undefined', span }, frame }];
}

interface FoundRegistration extends OwnedRegistration {
  readonly call: CallTerm;
  readonly frame: Frame;
}

function nameOf({ callee, form }: CallTerm): string {
  if (form === 'provider') return PROVIDER;
  return lastName(callee) ?? '';
}

function isRegistration(
  call: CallTerm,
  { library, registration: { at } }: OwnedRegistration,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
): boolean {
  if ('handed' in at) return isHanded(at, library, call, frame, evaluator);
  if (!('call' in at)) return false;
  if (call.form === 'provider') return at.call === PROVIDER;
  const modules = library.modules ?? [library.package];
  return evaluator.evaluate(call.callee, frame).possible.some(({ value }) => {
    if (value.kind !== 'api' || !modules.includes(value.module)) return false;
    const wanted = knowledge.canonical(value.module, at.call);
    return value.path === wanted.path;
  });
}
