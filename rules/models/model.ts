import type { Claims, Constant, FactKind, FactSchema, Flow, KeyType, Setting, Unit } from '../facts/schema';

/**
 * How one library spells facts: data only, so that it can be printed, checked against the real library, and written by
 * users for their own. Paths name what code reaches from an import: `sign`, `cookies().set`; a path that starts with `#`
 * names a type of the library: `#Response.cookie`.
 */
export interface LibraryModel {
  /** The package as it is depended on; empty for what the platform gives. */
  readonly package: string;
  /** How it is imported; the package's name unless said otherwise. */
  readonly modules?: readonly string[];
  /** The package, version and file that the defaults were read from. */
  readonly source: string;
  /** What findings call the receiver of its calls where the code's own is too long: `jwt` for `jwt.sign()`. */
  readonly display: string;
  /** It needs what browsers do not have. */
  readonly runsOn?: 'server';
  readonly types?: readonly TypeModel[];
  /** Calls and members that give a described type. */
  readonly gives?: readonly Gift[];
  readonly handlers?: readonly HandlerModel[];
  /** Calls whose result is a credential, a key, or carries on their argument. */
  readonly results?: readonly ResultModel[];
  readonly registrations?: readonly RegistrationModel[];
  readonly emissions: readonly Emission[];
}

/** Where the library is registered with its framework: the options there are the defaults of its calls elsewhere. */
export interface RegistrationModel {
  readonly at: Trigger;
  readonly options: Where & { readonly from: 'argument' | 'factory' };
}

/** A type that values have without an import in sight. */
export interface TypeModel {
  /** With its leading `#`. */
  readonly name: string;
  /** What findings call a value of it where the code's own name is too long. */
  readonly display: string;
  /** Names by which annotations mean it, under any of the modules. */
  readonly annotations?: readonly string[];
  /** Methods that return the value itself. */
  readonly fluent?: readonly string[];
  /** What parameters that hold it are called, in projects that depend on the package. */
  readonly conventionalNames?: readonly string[];
}

export interface Gift {
  readonly path: string;
  readonly in?: string;
  readonly type: string;
}

/** What handlers get: functions that are an argument of a call, or that have a type of the library. */
export type HandlerModel = HandedHandlerModel | TypedHandlerModel;

export interface HandedHandlerModel {
  /** The call. */
  readonly path: string;
  /** Only handlers that take this many parameters: Express tells its error handlers so. */
  readonly count?: number;
  /** Types by parameter; empty for what no type describes. */
  readonly parameters: readonly string[];
}

export interface TypedHandlerModel {
  /** The name by which annotations mean the type, under any of the modules. */
  readonly annotation: string;
  /** It is the type of an object whose members are the handlers. */
  readonly members?: true;
  /** As above. */
  readonly parameters: readonly string[];
}

export interface ResultModel {
  readonly path: string;
  readonly in?: string;
  readonly is:
    | 'credential'
    /** A variable of the environment, by the argument that names it; else the argument that stands in for it. */
    | { readonly environment: number; readonly fallback: number }
    /** An instance of the class that the argument is: what containers of dependencies give. */
    | { readonly instance: number }
    /** The argument itself: what wraps a class or a function without changing how it is called. */
    | { readonly same: number }
    | { readonly key: KeyType; readonly form: 'set' | 'single' }
    /** The result carries on an argument, or a property of it. */
    | { readonly argument: number; readonly path?: readonly string[] };
}

/** A call, or an assignment, that is a fact. */
export type Emission = {
  readonly [K in FactKind]: {
    readonly emits: K;
    readonly at: Trigger;
    /** The attributes stand in a Set-Cookie text here (or in a list of them), not in the slots' places. */
    readonly cookieText?: Where;
    /** Releases that behave so: from `since` on, before `until`. */
    readonly since?: string;
    readonly until?: string;
    readonly slots: { readonly [A in keyof FactSchema[K]]: SlotOf<FactSchema[K][A]> };
  };
}[FactKind];

export type Trigger =
  | {
      readonly call: string;
      readonly in?: string;
      /** How many arguments the call has, both ends included. */
      readonly arguments?: readonly [number, number];
      readonly when?: Condition;
      /** The first argument is the part of a token that holds its claims. */
      readonly opens?: 'token';
    }
  /** A method of that name on anything: only for calls that `when`, or the Set-Cookie text, makes unmistakable. */
  | { readonly method: string; readonly arguments?: readonly [number, number]; readonly when?: Condition }
  /** Part of the library is handed, as first argument, to a method of that name: plugins are registered so. */
  | { readonly handed: string; readonly to: string; readonly arguments?: readonly [number, number] }
  /** An assignment to a member; `*` stands for any key. */
  | { readonly assign: string };

