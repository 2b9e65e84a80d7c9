import type {
  Claims,
  Constant,
  DrawSource,
  EmittedKind,
  FactSchema,
  Flow,
  KeyForm,
  KeyType,
  Setting,
  StorageArea,
  Unit,
} from '../facts/schema';
import type { Configuration } from '../resolve/configured';

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
  readonly sessions?: readonly SessionModel[];
  /** Members and results of calls that stand for a storage where code chooses one. */
  readonly storages?: readonly StorageModel[];
  /** Files that a framework finds by their names. */
  readonly files?: readonly FileModel[];
  /** What makes reducers of a state. */
  readonly reducers?: readonly ReducerModel[];
  readonly emissions: readonly Emission[];
}

/** What the library does to the session of a request, which handlers reach as a property of that or of the context. */
export interface SessionModel {
  /** `session` of `req.session`. */
  readonly property: string;
  /** `sealed`: the cookie holds the session, and there is no id that somebody could plant; `other`: a library on top of one. */
  readonly kept: 'server' | 'sealed' | 'other';
  /** Calls that give the session another id, by their last names. */
  readonly renewedBy?: readonly string[];
  /** How one of them is called on the session, and tells that it is done. */
  readonly renewal?: 'callback' | 'promise';
  /** Methods of the request that sign a user in, and the release since which they renew the session. */
  readonly signsIn?: {
    readonly methods: readonly string[];
    /** A function that makes a handler which does so. */
    readonly middleware: string;
    readonly renewsSince: string;
  };
}

/** Where the library is registered with its framework: the options there are the defaults of its calls elsewhere. */
export interface RegistrationModel {
  readonly at: Trigger;
  /** Those of all files of the package count, not those of the file alone that calls the library. */
  readonly isShared?: true;
  readonly options: Where & { readonly from: 'argument' | 'factory' };
}

/** A file that a framework reads, in projects that depend on it: what the file exports is as good as handed to a call. */
export interface FileModel {
  /** Where it lies in the project, without its ending; `*` stands for any name: `config/env/*`. */
  readonly file: string;
  /** `default`, which all of `module.exports` is too, or a name. A function that is exported is what it returns. */
  readonly exports: string;
  /** What such a function gets: types by parameter. */
  readonly parameters?: readonly string[];
  /** The call: the path of one, as emissions have it. */
  readonly call: string;
}

/** A type that values have without an import in sight. */
export interface TypeModel {
  /** With its leading `#`; of what the platform has, the path by which code reaches it: `document`. */
  readonly name: string;
  /** It is not the library's own, but the platform's. */
  readonly ofPlatform?: true;
  /** What findings call a value of it where the code's own name is too long. */
  readonly display: string;
  /** Names by which annotations mean it, under any of the modules. */
  readonly annotations?: readonly string[];
  /** Methods that return the value itself. */
  readonly fluent?: readonly string[];
  /** What parameters that hold it are called, in projects that depend on the package. */
  readonly conventionalNames?: readonly string[];
  /** What members of unknown parameters that hold it are called: `res` of the context of a GraphQL server. */
  readonly conventionalMembers?: readonly string[];
}

export interface Gift {
  /** `*` stands for any member of a type: `#CookieJar.*`. */
  readonly path: string;
  readonly in?: string;
  readonly type: string;
}

/** What handlers get: functions that are an argument of a call, or that have a type of the library. */
export type HandlerModel = HandedHandlerModel | HeldHandlerModel | NamedHandlerModel | TypedHandlerModel;

export interface HandedHandlerModel {
  /** The call. */
  readonly path: string;
  readonly in?: string;
  /** Only handlers that take this many parameters: Express tells its error handlers so. */
  readonly count?: number;
  /** Types by parameter; empty for what no type describes. */
  readonly parameters: readonly string[];
}

/** Handlers that stand in an object that a call is handed, below the property `under`. */
export interface HeldHandlerModel {
  readonly path: string;
  readonly under: string;
  /** As above. */
  readonly parameters: readonly string[];
}

