import type { Runtime } from '../resolve/runtime';
import type { Quote } from '../resolve/summary';
import type { ObjectTerm } from '../resolve/term';
import type { Role } from '../resolve/trust';
import type { UseKind } from '../resolve/uses';
import type { Possible } from '../resolve/value';
import type { Place, Span } from '../text/span';

/**
 * The vocabulary in which models and rules meet. Every kind of fact is something that happens in a program; its
 * attributes say how. Read this file first.
 */
export interface FactSchema {
  /** Something asks the browser to keep a cookie. */
  CookieWrite: {
    /** `script`: through a browser API, which can never set HttpOnly. */
    readonly by: Constant<'server' | 'script'>;
    readonly name: Setting<string>;
    readonly value: Flow;
    readonly httpOnly: Setting<boolean>;
    readonly secure: Setting<boolean | 'auto'>;
    readonly sameSite: Setting<SameSite>;
    readonly lifetime: Setting<Lifetime>;
    /** A session middleware's cookie: it carries a session id, whatever its name. */
    readonly carriesSession: Constant<boolean>;
    /** Whether `secure: 'auto'` makes the cookie as secure as the request is. */
    readonly secureByRequest: Constant<boolean>;
    /** What happens to a Secure cookie behind a proxy that the framework does not trust. */
    readonly behindProxy: Constant<'sent' | 'dropped'>;
  };
  /** A token is made and signed. */
  TokenSign: {
    readonly key: Flow;
    readonly algorithm: Setting<string>;
    /** Whether `none` makes an unsigned token; the call is refused otherwise. */
    readonly signsNone: Constant<boolean>;
    readonly lifetime: Setting<Lifetime>;
    readonly payload: Flow;
    /** The `sub` claim where it is set beside the payload. */
    readonly subject: Flow;
  };
  /** A token's signature is checked. */
  TokenVerify: {
    readonly key: Flow;
    readonly algorithms: Setting<Allowlist>;
    /**
     * What decides when no allowlist is given: the token's `header`, the `key-text` (secret or PEM, with a way to be
     * mistaken), the `key-type`; or the call is `rejected`.
     */
    readonly withoutAlgorithms: Constant<'header' | 'key-text' | 'key-type' | 'rejected'>;
    /** Whether an unsigned token passes when the key is `null`, `undefined`, `false` or empty. */
    readonly unsignedWithoutKey: Constant<'accepted' | 'accepted-if-none-is-listed' | 'rejected'>;
  };
  /** Something is kept where any script of the page can read it. */
  ClientStore: {
    readonly area: Constant<'localStorage' | 'sessionStorage'>;
    readonly key: Setting<string>;
    readonly value: Flow;
  };
  /** A secret protects something other than a token. */
  SecretUse: {
    readonly purpose: Constant<'session' | 'token'>;
    readonly value: Flow;
  };
  /** What a token says is read, and its signature is not checked. */
  TokenDecode: {
    readonly token: Flow;
    readonly reads: Setting<'claims' | 'header'>;
    readonly claims: Claims;
  };
}

export type FactKind = keyof FactSchema;

/** `unset`: the browser decides; `invalid`: the library writes something that browsers do not understand, or throws. */
export type SameSite = 'strict' | 'lax' | 'none' | 'auto' | 'unset' | 'invalid';

/** The algorithms that a verifier accepts; `any` when nothing was said. */
export type Allowlist = readonly string[] | 'any';

/** Seconds from now; `never`: it has no end of its own; `session`: it ends with the browser's session. */
export type Lifetime = number | 'never' | 'session';

/** What a model says once and for all. */
export interface Constant<T> {
  readonly constant: T;
}

/** One setting of an API: the set of values that it can have, where it is written, and how to write it. */
export interface Setting<T> {
  readonly values: readonly SettingValue<T>[];
  /** There are no other values. */
  readonly complete: boolean;
  /** The place in the file under analysis that a person would edit: the option, its object, or the call. */
  readonly span: Span;
  /** Where an edit goes; `undefined` when no single place decides. */
  readonly site: EditSite | undefined;
  /** Where the trails of the values end that are not known. */
  unknowns?(): readonly Leaf[];
}

export interface SettingValue<T> extends Omit<Possible<T>, 'value'> {
  readonly value: T;
  /** `default`: nothing is written, the library decides. */
  readonly source: 'written' | 'default';
}

/** Where a value comes from: every leaf that reaches an expression. */
export interface Flow {
  /** The expression; the call's callee when it has none. */
  readonly span: Span;
  readonly leaves: readonly Leaf[];
  /** Every leaf is known. */
  readonly complete: boolean;
  /** It is a text as it is handed over, not an object. */
  readonly isText: boolean;
  /** It stands where the library is registered with its framework, and is judged there. */
  readonly isRegistered: boolean;
}

