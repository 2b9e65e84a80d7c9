import type { EmittedKind, FactSchema } from '../facts/schema';
import type { Constant, Unit } from '../facts/schema/settings';
import type { MadeMembers } from '../resolve/evaluate/madeMembers';
import type { NamedCalls } from '../resolve/evaluate/namedCalls';
import type { Offer } from '../resolve/evaluate/offers';
import type { HandlerModel } from './shape/handlers';
import type { Where } from './shape/places';
import type { FileModel, RegistrationModel } from './shape/registrations';
import type { DrawModel, ResultModel } from './shape/results';
import type { SessionModel } from './shape/sessions';
import type { ClaimsSlot, FlowSlot, Slot, SlotOf } from './shape/slots';
import type { NamedState, ReducerModel, ReducerState } from './shape/states';
import type { SaferStoreModel, StorageModel } from './shape/storages';
import type { Trigger } from './shape/triggers';
import type { Gift, TypeModel } from './shape/types';

export type { Where } from './shape/places';

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
  /** Packages that bring it along: who depends on one of these depends on it. */
  readonly broughtBy?: readonly string[];
  /** Names that need no import in projects that depend on one of the packages that bring it. */
  readonly autoImports?: readonly string[];
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
  /** Calls that draw a value. */
  readonly draws?: readonly DrawModel[];
  /** What the sender of a request writes: members and calls of which everything comes from outside. */
  readonly requests?: readonly string[];
  readonly registrations?: readonly RegistrationModel[];
  /** Calls by which code offers something to the library, for other code to ask for it by a name. */
  readonly offers?: readonly Offer[];
  /** Methods that call, by their names, functions of what code offers. */
  readonly namedCalls?: NamedCalls;
  /** What calls give whose members are functions of the code that made it: the actions of a store. */
  readonly members?: readonly { readonly path: string; readonly of: readonly MadeMembers[] }[];
  readonly sessions?: readonly SessionModel[];
  /** Members and results of calls that stand for a storage where code chooses one. */
  readonly storages?: readonly StorageModel[];
  /** Files that a framework finds by their names. */
  readonly files?: readonly FileModel[];
  /** What makes reducers of a state. */
  readonly reducers?: readonly ReducerModel[];
  /** What keeps the same safely, and is called in the same way. */
  readonly saferStore?: SaferStoreModel;
  readonly emissions: readonly Emission[];
}

/** A call, or an assignment, that is a fact. */
export type Emission = {
  readonly [K in EmittedKind]: {
    readonly emits: K;
    readonly at: Trigger;
    /** The attributes stand in a Set-Cookie text here (or in a list of them), not in the slots' places. */
    readonly cookieText?: Where;
    /** A URL stands here, as a text or as an object: there is a fact for each of its parameters whose value is not known. */
    readonly urlText?: Where;
    /** Releases that behave so: from `since` on, before `until`. */
    readonly since?: string;
    readonly until?: string;
    /** Only in projects that do not depend on this package, whose plugins do otherwise; only in those that do. */
    readonly lacks?: string;
    readonly needs?: string;
    /** A reducer, or a state, stands here: there is a fact if a member of the state is named for a token, and kept. */
    readonly stateOf?: ReducerState | NamedState;
    /** It does more than the fact says: no edit may take it away. */
    readonly doesMore?: true;
    /** Of a cookie: a name that starts with `__Secure` or `__Host` switches Secure on, whatever is written. */
    readonly securesByName?: true;
    /** There is a fact for each argument, from the one on that the slots name. */
    readonly each?: true;
    readonly slots: { readonly [A in keyof FactSchema[K]]: SlotOf<FactSchema[K][A]> };
  };
}[EmittedKind];

export function arg(index: number, ...path: readonly string[]): Where & { from: 'argument' } {
  return { from: 'argument', index, path };
}

export function chain(method: string, index: number, ...path: readonly string[]): Where & { from: 'chain' } {
  return { from: 'chain', method, index, path };
}

export function registered(...path: readonly string[]): Where & { from: 'registration' } {
  return { from: 'registration', path };
}

/** What a function returns that stands in an argument, or in an option of it. */
export function returned(index: number, ...factory: readonly string[]): Where & { from: 'factory' } {
  return { from: 'factory', index, factory, path: [] };
}

/** An argument of the call that was handed the handler, or an option of it. */
export function handing(index: number, ...path: readonly string[]): Where & { from: 'handing' } {
  return { from: 'handing', index, path };
}

/** Another member of the receiver that the same function assigns to. */
export function beside(name: string): Where & { from: 'beside' } {
  return { from: 'beside', member: name };
}

export const assigned: Where = { from: 'assigned', path: [] };
export const key: Where = { from: 'key' };
export const member: Where = { from: 'member' };
export const decorated: Where = { from: 'decorated' };
export const variable: Where = { from: 'variable' };

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

/** The same place, which edits leave alone. */
export function readOnly<W extends Where & { from: 'argument' }>(where: W): W {
  return { ...where, isReadOnly: true };
}

/** A secret that cookies are signed or encrypted with. */
export function sessionSecret(where: Where | readonly Where[]) {
  return { purpose: constant('session'), value: flow(where) } as const;
}

/** The payload of a token that is encrypted. */
export function encrypted(where: Where): FlowSlot {
  return { where: [where], isEncrypted: true };
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
export const MINUTES: Unit = { number: 'minutes', text: 'invalid' };
/** A `Date`, or a number of days: js-cookie. */
export const DAYS: Unit = { number: 'days', text: 'invalid' };
export const EPOCH_SECONDS: Unit = { number: 'epoch-seconds', text: 'invalid' };
/** A `Date`, which is a number of milliseconds since the epoch to us. */
export const DATE: Unit = { number: 'epoch-milliseconds', text: 'invalid' };
/** jsonwebtoken's `expiresIn`: numbers are seconds, texts are read by `ms`. */
export const SECONDS_OR_MS_TEXT: Unit = { number: 'seconds', text: 'ms' };
/** jose's `setExpirationTime`: numbers are absolute, texts relative. */
export const JOSE_TIME: Unit = { number: 'epoch-seconds', text: 'jose' };
