import type {
  DrawModel,
  Emission,
  FileModel,
  LibraryModel,
  ReducerModel,
  RegistrationModel,
  ResultModel,
  SessionModel,
  StorageModel,
  Trigger,
} from '../models/model';
import type { ApiKnowledge } from '../resolve/value';
import { createKeepers, type Keeper, mayKeep } from './kept/keepers';
import { DIRECT_KINDS, type DirectKind, type EmittedKind } from './schema';
import { createDirectGate } from './written/directGate';

/** An emission together with the library that it belongs to. */
export interface OwnedEmission {
  readonly library: LibraryModel;
  readonly emission: Emission;
}

/** A registration together with the library that it belongs to. */
export interface OwnedRegistration {
  readonly library: LibraryModel;
  readonly registration: RegistrationModel;
}

/** A file of configuration together with the library that it belongs to. */
export interface OwnedFile {
  readonly library: LibraryModel;
  readonly file: FileModel;
}

/** What a library does to sessions, together with the library. */
export interface OwnedSession extends SessionModel {
  readonly library: LibraryModel;
}

/** All that models tell, indexed for the questions that the engine asks. */
export interface Knowledge extends ApiKnowledge {
  /** The facts that a call of `path` in `module` is, before versions are looked at. */
  callsOf(module: string, path: string): readonly OwnedEmission[];
  /** The facts that a call may be of a method of that name which is handed part of a library. */
  handedTo(method: string): readonly OwnedEmission[];
  /** The registrations that a call of a function or method of that name may be. */
  registrationsNamed(name: string): readonly OwnedRegistration[];
  /** The facts that a call of any method of that name may be. */
  methodsNamed(name: string): readonly OwnedEmission[];
  /** The facts that an assignment to `path` in `module` is. */
  assignmentsTo(module: string, path: string): readonly OwnedEmission[];
  /** As `callsOf`, of the kinds that are looked for where they are written. */
  directCallsOf(module: string, path: string): readonly OwnedEmission[];
  /** As `methodsNamed` and `assignmentsTo`, of these kinds. */
  directMethodsNamed(name: string): readonly OwnedEmission[];
  directAssignmentsTo(module: string, path: string): readonly OwnedEmission[];
  /** Whether a call, or an assignment, whose last name is `name` can be a fact of one of these kinds. */
  isDirectName(name: string): boolean;
  /** Whether a text can hold a fact of one of these kinds. */
  mayBeDirect(text: string): boolean;
  /** What keeps something in what `path` is, or in what calling it gives. */
  keeperIn(module: string, path: string): Keeper | undefined;
  resultOf(module: string, path: string): ResultModel['is'] | undefined;
  /** The storages that a member or the result of a call may stand for. */
  storagesOf(module: string, path: string): readonly StorageModel[];
  /** What made a reducer: a member or the result of a call. */
  reducerOf(module: string, path: string): ReducerModel | undefined;
  /** The files of configuration. */
  readonly files: readonly OwnedFile[];
  /** The draw that a call of `path` in `module` is. */
  drawOf(module: string, path: string): DrawModel | undefined;
  /** Whether a call whose last name is `name` can be a draw without an import. */
  isDrawName(name: string): boolean;
  /** Whether a module draws values. */
  isDrawModule(specifier: string): boolean;
  /** What libraries do to the sessions of requests. */
  readonly sessions: readonly OwnedSession[];
  /** Whether `path` in `module` is, or is read from, what the sender of a request writes. */
  isRequest(module: string, path: string): boolean;
  /** Whether a call or assignment whose last name is `name` can be a fact at all. */
  isRelevantName(name: string): boolean;
  /** Whether an assignment to a member of that name, or to one of something of that name, can be a fact. */
  isAssignedName(name: string): boolean;
  /** Whether a call whose last name is `name` can be one that reads a token. */
  isDecoderName(name: string): boolean;
}

