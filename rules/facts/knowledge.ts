import type { Emission, LibraryModel } from '../models/model';
import type { FileModel, RegistrationModel } from '../models/shape/registrations';
import type { DrawModel, ResultModel } from '../models/shape/results';
import type { SessionModel } from '../models/shape/sessions';
import type { ReducerModel } from '../models/shape/states';
import type { StorageModel } from '../models/shape/storages';
import type { ApiKnowledge } from '../resolve/evaluate/value';
import type { Keeper } from './kept/keepers';

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
  /** The storages that a safer one can take the place of. */
  readonly saferStores: readonly LibraryModel[];
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
