import type { LibraryModel } from '../../models/model';
import { type ApiResult, isApiResult } from '../../resolve/evaluate/apiResults';
import type { Knowledge } from '../knowledge';
import { createDirectGate } from '../written/directGate';
import { indexModels } from './indexModels';
import { anyMember, handlerKey, keyOf, typedKey } from './keys';
import type { Part } from './modelIndex';

/** Users bring their own models, so the index is made from whatever list the host gives. */
export function createKnowledge(libraries: readonly LibraryModel[]): Knowledge {
  const known = indexModels(libraries);
  const { calls, assignments, results, open, openCalls, gifts, openGifts, fluent, handlers, owners, bringers } = known;

  const canonical = (module: string, path: string): Part => {
    const gift = gifts.get(keyOf(module, path));
    if (gift !== undefined) return gift;
    const opened = openGifts.size === 0 || path.endsWith(')') ? null : /^(#\w+)\.[^.]+$/.exec(path);
    const inside = opened && openGifts.get(keyOf(module, opened[1] ?? ''));
    if (inside) return inside;
    // `#Response.status()` is `#Response` again.
    const call = /^(#\w+)\.(\w+)\(\)$/.exec(path);
    if (call !== null) {
      const [, type = '', method = ''] = call;
      if (fluent.get(keyOf(module, type))?.has(method) === true) return { module, path: type };
    }
    return { module, path };
  };

  /** Those of these whose package the project depends on, or gets with another. */
  const declared = (found: readonly Part[] | undefined, isDependency: (packageName: string) => boolean) =>
    (found ?? NONE).filter(({ module }) => {
      const name = owners.get(module) ?? module;
      return [name, ...(bringers.get(name) ?? [])].some(isDependency);
    });

  /** A type of the library that a module belongs to. */
  const ownType = (module: string, type: string | undefined): Part | undefined =>
    type === undefined || type === '' ? undefined : { module: owners.get(module) ?? module, path: type };

  const resultAt = (module: string, path: string): ApiResult | undefined => {
    const result = results.get(keyOf(module, path));
    return typeof result === 'object' && isApiResult(result) ? result : undefined;
  };

  return {
    isDescribed: (module) => known.described.has(module),
    canonical,
    typeNamed: (module, name) => known.annotations.get(keyOf(module, name)),
    resultOfCall: (module, path) => resultAt(module, `${path}()`),
    resultAt,
    membersOf: (module, path) => (known.making.has(module) ? known.madeMembers.get(keyOf(module, path)) : undefined),
    namedCalls: known.namedCalls,
    namedCallsBy: (method) => known.namedCallsBy.get(method) ?? NONE,
    offering: [...known.offers.values()],
    offersOf: (module) => known.offers.get(owners.get(module) ?? module),
    handlerParameter(api, index, count) {
      const counted = handlers.get(handlerKey(api.module, api.path, count));
      const type = (counted ?? handlers.get(handlerKey(api.module, api.path, undefined)))?.[index];
      return ownType(api.module, type);
    },
    heldParameter: (api, under, index) =>
      ownType(api.module, handlers.get(handlerKey(api.module, api.path, under))?.[index]),
    namedParameter(name, index, isDependency) {
      const found = known.namedHandlers.get(name);
      const type = found && isDependency(found.module) ? found.parameters[index] : undefined;
      return found && ownType(found.module, type);
    },
    typedParameter(module, name, isMember, index) {
      return ownType(module, known.typedHandlers.get(typedKey(module, name, isMember))?.[index]);
    },
    isConventionalMember: (name) => known.members.has(name),
    conventionalMember(name, isDependency) {
      const [found, ...others] = declared(known.members.get(name), isDependency);
      return others.length === 0 ? found : undefined;
    },
    autoImported(name, isDeclared) {
      const named = known.automatic.get(name);
      return named && declared(named, isDeclared)[0];
    },
    conventionalParameter: (name, isDependency) => declared(known.conventional.get(name), isDependency)[0],
    callsOf(module, path) {
      const exact = calls.get(keyOf(module, path));
      if (exact !== undefined || !openCalls.has(module)) return exact ?? [];
      return calls.get(keyOf(module, anyMember(path))) ?? [];
    },
    handedTo: (method) => known.handed.get(method) ?? [],
    registrationsNamed: (name) => known.registrations.get(name) ?? [],
    methodsNamed: (name) => known.methods.get(name) ?? [],
    assignmentsTo(module, path) {
      const exact = assignments.get(keyOf(module, path));
      if (exact !== undefined) return exact;
      const any = assignments.get(keyOf(module, path.replace(/[^.]+$/, '*')));
      return any ?? assignments.get(keyOf(module, path.replace(/^(#\w+|.*\(\))\..*$/, '$1.**'))) ?? [];
    },
    keeperIn: known.keepers.in,
    resultOf(module, path) {
      const exact = results.get(keyOf(module, path));
      if (exact !== undefined || !open.has(module)) return exact;
      return results.get(keyOf(module, anyMember(path)));
    },
    storagesOf: (module, path) => known.storages.get(keyOf(module, path)) ?? NONE,
    directCallsOf: (module, path) => known.direct.get(keyOf(module, path)) ?? [],
    directMethodsNamed: (name) => known.directMethods.get(name) ?? [],
    directAssignmentsTo: (module, path) => known.directAssignments.get(keyOf(module, path)) ?? [],
    isDirectName: (name) => known.directNames.has(name),
    mayBeDirect: createDirectGate(libraries),
    files: libraries.flatMap((library) => (library.files ?? []).map((file) => ({ library, file }))),
    reducerOf: (module, path) => known.reducers.get(keyOf(module, path)),
    drawOf: (module, path) => known.draws.get(keyOf(module, path)),
    isDrawName: (name) => known.drawNames.has(name),
    isDrawModule: (specifier) => known.drawModules.has(specifier),
    isRequest: (module, path) =>
      known.requests.get(module)?.some((start) => path === start || path.startsWith(`${start}.`)) === true,
    saferStores: libraries.filter(({ saferStore }) => saferStore !== undefined),
    sessions: known.sessions,
    isRelevantName: (name) => known.relevant.has(name),
    isAssignedName: (name) => known.assigned.has(name),
    // What a package or a factory gives is called by names of the code's own.
    isDecoderName: (name) => known.decoders.has(name) || /jwt|decode/i.test(name),
  };
}

const NONE: readonly never[] = [];
