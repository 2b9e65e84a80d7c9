import type { Place } from '../../text/span';
import type { ArrayTerm, CallTerm, ElementTerm, ObjectTerm, Term } from '../lower/term';
import type { Module } from '../module/module';
import type { ModuleSummary, TypeBinding, Write } from '../module/summary';
import type { ApiResult } from './apiResults';
import type { MadeMembers } from './madeMembers';
import type { OwnedNamedCalls } from './namedCalls';
import type { Offers } from './offers';

/** What a value can be, as far as the source shows it. */
export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'undefined' }
  /** A property that nobody wrote; reading it gives `undefined`, but libraries tell the two apart. */
  | { readonly kind: 'absent' }
  /** A string of which some pieces are not known: those are terms. */
  | { readonly kind: 'text'; readonly parts: readonly (string | Term)[]; readonly frame: Frame }
  /** `perMillisecond` times the current time in milliseconds, plus `offset`. */
  | InstantValue
  | ObjectValue
  | { readonly kind: 'array'; readonly term: ArrayTerm; readonly frame: Frame; readonly open: boolean }
  | FunctionValue
  | ClassValue
  | InstanceValue
  /** An interface or a type alias, which only annotations name. */
  | { readonly kind: 'type'; readonly type: TypeBinding; readonly frame: Frame }
  | { readonly kind: 'namespace'; readonly module: Module }
  /** Something that the process's environment says; without a name, the whole environment. */
  | { readonly kind: 'environment'; readonly name: string | undefined }
  | ApiValue;

export interface FunctionValue {
  readonly kind: 'function';
  readonly id: number;
  readonly frame: Frame;
  /** Its first arguments, where `bind` or `partial` has given them. */
  readonly bound?: readonly GivenArgument[];
  /** What it is called with is the payload of an action, which it gets after a state. */
  readonly takesPayload?: true;
}

export interface InstantValue {
  readonly kind: 'instant';
  readonly perMillisecond: number;
  readonly offset: number;
  /** It is a `Date`, not a number of milliseconds. */
  readonly isDate?: true;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly id: number;
  readonly frame: Frame;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly classId: number;
  readonly frame: Frame;
  /** To its fields, from outside of the class. */
  readonly writes: readonly EffectiveWrite[];
  /** What a container of dependencies gives for a class: its methods are those of the class. */
  readonly isGiven?: true;
  /** A value may be an instance of other classes as well, for all that its type says. */
  readonly isOneOfMany?: true;
  /** What makes it, where the constructor is that of a class which its own extends. */
  readonly made?: FramedCall;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly term: ObjectTerm;
  readonly frame: Frame;
  readonly writes: readonly EffectiveWrite[];
}

/** Part of a package or of the platform: something that code outside of this workspace defines. */
export interface ApiValue {
  readonly kind: 'api';
  /** The package or built-in module; empty for globals. */
  readonly module: string;
  /** Members and calls from the module to here: `cookies().set`, `#Response.cookie`. Empty for the module itself. */
  readonly path: string;
  /** The call that yields this value. */
  readonly call: FramedCall | undefined;
  /** What the member or call was taken of. */
  readonly receiver: ApiValue | undefined;
  /** The name of the member that it is. */
  readonly key?: string;
}

export interface FramedCall {
  readonly term: CallTerm;
  readonly frame: Frame;
}

/** A write that the use at hand may have seen. */
export interface EffectiveWrite {
  readonly write: Write;
  readonly frame: Frame;
  /** The use has certainly seen it. */
  readonly definite: boolean;
}

/** Where terms are read: their module, and what the parameters of its running functions hold. */
export interface Frame {
  readonly module: Module;
  readonly arguments: ReadonlyMap<number, Arguments>;
  /** Calls between the file under analysis and here. */
  readonly depth: number;
  /** In the code of a class that others extend: what `this` is, an instance of one of them or, in static members, it itself. */
  readonly self?: { readonly classId: number; readonly value: InstanceValue | ClassValue } | undefined;
}

export interface Arguments {
  readonly list: readonly GivenArgument[];
  readonly frame: Frame;
}

export interface GivenArgument extends ElementTerm {
  /** Where it is read, if not where the others are. */
  readonly frame?: Frame;
}

/** One value that an expression can have. */
export interface Possible<V = Value> {
  readonly value: V;
  /** Where the value is written. */
  readonly place: Place;
  /** It gets here only under a test of the environment. */
  readonly guarded: boolean;
  /** The places between the expression and `place`, nearest the expression first. */
  readonly trail: readonly Place[];
}

/** The values that an expression can have. */
export interface ValueSet {
  readonly possible: readonly Possible[];
  /** There are no others. */
  readonly complete: boolean;
}

export const UNKNOWN: ValueSet = { possible: [], complete: false };

export function only(value: Value, place: Place): ValueSet {
  return { possible: [{ value, place, guarded: false, trail: [] }], complete: true };
}

export function union(sets: readonly ValueSet[]): ValueSet {
  if (sets.length === 1 && sets[0] !== undefined) return sets[0];
  return { possible: sets.flatMap(({ possible }) => possible), complete: sets.every(({ complete }) => complete) };
}

export function incomplete(set: ValueSet): ValueSet {
  return set.complete ? { possible: set.possible, complete: false } : set;
}