/** An argument that is certainly one of these texts; case does not matter. */
export interface Condition {
  readonly where: Where;
  readonly is: readonly string[];
}

export type SlotOf<Attribute> =
  Attribute extends Constant<infer T>
    ? Constant<T>
    : Attribute extends Setting<infer T>
      ? Slot<T>
      : Attribute extends Flow
        ? FlowSlot
        : Attribute extends Claims
          ? ClaimsSlot
          : never;

export interface Slot<T> {
  /** Where the setting is written: the first of these that is present. */
  readonly where: readonly Where[];
  /** What the library does when it is not written; absent: it depends on what we cannot see. */
  readonly default?: T;
  /** What a written `undefined` means where that is not the default. */
  readonly whenUndefined?: T;
  /** The library throws at a written `undefined` or `null`: nothing follows from it. */
  readonly refusesUndefined?: true;
  /** Spellings other than the value itself, by their text. */
  readonly spelled?: Readonly<Record<string, T>>;
}

export interface FlowSlot {
  readonly where: readonly Where[];
}

/** The paths in what a call gives at which the claims lie; the first that leads to a use counts. */
export interface ClaimsSlot {
  readonly claimsAt: readonly (readonly string[])[];
}

/** A place in a call that a setting can be written at. */
export type Where =
  | { readonly from: 'argument'; readonly index: number; readonly path: readonly string[]; readonly unit?: Unit }
  /** Argument `index` of an earlier call of the same builder. */
  | {
      readonly from: 'chain';
      readonly method: string;
      readonly index: number;
      readonly path: readonly string[];
      readonly unit?: Unit;
    }
  /** What the function returns that stands in argument `index` at `factory`. */
  | {
      readonly from: 'factory';
      readonly index: number;
      readonly factory: readonly string[];
      readonly path: readonly string[];
      readonly unit?: Unit;
    }
  /** The options by which the library is registered with its framework. */
  | { readonly from: 'registration'; readonly path: readonly string[]; readonly unit?: Unit }
  /** The token of which the first argument is a part. */
  | { readonly from: 'opened' }
  /** The right side of an assignment. */
  | { readonly from: 'assigned'; readonly path: readonly string[] }
  /** The key that an assignment to a member names. */
  | { readonly from: 'key' };

export function arg(index: number, ...path: readonly string[]): Where & { from: 'argument' } {
  return { from: 'argument', index, path };
}

export function chain(method: string, index: number, ...path: readonly string[]): Where & { from: 'chain' } {
  return { from: 'chain', method, index, path };
}

export function registered(...path: readonly string[]): Where & { from: 'registration' } {
  return { from: 'registration', path };
}

export const assigned: Where = { from: 'assigned', path: [] };
export const key: Where = { from: 'key' };

export function constant<const T>(value: T): Constant<T> {
  return { constant: value };
}

/** A setting that the library gives `absent` when it is not written. */
export function slot<const T>(where: Where | readonly Where[], absent: T): Slot<T> {
  return { where: toList(where), default: absent };
}

/** A setting whose default is not known, or that is always written. */
export function required(where: Where | readonly Where[]): { readonly where: readonly Where[] } {
  return { where: toList(where) };
}

export function flow(where: Where | readonly Where[]): FlowSlot {
  return { where: toList(where) };
}

/** The claims are the result itself, or lie in it at a path. */
export function claims(...claimsAt: readonly (readonly string[])[]): ClaimsSlot {
  return { claimsAt };
}

/** The same place, read as a time. */
export function timed<W extends Where>(where: W, unit: Unit): W {
  return { ...where, unit };
}

function toList(where: Where | readonly Where[]): readonly Where[] {
  return Array.isArray(where) ? where : [where as Where];
}

export const SECONDS: Unit = { number: 'seconds', text: 'invalid' };
export const MILLISECONDS: Unit = { number: 'milliseconds', text: 'invalid' };
/** A `Date`, or a number of days: js-cookie. */
export const DAYS: Unit = { number: 'days', text: 'invalid' };
export const EPOCH_SECONDS: Unit = { number: 'epoch-seconds', text: 'invalid' };
/** A `Date`, which is a number of milliseconds since the epoch to us. */
export const DATE: Unit = { number: 'epoch-milliseconds', text: 'invalid' };
/** jsonwebtoken's `expiresIn`: numbers are seconds, texts are read by `ms`. */
export const SECONDS_OR_MS_TEXT: Unit = { number: 'seconds', text: 'ms' };
/** jose's `setExpirationTime`: numbers are absolute, texts relative. */
export const JOSE_TIME: Unit = { number: 'epoch-seconds', text: 'jose' };
