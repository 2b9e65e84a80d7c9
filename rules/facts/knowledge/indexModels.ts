import type { LibraryModel } from '../../models/model';
import { indexEmission } from './indexEmission';
import { handlerKey, keyOf, modulesOf, namesOf, push, typedKey } from './keys';
import { emptyIndex, type ModelIndex } from './modelIndex';

/** Makes the index of a list of models. */
export function indexModels(libraries: readonly LibraryModel[]): ModelIndex {
  const index = emptyIndex();
  const { described, owners, bringers, automatic, requests, registrations, sessions, relevant, decoders } = index;
  for (const library of libraries) {
    const modules = library.modules ?? [library.package];
    for (const module of modules) {
      described.add(module);
      owners.set(module, library.package);
    }
    bringers.set(library.package, [...(bringers.get(library.package) ?? []), ...(library.broughtBy ?? [])]);
    for (const name of library.autoImports ?? [])
      push(automatic, name, { module: modules[0] ?? library.package, path: name });
    indexTypes(library, modules, index);
    indexHandlers(library, modules, index);
    indexResults(library, modules, index);
    indexStores(library, modules, index);
    for (const path of library.requests ?? []) {
      for (const module of modulesOf(path, undefined, modules, library)) push(requests, module, path);
    }
    for (const registration of library.registrations ?? []) {
      for (const name of registration.called ?? namesOf(registration.at))
        push(registrations, name, { library, registration });
    }
    indexOffers(library, modules, index);
    for (const emission of library.emissions) indexEmission(emission, library, modules, index);
    for (const session of library.sessions ?? []) sessions.push({ ...session, library });
  }
  // What renews a session behind a call in another file has to be seen there.
  for (const { renewedBy = [] } of sessions) for (const name of renewedBy) relevant.add(name);
  // A package that is itself the function: `session({…})` shows no name of the API.
  relevant.delete('');
  decoders.delete('');
  return index;
}

/**
 * What code gives to a library for others to use. What is offered is registered: that is how other files learn of it, but
 * for what has any name.
 */
function indexOffers(library: LibraryModel, modules: readonly string[], index: ModelIndex): void {
  const { offers, namedCalls, namedCallsBy, registrations, madeMembers, making } = index;
  for (const { path, of } of library.members ?? []) {
    for (const module of modulesOf(path, undefined, modules, library)) {
      madeMembers.set(keyOf(module, path), of);
      making.add(module);
    }
  }
  if (library.namedCalls !== undefined) {
    const named = { ...library.namedCalls, package: library.package };
    namedCalls.push(named);
    for (const method of Object.keys(named.by)) push(namedCallsBy, method, named);
  }
  if (library.offers === undefined) return;
  offers.set(library.package, { package: library.package, modules, offers: library.offers });
  for (const { by, name: named, value, path = [] } of library.offers) {
    if (named === 'itself') continue;
    const registration = { at: { call: by }, options: { from: 'argument', index: value, path } } as const;
    for (const name of namesOf(registration.at)) push(registrations, name, { library, registration });
  }
}

/** The types that values have, and what gives them. */
function indexTypes(library: LibraryModel, modules: readonly string[], index: ModelIndex): void {
  const { conventional, members, fluent, annotations, gifts, openGifts } = index;
  for (const { name, annotations: names = [], fluent: chained = [], ...type } of library.types ?? []) {
    const held = { module: type.ofPlatform === true ? '' : library.package, path: name };
    for (const parameter of type.conventionalNames ?? []) push(conventional, parameter, held);
    for (const member of type.conventionalMembers ?? []) push(members, member, held);
    fluent.set(keyOf(library.package, name), new Set(chained));
    for (const annotation of names) {
      for (const module of modules) annotations.set(keyOf(module, annotation), held);
    }
  }
  for (const { path, in: within, type } of library.gives ?? []) {
    for (const module of modulesOf(path, within, modules, library)) {
      const [map, name] = path.endsWith('.*') ? [openGifts, path.slice(0, -2)] : [gifts, path];
      map.set(keyOf(module, name), { module: library.package, path: type });
    }
  }
}

/** What handlers get, by the call that they are handed to, by their names and by their types. */
function indexHandlers(library: LibraryModel, modules: readonly string[], index: ModelIndex): void {
  const { handlers, namedHandlers, typedHandlers } = index;
  for (const handler of library.handlers ?? []) {
    const { parameters } = handler;
    if ('annotation' in handler) {
      const isMember = handler.members === true;
      for (const module of modules) typedHandlers.set(typedKey(module, handler.annotation, isMember), parameters);
    } else if ('named' in handler) {
      namedHandlers.set(handler.named, { module: library.package, parameters });
    } else {
      const place = 'under' in handler ? handler.under : handler.count;
      const within = 'in' in handler ? handler.in : undefined;
      for (const module of modulesOf(handler.path, within, modules, library)) {
        handlers.set(handlerKey(module, handler.path, place), parameters);
      }
    }
  }
}

/** What calls give: results, and what is drawn. */
function indexResults(library: LibraryModel, modules: readonly string[], index: ModelIndex): void {
  const { results, open, draws, drawNames, drawModules } = index;
  for (const { path, in: within, is } of library.results ?? []) {
    for (const module of modulesOf(path, within, modules, library)) {
      results.set(keyOf(module, path), is);
      if (path.includes('.*.')) open.add(module);
    }
  }
  for (const draw of library.draws ?? []) {
    drawNames.add(draw.path.slice(draw.path.lastIndexOf('.') + 1));
    for (const module of modulesOf(draw.path, draw.in, modules, library)) {
      draws.set(keyOf(module, draw.path), draw);
      drawModules.add(module);
    }
  }
}

/** Where values are kept: storages, and the states of reducers. */
function indexStores(library: LibraryModel, modules: readonly string[], index: ModelIndex): void {
  const { storages, reducers } = index;
  for (const storage of library.storages ?? []) {
    for (const module of modulesOf(storage.path, storage.in, modules, library))
      push(storages, keyOf(module, storage.path), storage);
  }
  for (const reducer of library.reducers ?? []) {
    for (const module of modulesOf(reducer.path, reducer.in, modules, library))
      reducers.set(keyOf(module, reducer.path), reducer);
  }
}
