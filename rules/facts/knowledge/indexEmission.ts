import type { Emission, LibraryModel } from '../../models/model';
import { mayKeep } from '../kept/keepers';
import type { OwnedEmission } from '../knowledge';
import { giftNames, keyOf, modulesOf, namesOf, push } from './keys';
import { isDirect } from './kinds';
import type { ModelIndex } from './modelIndex';

/** Notes under what names code shows an emission, and by what it is found. */
export function indexEmission(
  emission: Emission,
  library: LibraryModel,
  modules: readonly string[],
  index: ModelIndex,
): void {
  const { assigned, relevant, decoders, methods, handed, assignments, calls, openCalls } = index;
  const owned: OwnedEmission = { library, emission };
  const { at } = emission;
  if (isDirect(emission.emits)) return indexDirect(owned, modules, index);
  for (const name of namesOf(at)) ('assign' in at ? assigned : relevant).add(name);
  if (mayKeep(emission)) indexKeeper(emission, library, modules, index);
  if (emission.emits === 'TokenDecode') for (const name of namesOf(at)) decoders.add(name);
  if ('call' in at) for (const name of giftNames(at.call, library)) relevant.add(name);
  if ('method' in at) push(methods, at.method, owned);
  else if ('handed' in at) push(handed, at.to, owned);
  else if ('assign' in at)
    for (const module of modulesOf(at.assign, at.in, modules, library))
      push(assignments, keyOf(module, at.assign), owned);
  else
    for (const module of modulesOf(at.call, at.in, modules, library)) {
      push(calls, keyOf(module, at.call), owned);
      if (at.call.includes('.*.')) openCalls.add(module);
    }
}

/** Of kinds that are looked for only where they are written. */
function indexDirect(owned: OwnedEmission, modules: readonly string[], index: ModelIndex): void {
  const { directNames, directMethods, directAssignments, direct } = index;
  const { library, emission } = owned;
  const { at } = emission;
  for (const name of namesOf(at)) directNames.add(name);
  if ('method' in at) push(directMethods, at.method, owned);
  else if ('assign' in at) push(directAssignments, keyOf(library.package, at.assign), owned);
  else if ('call' in at)
    for (const module of modulesOf(at.call, at.in, modules, library)) push(direct, keyOf(module, at.call), owned);
}

/** What keeps something on the client, by what it belongs to. */
function indexKeeper(
  emission: Emission,
  library: LibraryModel,
  modules: readonly string[],
  { keepers }: ModelIndex,
): void {
  const { at } = emission;
  const path = 'assign' in at ? at.assign : 'call' in at ? at.call : '';
  const owner =
    'assign' in at ? [at.in ?? library.package] : modulesOf(path, 'call' in at ? at.in : undefined, modules, library);
  for (const module of owner) keepers.add(module, path, emission);
}