/** Functions that a framework finds by their names, in projects that depend on it. */
export interface NamedHandlerModel {
  readonly named: string;
  /** As above. */
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

export interface DrawModel {
  readonly path: string;
  readonly in?: string;
  readonly source: DrawSource;
  /** The argument that says how much is drawn. */
  readonly size?: number;
}

export interface ResultModel {
  /** `*` stands for any member of a type: `#PrismaClient.*.findFirst()`. */
  readonly path: string;
  readonly in?: string;
  readonly is:
    | 'credential'
    /** A variable of the environment, by the argument that names it; else the argument that stands in for it. */
    | { readonly environment: number; readonly fallback: number }
    /** What the project's configuration says at the path that the first argument is, its keys apart at dots. */
    | { readonly configured: Configuration }
    /** An instance of the class that the argument is: what containers of dependencies give. */
    | { readonly instance: number }
    /** The argument itself: what wraps a class or a function without changing how it is called. */
    | {
        readonly same: number;
        /** Without it, the call gives nothing. */
        readonly isOptional?: true;
      }
    /** A mark that says that there is no value: `RESET`. */
    | { readonly nothing: true }
    /** A token by which a service reaches a device or an app: it says nothing of the user. */
    | { readonly identifier: true }
    | { readonly key: KeyType; readonly form: KeyForm }
    /** A date: the argument, or now where there is none; later by another argument's steps, or by its object of units. */
    | {
        readonly date: number;
        readonly later?: number;
        readonly milliseconds?: number;
        readonly isSeconds?: true;
      }
    | RecordResult
    /** What was kept under the name that the first argument is. */
    | { readonly kept: readonly KeptIn[] }
    /** An object of which a schema says what its members are where nobody gave them. */
    | { readonly schema: SchemaDefaults }
    /** What is computed from other values, so that it cannot be undone; only with a key, or by anybody. */
    | { readonly digest: 'keyed' | 'plain' }
    /** The result carries on an argument, or a property of it. */
    | { readonly argument: number; readonly path?: readonly string[] };
}

/** A call of the same library that keeps values, for others to ask for them by name. */
export interface KeptIn {
  /** Its path. */
  readonly by: string;
  /** The argument that names the value; without one, the values lie in an object at the names. */
  readonly name?: number;
  /** The argument that is the value, or the object. */
  readonly value: number;
  /** What stands between names of which each leads further into the object. */
  readonly separator?: string;
  /** Where the value lies in what the names lead to. */
  readonly within?: readonly string[];
  /** It stands in where nothing else is configured. */
  readonly isFallback?: true;
}

/** Where a schema says what stands in for a value that is not given. */
export interface SchemaDefaults {
  /** The methods and functions of which one lists the members. */
  readonly by: readonly string[];
  /** Its argument that does, and where in it. */
  readonly lists: number;
  readonly within?: readonly string[];
  /** The argument that is the schema, of a call that does not stand at its end. */
  readonly handed?: number;
  /** A method whose first argument stands in, or an option of the call that describes a member. */
  readonly defaults: { readonly method: string } | { readonly option: string };
}

/** An area of the client, cookies that script writes among them. */
export type KeptArea = StorageArea | 'cookie';

/** A storage that code can hand over, or what wraps one: `createJSONStorage(() => sessionStorage)`. */
export interface StorageModel {
  readonly path: string;
  readonly in?: string;
  readonly area: KeptArea;
  /** It wraps the storage that this argument is, or returns; `area` is what it wraps without one. */
  readonly around?: number;
  /** The argument holds it as the first of these members that is there, if none of the others is. */
  readonly option?: { readonly names: readonly string[]; readonly absent: readonly string[] };
  /** The text that its first argument has to be. */
  readonly named?: string;
}

/** All columns of a row of a database. */
export interface RecordResult {
  /** `document`: an object that may hide some of them, unless it is copied by a spread or by `toObject()`. */
  readonly record: 'plain' | 'document';
  /** Where columns are selected: where something may be written there, the result is no whole record. */
  readonly selectedBy: readonly (Where & { readonly from: 'argument' })[];
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

/** Where the members that are kept are named, in a list or alone. */
export interface NamedState {
  readonly named: Where;
}

/** Where a reducer stands, and the members of its state that are kept, or are not. */
export interface ReducerState {
  readonly reducer: Where;
  /** It is the state itself. */
  readonly holds?: 'state';
  readonly only: readonly Where[];
  readonly except: readonly Where[];
}

/** A reducer that a library makes of an argument, or of a member of it: a first state, or an object of the parts' reducers. */
export interface ReducerModel {
  readonly path: string;
  readonly in?: string;
  readonly argument: number;
  readonly member?: string;
  readonly holds: 'state' | 'reducers';
}

export type Trigger =
  /** A call; `<Component {...props} />` and `{ provide: Token, … }` are calls with one object. */
  | {
      readonly call: string;
      readonly in?: string;
      /** How many arguments the call has, both ends included. */
      readonly arguments?: readonly [number, number];
      readonly when?: Condition;
      /** Not where an argument is, or may be, one of these texts. */
      readonly unless?: TextCondition;
      /** The first argument is the part of a token that holds its claims. */
      readonly opens?: 'token';
      /** A list stands here: there is a fact for each of its elements, which the slots name as the first argument. */
      readonly listed?: Where & { readonly from: 'argument' };
      /**
       * An object literal that answers a request is as good as a call: its cookies stand in a header, or in a list, or it is
       * one of those of a list that stands in the answer.
       */
      readonly answers?: 'header' | 'list' | 'element';
    }
  /**
   * A method of that name on anything, or on what a method called `of` gives or a member called so holds: only for calls
   * that this, `when`, or the Set-Cookie text makes unmistakable.
   */
  | {
      readonly method: string;
      readonly of?: string;
      readonly arguments?: readonly [number, number];
      readonly when?: Condition;
    }
  /**
   * Part of the library is handed, as first argument or as property `under` of it, to a method of that name: plugins are
   * registered so.
   */
  | {
      readonly handed: string;
      readonly to: string;
      readonly under?: string;
      readonly arguments?: readonly [number, number];
    }
  /**
   * An assignment to a member; `*` stands for any key, `*.` for whatever the member is of, `**` for any path, after a type or
   * a call.
   */
  /** As above; `this.*` is a member of what a method of an object is called on. */
  | { readonly assign: string; readonly in?: string; readonly when?: Condition };

/** An argument that is certainly one of these texts; case does not matter. */
export interface TextCondition {
  readonly where: Where;
  readonly is: readonly string[];
}

/** What has to be certain of a call. */
export type Condition =
  | TextCondition
  | StorageCondition
  | KindCondition
  | PartCondition
  /** Nothing is written at any of these places. */
  | { readonly absent: readonly Where[] }
  | { readonly all: readonly (TextCondition | KindCondition)[] };

/**
 * What stands at a place is certainly of one of these kinds, `described` where its type is one of a model; `otherwise`: that
 * is not certain.
 */
export interface KindCondition {
  readonly where: Where;
  readonly kinds: readonly ('absent' | 'undefined' | 'literal' | 'object' | 'function' | 'described')[];
  readonly otherwise?: boolean;
}

/** What stands at a place is certainly that part of a library, by its module and path: `jose JWK.None`. */
export interface PartCondition {
  readonly where: Where;
  readonly part: string;
}

/** The first of these places that is written holds a storage of that area; with `byDefault`, or none is. */
export interface StorageCondition {
  readonly storage: readonly Where[];
  readonly area: KeptArea;
  readonly byDefault?: boolean;
  /** And nothing is written at any of these places. */
  readonly absent?: readonly Where[];
  /** And something other than `false` is, or may be, at this one. */
  readonly present?: Where;
  /** And what is assigned to is among the names that stand here, if any do, or certainly not among those. */
  readonly only?: readonly Where[];
  readonly except?: readonly Where[];
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
  /** Of a token's payload: only whoever has the key can read it. */
  readonly isEncrypted?: true;
}

/** The paths in what a call gives at which the claims lie; the first that leads to a use counts. */
export interface ClaimsSlot {
  readonly claimsAt: readonly (readonly string[])[];
}

/** A place in a call that a setting can be written at. */
export type Where =
  | {
      readonly from: 'argument';
      readonly index: number;
      readonly path: readonly string[];
      readonly unit?: Unit;
      /** What a fix writes does not fit here: another place takes it. */
      readonly isReadOnly?: true;
    }
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
  /** An argument of the innermost call of `call`, from `in`, in which the code stands. */
  | {
      readonly from: 'around';
      readonly call: string;
      readonly in: string;
      readonly index: number;
      readonly path: readonly string[];
      readonly unit?: Unit;
    }
  /** The options by which the library is registered with its framework; `isOptional`: nothing is written where none is seen. */
  | {
      readonly from: 'registration';
      readonly path: readonly string[];
      readonly unit?: Unit;
      readonly isOptional?: true;
    }
  /** An argument of the call that was handed the handler from whose parameters the receiver was taken. */
  | {
      readonly from: 'handing';
      readonly index: number;
      readonly path: readonly string[];
      readonly unit?: Unit;
    }
  /** What the files of configuration of the project say. */
  | { readonly from: 'configured'; readonly in: Configuration; readonly path: readonly string[]; readonly unit?: Unit }
  /** What the same function assigns to another member of the receiver. */
  | { readonly from: 'beside'; readonly member: string; readonly unit?: Unit }
  /** The name of the member that the receiver is. */
  | { readonly from: 'member' }
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
/** A `Date`, or a number of days: js-cookie. */
export const DAYS: Unit = { number: 'days', text: 'invalid' };
export const EPOCH_SECONDS: Unit = { number: 'epoch-seconds', text: 'invalid' };
/** A `Date`, which is a number of milliseconds since the epoch to us. */
export const DATE: Unit = { number: 'epoch-milliseconds', text: 'invalid' };
/** jsonwebtoken's `expiresIn`: numbers are seconds, texts are read by `ms`. */
export const SECONDS_OR_MS_TEXT: Unit = { number: 'seconds', text: 'ms' };
/** jose's `setExpirationTime`: numbers are absolute, texts relative. */
export const JOSE_TIME: Unit = { number: 'epoch-seconds', text: 'jose' };