export interface Leaf {
  readonly origin: Origin;
  /** The names that the value bears on its way, nearest the use first. */
  readonly names: readonly string[];
  readonly place: Place;
  readonly trail: readonly Place[];
  readonly guarded: boolean;
  /** It is used only when the environment does not say otherwise: `process.env.X || 'literal'`. */
  readonly isFallback: boolean;
  /** It is a piece of a text whose other pieces are not known. */
  readonly isPiece: boolean;
}

export type Origin =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'environment'; readonly name: string | undefined }
  /** A token that a described library has just made, or handed out. */
  | { readonly kind: 'credential' }
  | { readonly kind: 'key'; readonly type: KeyType; readonly form: 'set' | 'single' }
  | { readonly kind: 'function' }
  | UnknownOrigin;

/** Where a trail ends. */
export interface UnknownOrigin {
  readonly kind: 'unknown';
  readonly at: TrailEnd;
  /** The properties that the code around reads off the same value. */
  parts(): readonly string[];
}

/** What a value that is not known further comes from. */
export type TrailEnd = 'parameter' | 'import' | 'call' | 'property' | 'variable' | 'expression';

export type KeyType = 'secret' | 'asymmetric';

/** Where an edit that gives a setting a value goes, and how the code around it is written. */
export type EditSite = ValueSite | ObjectSite | ArgumentSite | ChainSite | TextSite;

interface SiteBase {
  readonly file: string;
  /** The quote that most strings of the file use. */
  readonly quote: Quote;
  /** How a lifetime is written here. */
  readonly unit: Unit | undefined;
}

/** The setting is written: its value stands here; of a shorthand, the whole property. */
export interface ValueSite extends SiteBase {
  readonly kind: 'value';
  readonly span: Span;
  readonly key: string;
  readonly shorthand: boolean;
}

/** An object literal takes the setting; `path` leads from it to the setting. */
export interface ObjectSite extends SiteBase {
  readonly kind: 'object';
  readonly object: ObjectTerm;
  readonly path: readonly string[];
}

/** The call has no options argument yet. */
export interface ArgumentSite extends SiteBase {
  readonly kind: 'argument';
  readonly offset: number;
  readonly position: ArgumentPosition;
  readonly path: readonly string[];
}

/** A builder gets one more call before its last: `.method(value)`. */
export interface ChainSite extends SiteBase {
  readonly kind: 'chain';
  readonly offset: number;
  readonly method: string;
  /** The white space before the last call. */
  readonly indent: string;
}

/** A Set-Cookie text takes one more `; attribute` here. */
export interface TextSite extends SiteBase {
  readonly kind: 'text';
  readonly offset: number;
}

/** Among the arguments that are there: alone, after the last, or before the one at `offset`. */
export type ArgumentPosition = 'only' | 'last' | 'before-next';

/** What a number or a text means as a time. */
export interface Unit {
  readonly number: 'seconds' | 'milliseconds' | 'days' | 'epoch-seconds' | 'epoch-milliseconds';
  /** `ms`: texts as the package of that name reads them; `jose`: as jose reads them. */
  readonly text: 'ms' | 'jose' | 'invalid';
}

/** What becomes of the claims that a call gives, and what the code around it knows of the token. */
export interface Claims {
  readonly uses: readonly ClaimUse[];
  /** Where the token comes from: a request, whoever calls the function, or elsewhere. */
  readonly source: 'request' | 'parameter' | 'other';
  /** Something around the call may have checked the token. */
  readonly isTrusted: boolean;
  readonly role: Role;
}

export interface ClaimUse {
  /** `undefined`: all of them. */
  readonly claim: string | undefined;
  readonly as: UseKind;
}

/** One thing that happens, at one place of the file under analysis. */
export type Fact = { readonly [K in FactKind]: FactOf<K> }[FactKind];

export interface FactOf<K extends FactKind> {
  readonly kind: K;
  /** How the call reads: `jwt.sign()`. */
  readonly display: string;
  readonly package: string;
  readonly span: Span;
  /** What is called or assigned to. */
  readonly calleeSpan: Span;
  /** The whole lines of the statement that does nothing else; `undefined` when the value is used. */
  readonly statement: Span | undefined;
  /** The places between the call in this file and what is done: empty when the file does it itself. */
  readonly via: readonly Place[];
  /** The same act, as the functions on the way tell it by themselves: what these prove is reported there. */
  readonly provenBy: readonly Fact[];
  /** It runs only under a test of the environment. */
  readonly guarded: boolean;
  /** Names of the functions, methods and variables around it, innermost first. */
  readonly around: readonly string[];
  /** Where it runs, as far as the file shows it. */
  readonly runtime: Runtime;
  readonly attributes: FactSchema[K];
}