/** Users bring their own models, so the index is made from whatever list the host gives. */
export function createKnowledge(libraries: readonly LibraryModel[]): Knowledge {
  const calls = new Map<string, OwnedEmission[]>();
  const methods = new Map<string, OwnedEmission[]>();
  const assignments = new Map<string, OwnedEmission[]>();
  const handed = new Map<string, OwnedEmission[]>();
  const registrations = new Map<string, OwnedRegistration[]>();
  const results = new Map<string, ResultModel['is']>();
  /** Modules with types whose members may have any name: `#PrismaClient.*.findUnique()`. */
  const open = new Set<string>();
  const openCalls = new Set<string>();
  const draws = new Map<string, DrawModel>();
  const drawNames = new Set<string>();
  const drawModules = new Set<string>();
  const requests = new Map<string, string[]>();
  const gifts = new Map<string, { readonly module: string; readonly path: string }>();
  /** What any member of a type is: `#CookieJar.*`. */
  const openGifts = new Map<string, { readonly module: string; readonly path: string }>();
  const fluent = new Map<string, ReadonlySet<string>>();
  const annotations = new Map<string, { readonly module: string; readonly path: string }>();
  const handlers = new Map<string, readonly string[]>();
  const typedHandlers = new Map<string, readonly string[]>();
  const namedHandlers = new Map<string, { readonly module: string; readonly parameters: readonly string[] }>();
  const described = new Set<string>();
  const conventional = new Map<string, { readonly module: string; readonly path: string }[]>();
  const members = new Map<string, { readonly module: string; readonly path: string }[]>();
  const automatic = new Map<string, { readonly module: string; readonly path: string }[]>();
  const bringers = new Map<string, readonly string[]>();
  const relevant = new Set<string>();
  const assigned = new Set<string>();
  const owners = new Map<string, string>();
  const storages = new Map<string, StorageModel[]>();
  const direct = new Map<string, OwnedEmission[]>();
  const directMethods = new Map<string, OwnedEmission[]>();
  const directAssignments = new Map<string, OwnedEmission[]>();
  const directNames = new Set<string>();
  const decoders = new Set<string>();
  const keepers = createKeepers();
  const reducers = new Map<string, ReducerModel>();

  for (const library of libraries) {
    const modules = library.modules ?? [library.package];
    for (const module of modules) {
      described.add(module);
      owners.set(module, library.package);
    }
    bringers.set(library.package, [...(bringers.get(library.package) ?? []), ...(library.broughtBy ?? [])]);
    for (const name of library.autoImports ?? [])
      push(automatic, name, { module: modules[0] ?? library.package, path: name });
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
    for (const { path, in: within, is } of library.results ?? []) {
      for (const module of modulesOf(path, within, modules, library)) {
        results.set(keyOf(module, path), is);
        if (path.includes('.*.')) open.add(module);
      }
    }
    for (const storage of library.storages ?? []) {
      for (const module of modulesOf(storage.path, storage.in, modules, library))
        push(storages, keyOf(module, storage.path), storage);
    }
    for (const reducer of library.reducers ?? []) {
      for (const module of modulesOf(reducer.path, reducer.in, modules, library))
        reducers.set(keyOf(module, reducer.path), reducer);
    }
    for (const draw of library.draws ?? []) {
      drawNames.add(draw.path.slice(draw.path.lastIndexOf('.') + 1));
      for (const module of modulesOf(draw.path, draw.in, modules, library)) {
        draws.set(keyOf(module, draw.path), draw);
        drawModules.add(module);
      }
    }
    for (const path of library.requests ?? []) {
      for (const module of modulesOf(path, undefined, modules, library)) push(requests, module, path);
    }
    for (const registration of library.registrations ?? []) {
      for (const name of namesOf(registration.at)) push(registrations, name, { library, registration });
    }
    for (const emission of library.emissions) {
      const owned: OwnedEmission = { library, emission };
      const { at } = emission;
      if (isDirect(emission.emits)) {
        for (const name of namesOf(at)) directNames.add(name);
        if ('method' in at) push(directMethods, at.method, owned);
        else if ('assign' in at) push(directAssignments, keyOf(library.package, at.assign), owned);
        else if ('call' in at)
          for (const module of modulesOf(at.call, at.in, modules, library)) push(direct, keyOf(module, at.call), owned);
        continue;
      }
      for (const name of namesOf(at)) ('assign' in at ? assigned : relevant).add(name);
      if (mayKeep(emission)) {
        const path = 'assign' in at ? at.assign : 'call' in at ? at.call : '';
        const owner =
          'assign' in at
            ? [at.in ?? library.package]
            : modulesOf(path, 'call' in at ? at.in : undefined, modules, library);
        for (const module of owner) keepers.add(module, path, emission);
      }
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
  }
  const sessions = libraries.flatMap((library) => (library.sessions ?? []).map((one) => ({ ...one, library })));
  // What renews a session behind a call in another file has to be seen there.
  for (const { renewedBy = [] } of sessions) for (const name of renewedBy) relevant.add(name);
  // A package that is itself the function: `session({…})` shows no name of the API.
  relevant.delete('');
  decoders.delete('');

  const canonical = (module: string, path: string): { module: string; path: string } => {
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
  const declared = (
    found: readonly { readonly module: string; readonly path: string }[] | undefined,
    isDependency: (packageName: string) => boolean,
  ) =>
    (found ?? NONE).filter(({ module }) => {
      const name = owners.get(module) ?? module;
      return [name, ...(bringers.get(name) ?? [])].some(isDependency);
    });

  /** A type of the library that a module belongs to. */
  const ownType = (module: string, type: string | undefined): { module: string; path: string } | undefined =>
    type === undefined || type === '' ? undefined : { module: owners.get(module) ?? module, path: type };

  return {
    isDescribed: (module) => described.has(module),
    canonical,
    typeNamed: (module, name) => annotations.get(keyOf(module, name)),
    resultOfCall(module, path) {
      const result = results.get(keyOf(module, `${path}()`));
      const isMade =
        typeof result === 'object' &&
        ('same' in result ||
          'instance' in result ||
          'environment' in result ||
          'configured' in result ||
          'date' in result ||
          'milliseconds' in result);
      return isMade ? result : undefined;
    },
    handlerParameter(api, index, count) {
      const counted = handlers.get(handlerKey(api.module, api.path, count));
      const type = (counted ?? handlers.get(handlerKey(api.module, api.path, undefined)))?.[index];
      return ownType(api.module, type);
    },
    heldParameter: (api, under, index) =>
      ownType(api.module, handlers.get(handlerKey(api.module, api.path, under))?.[index]),
    namedParameter(name, index, isDependency) {
      const found = namedHandlers.get(name);
      const type = found && isDependency(found.module) ? found.parameters[index] : undefined;
      return found && ownType(found.module, type);
    },
    typedParameter(module, name, isMember, index) {
      return ownType(module, typedHandlers.get(typedKey(module, name, isMember))?.[index]);
    },
    isConventionalMember: (name) => members.has(name),
    conventionalMember(name, isDependency) {
      const [found, ...others] = declared(members.get(name), isDependency);
      return others.length === 0 ? found : undefined;
    },
    autoImported(name, isDeclared) {
      const named = automatic.get(name);
      return named && declared(named, isDeclared)[0];
    },
    conventionalParameter: (name, isDependency) => declared(conventional.get(name), isDependency)[0],
    callsOf(module, path) {
      const exact = calls.get(keyOf(module, path));
      if (exact !== undefined || !openCalls.has(module)) return exact ?? [];
      return calls.get(keyOf(module, anyMember(path))) ?? [];
    },
    handedTo: (method) => handed.get(method) ?? [],
    registrationsNamed: (name) => registrations.get(name) ?? [],
    methodsNamed: (name) => methods.get(name) ?? [],
    assignmentsTo(module, path) {
      const exact = assignments.get(keyOf(module, path));
      if (exact !== undefined) return exact;
      const any = assignments.get(keyOf(module, path.replace(/[^.]+$/, '*')));
      return any ?? assignments.get(keyOf(module, path.replace(/^(#\w+|.*\(\))\..*$/, '$1.**'))) ?? [];
    },
    keeperIn: keepers.in,
    resultOf(module, path) {
      const exact = results.get(keyOf(module, path));
      if (exact !== undefined || !open.has(module)) return exact;
      return results.get(keyOf(module, anyMember(path)));
    },
    storagesOf: (module, path) => storages.get(keyOf(module, path)) ?? NONE,
    directCallsOf: (module, path) => direct.get(keyOf(module, path)) ?? [],
    directMethodsNamed: (name) => directMethods.get(name) ?? [],
    directAssignmentsTo: (module, path) => directAssignments.get(keyOf(module, path)) ?? [],
    isDirectName: (name) => directNames.has(name),
    mayBeDirect: createDirectGate(libraries),
    files: libraries.flatMap((library) => (library.files ?? []).map((file) => ({ library, file }))),
    reducerOf: (module, path) => reducers.get(keyOf(module, path)),
    drawOf: (module, path) => draws.get(keyOf(module, path)),
    isDrawName: (name) => drawNames.has(name),
    isDrawModule: (specifier) => drawModules.has(specifier),
    isRequest: (module, path) =>
      requests.get(module)?.some((start) => path === start || path.startsWith(`${start}.`)) === true,
    sessions,
    isRelevantName: (name) => relevant.has(name),
    isAssignedName: (name) => assigned.has(name),
    // What a package or a factory gives is called by names of the code's own.
    isDecoderName: (name) => decoders.has(name) || /jwt|decode/i.test(name),
  };
}

const NONE: readonly never[] = [];

/** Whether facts of a kind are looked for only where they are written. */
export function isDirect(kind: EmittedKind): kind is DirectKind {
  return (DIRECT_KINDS as readonly EmittedKind[]).includes(kind);
}

function handlerKey(module: string, path: string, place: number | string | undefined): string {
  return `${keyOf(module, path)}\n${place ?? ''}`;
}

function typedKey(module: string, name: string, isMember: boolean): string {
  return `${keyOf(module, name)}\n${isMember ? 'member' : ''}`;
}

/** `#Dexie.*.put` of `#Dexie.tokens.put`. */
function anyMember(path: string): string {
  return path.replace(/^(#\w+\.)[^.()]+/, '$1*');
}

function keyOf(module: string, path: string): string {
  return `${module}\n${path}`;
}

/** Types belong to the package, or to the one that a plugin adds to; functions to the modules that export them. */
function modulesOf(
  path: string,
  within: string | undefined,
  modules: readonly string[],
  library: LibraryModel,
): readonly string[] {
  if (within !== undefined) return [within];
  return path.startsWith('#') ? [library.package] : modules;
}

/** Names of which code must show one for a trigger to fire; empty when it need not show any. */
function namesOf(at: Trigger): readonly string[] {
  if ('method' in at) return [at.method];
  if ('handed' in at) return [at.to];
  if ('assign' in at) return at.assign.split('.').filter((name) => !name.startsWith('*'));
  return [lastName(at.call)];
}

/** What a type that is called itself is called as a member: `store.session(key, value)`. */
function giftNames(type: string, { gives = [] }: LibraryModel): readonly string[] {
  return gives.flatMap((gift) => (gift.type === type ? [lastName(gift.path)] : []));
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace('()', '');
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