export function guardedBy(set: ValueSet, guarded: boolean): ValueSet {
  if (!guarded) return set;
  return { possible: set.possible.map((one) => ({ ...one, guarded: true })), complete: set.complete };
}

/** The set with one more step between the expression and its values. */
export function seenFrom(set: ValueSet, place: Place): ValueSet {
  return { possible: set.possible.map((one) => ({ ...one, trail: [place, ...one.trail] })), complete: set.complete };
}

/** Whether there is nothing: `undefined`, or no such property. */
export function isNothing({ kind }: Value): boolean {
  return kind === 'undefined' || kind === 'absent';
}

/** Whether a value is true in a condition; `undefined` when it depends. */
export function truthiness(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'literal':
      return Boolean(value.value);
    case 'undefined':
    case 'absent':
      return false;
    case 'text':
      return value.parts.some((part) => typeof part === 'string') ? true : undefined;
    case 'environment':
    case 'api':
      return undefined;
    default:
      return true;
  }
}

/** What is known of packages and of the platform; the models' side of the resolver. */
export interface ApiKnowledge {
  /** Whether `module` is described, so that it need not be looked for in the workspace. */
  isDescribed(module: string): boolean;
  /** The shortest way to name the same thing: `#Response.status()` is `#Response`. */
  canonical(module: string, path: string): { readonly module: string; readonly path: string };
  /** The described type that a parameter or variable is annotated with. */
  typeNamed(module: string, name: string): { readonly module: string; readonly path: string } | undefined;
  /** What calls of `path` give, where that is made of their arguments. */
  resultOfCall(module: string, path: string): ApiResult | undefined;
  /** The same of what is no call, or is made by one already. */
  resultAt(module: string, path: string): ApiResult | undefined;
  /** Where the functions stand that are members of what `path` gives; most modules have none. */
  membersOf(module: string, path: string): readonly MadeMembers[] | undefined;
  /** What libraries let code call by the names of its functions, by a method of that name; or by any. */
  namedCallsBy(method: string): readonly OwnedNamedCalls[];
  readonly namedCalls: readonly OwnedNamedCalls[];
  /** The calls by which code offers something to the library that a module belongs to. */
  offersOf(module: string): Offers | undefined;
  /** Those of all libraries. */
  readonly offering: readonly Offers[];
  /** What a function of `count` parameters gets as parameter `index` when it is handed to `api` as an argument. */
  handlerParameter(
    api: ApiValue,
    index: number,
    count: number,
  ): { readonly module: string; readonly path: string } | undefined;
  /** What a function gets that stands in an object handed to `api`, below the property `under`. */
  heldParameter(
    api: ApiValue,
    under: string,
    index: number,
  ): { readonly module: string; readonly path: string } | undefined;
  /** What a function of that name gets, in projects that depend on the framework that looks for it. */
  namedParameter(
    name: string,
    index: number,
    isDependency: (packageName: string) => boolean,
  ): { readonly module: string; readonly path: string } | undefined;
  /** What a function gets as parameter `index` that has the type of that name, or is a member of an object that has it. */
  typedParameter(
    module: string,
    name: string,
    isMember: boolean,
    index: number,
  ): { readonly module: string; readonly path: string } | undefined;
  /** Whether an unknown member of a parameter may be told by that name. */
  isConventionalMember(name: string): boolean;
  /** What it is, in projects that depend on one package that calls it so. */
  conventionalMember(
    name: string,
    isDependency: (packageName: string) => boolean,
  ): { readonly module: string; readonly path: string } | undefined;
  /** What a name without a declaration is, in projects that declare a package whose names need no import. */
  autoImported(
    name: string,
    isDeclared: (packageName: string) => boolean,
  ): { readonly module: string; readonly path: string } | undefined;
  /** What a parameter is by its name, in projects that depend on the package. */
  conventionalParameter(
    name: string,
    isDependency: (packageName: string) => boolean,
  ): { readonly module: string; readonly path: string } | undefined;
}

/** The modules around the one under analysis. */
export interface ModuleWorld {
  /** The module under analysis. */
  readonly own: Module;
  summary(specifier: string, from: string): ModuleSummary | null | undefined;
  /** The modules with classes that implement or extend a type of that name. */
  implementers(typeName: string): readonly ModuleSummary[];
  /** The other modules of the package that register a library with its framework; `undefined` while not known. */
  registrars(packageName: string): readonly ModuleSummary[] | undefined;
  /** The other modules that may write to something that they import under that name; `undefined` while not known. */
  writers(name: string): readonly ModuleSummary[] | undefined;
  isDependency(packageName: string, from: string): boolean;
  /** Whether a manifest says so. */
  isDeclared(packageName: string, from: string): boolean;
  /** The credentials that the workspace reads off what it keeps on the client under a key. */
  partsKept(key: string): readonly string[];
}

/** The last call on the way to an API value: `b()` for `a().b().c`. */
export function lastCallOf(value: ApiValue): FramedCall | undefined {
  for (let api: ApiValue | undefined = value; api !== undefined; api = api.receiver) if (api.call) return api.call;
  return undefined;
}

/** The first: `a()`. */
export function firstCallOf(value: ApiValue): FramedCall | undefined {
  let call: FramedCall | undefined;
  for (let api: ApiValue | undefined = value; api !== undefined; api = api.receiver) call = api.call ?? call;
  return call;
}
