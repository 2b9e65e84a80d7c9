import type { Runtime } from '../resolve/runtime';
import type { Quote } from '../resolve/summary';
import type { ObjectTerm } from '../resolve/term';
import type { Role } from '../resolve/trust';
import type { UseKind } from '../resolve/uses';
import type { InstantValue, Possible } from '../resolve/value';
import type { Edit } from '../text/edit';
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
    /** As written; empty when it is not. */
    readonly domain: Setting<string>;
    readonly path: Setting<string>;
    /** What the library puts before the name: `__Host-` or `__Secure-`. */
    readonly prefix: Setting<CookiePrefix>;
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
    readonly payload: Payload;
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
    /** Whether the text of a public key serves as the secret of an HMAC when the list allows both. */
    readonly hmacWithPublicKey: Constant<'accepted' | 'rejected'>;
    /** `provider`: the keys of somebody who signs for everybody, which the library fetches. */
    readonly keyOwner: Constant<'caller' | 'provider'>;
    readonly verdict: Constant<Verdict>;
    /** The function that is called with an error when the token is bad; the call itself says nothing then. */
    readonly callback: Flow;
    /** Requests without a token go on: only of what answers requests. */
    readonly admitsAnonymous: Setting<boolean>;
    /** By `default` where the call looks at the signature and at no claim. */
    readonly ignoresExpiration: Setting<boolean>;
    readonly ignoresNotBefore: Setting<boolean>;
    readonly clockTolerance: Setting<Lifetime>;
    readonly checksIssuer: Setting<boolean>;
    readonly checksAudience: Setting<boolean>;
  };
  /** Something is kept where any script of the page can read it, or in the clear on a device. */
  ClientStore: {
    readonly area: Constant<StorageArea>;
    readonly key: Setting<string>;
    readonly value: Flow;
  };
  /** What is kept where any script of the page can read it is read. */
  ClientRead: {
    readonly area: Constant<'localStorage' | 'sessionStorage'>;
    readonly key: Setting<string>;
  };
  /** Client code asks for a cookie; where no name is known, for any. */
  CookieRead: {
    readonly name: Setting<string>;
  };
  /** A secret protects something other than a token. */
  SecretUse: {
    readonly purpose: Constant<'session' | 'token'>;
    readonly value: Flow;
  };
  /** An SDK is set up that keeps the tokens of the user itself. */
  SdkStorage: {
    /** Where: what is written, else what the SDK does by itself. */
    readonly storage: Setting<TokenStorage>;
    /** Whether they are kept there at all; in memory otherwise. */
    readonly persists: Setting<boolean>;
    /** What names the application to the service: one that is not public is a server's. */
    readonly clientKey: Flow;
    readonly safer: Constant<SaferStorage>;
  };
  /** A library keeps sessions. */
  SessionSetup: {
    readonly store: Setting<SessionStore>;
    /** How long the server takes a session for valid, whatever its cookie says. */
    readonly lifetime: Setting<Lifetime>;
  };
  /** Something is written to a log: one argument of a call that logs. */
  LogWrite: {
    /** `console`: of a program in a terminal this is its output. */
    readonly sink: Constant<'console' | 'logger'>;
    readonly value: Flow;
  };
  /** A URL with a parameter is loaded or answered with, or a server reads a token from one. */
  UrlBuild: {
    readonly use: Constant<'navigation' | 'redirect' | 'socket' | 'reader'>;
    readonly parameter: Setting<string>;
    readonly value: Flow;
  };
  /** A token is written in source. */
  TokenLiteral: {
    /** The token alone: one literal, which rules decode and never quote. */
    readonly token: Flow;
    /** `opaque`: what an `Authorization` header sends as a bearer token, and is no JWT. */
    readonly form: Constant<'jwt' | 'opaque'>;
    /** The whole of its literal, a piece of one in quotes or in a template, or in no place that other code can take. */
    readonly stands: Constant<'alone' | 'in-quotes' | 'in-template' | 'fixed'>;
  };
  /** Two values are compared in a way that stops at the first difference. */
  SecretCompare: {
    readonly left: Flow;
    readonly right: Flow;
    readonly how: Constant<'operator' | 'equals' | 'localeCompare'>;
    /** It is the test of a search through a list: `users.find((user) => user.key === key)`. */
    readonly isSearch: Constant<boolean>;
  };
  /** A value is drawn, and becomes something that its name tells. */
  RandomDraw: {
    readonly source: Constant<DrawSource>;
    /** How many bytes, or characters, are drawn, where that is said and known. */
    readonly size: Constant<number | undefined>;
    readonly becomes: Constant<'token' | 'session-id' | 'secret' | 'password' | 'code'>;
    readonly name: Constant<string>;
    /** `bare-number`: as it is drawn, in no range and not written out. */
    readonly form: Constant<'bare-number' | 'number' | 'text'>;
  };
  /** What a token says is read, and its signature is not checked. */
  TokenDecode: {
    readonly token: Flow;
    /** `unchecked`: the claims, by a call that checks the signature unless it is told not to. */
    readonly reads: Setting<'claims' | 'header' | 'unchecked'>;
    readonly claims: Claims;
  };
  /** A value is put into a session that the server keeps under an id, for the first time in a handler. */
  SessionWrite: {
    /** Under which name; empty where a library does it, which knows. */
    readonly property: Constant<string>;
    /** What shows that somebody signs in there: the check of a password, or the names around, which may be of other ways in. */
    readonly signIn: Constant<'password' | 'name' | 'registration' | 'reset' | undefined>;
    /** The session gets another id there, as far as the handler and the functions that it calls show. */
    readonly isRenewed: Constant<boolean>;
    /** The session is asked there who it belongs to: it knows already. */
    readonly isHeld: Constant<boolean>;
  };
  /** A handler that signs somebody out takes a cookie away that opens something on a server. */
  SignOut: {
    readonly cookie: Constant<string>;
    /** What a server keeps that the cookie opens, as the file and the project show. */
    readonly record: Constant<'session' | 'refresh-token'>;
    /** The handler does nothing else but to answer. */
    readonly isAll: Constant<boolean>;
  };
  /** A route changes something for whoever a cookie says is asking, and all that answers it is in sight. */
  StateChange: {
    readonly route: Constant<string>;
    /** A form of any site can send what it reads. */
    readonly takesForms: Constant<boolean>;
    /** Something around it looks at where a request comes from, or may. */
    readonly isDefended: Constant<boolean>;
  };
}

/**
 * `weak`: a generator whose next value follows from the last ones; `clock`: the time; `time-id`: the time and the machine;
 * `short-id`: an id of few characters; `bytes`, `characters`: as many good ones as are asked for.
 */
export type DrawSource = 'weak' | 'clock' | 'time-id' | 'random-id' | 'short-id' | 'bytes' | 'characters';

/** Where an SDK keeps tokens; `cookie`: one that script writes. */
export type TokenStorage = 'localStorage' | 'indexedDB' | 'sessionStorage' | 'cookie' | 'memory';

/** What can be written in the place of a storage that outlives the tab: a text, or the platform's object. */
export type SaferStorage = 'memory' | 'sessionStorage' | 'session' | 'window.sessionStorage' | 'none';

export type FactKind = keyof FactSchema;

/** `device`: what a native application keeps in its files without encryption. */
export type StorageArea = 'localStorage' | 'sessionStorage' | 'indexedDB' | 'device';
/** The kinds that libraries give: a model says how. What the others are, the source says by itself. */
export type EmittedKind = Exclude<
  FactKind,
  'TokenLiteral' | 'SecretCompare' | 'RandomDraw' | 'SessionWrite' | 'SignOut' | 'StateChange'
>;

/**
 * The kinds that are looked for where they are written, and not behind calls of functions that do them: nearly every
 * function of a program logs, and URLs are built where they are used.
 */
export const DIRECT_KINDS = ['LogWrite', 'UrlBuild'] as const satisfies readonly EmittedKind[];
export type DirectKind = (typeof DIRECT_KINDS)[number];

/** `unset`: the browser decides; `invalid`: the library writes something that browsers do not understand, or throws. */
export type SameSite = 'strict' | 'lax' | 'none' | 'auto' | 'unset' | 'invalid';

export type CookiePrefix = 'host' | 'secure' | 'none';

/** `memory`: of the process itself; `given`: whatever is handed over; `sealed`: the cookie holds the session. */
export type SessionStore = 'memory' | 'given' | 'sealed';

/** The algorithms that a verifier accepts; `any` when nothing was said. */
export type Allowlist = readonly string[] | 'any';

/**
 * How a call tells that a token is bad: it throws; its promise is rejected; it returns, or its promise gives, something
 * falsy; it answers the request itself; or it makes a function that verifies, `later`.
 */
export type Verdict = 'throws' | 'rejects' | 'returns' | 'resolves' | 'responds' | 'later';

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
  /** Of a lifetime that is written: how. */
  readonly time?: WrittenTime;
}

/** A time as code writes it, before its unit says what it means. */
export interface WrittenTime {
  readonly unit: Unit;
  readonly written: string | InstantValue;
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

/** What a token says. */
export interface Payload extends Flow {
  /** Those that objects of the source show, the inner ones of objects included. */
  readonly claims: readonly Claim[];
  /** Only whoever has the key can read it. */
  readonly isEncrypted: boolean;
}

/** One member of a payload. */
export interface Claim {
  readonly name: string;
  /** Where it is written. */
  readonly place: Place;
  readonly guarded: boolean;
  readonly leaves: readonly Leaf[];
  /** What an edit takes away to take the claim away, in the file of `place`; `undefined` where that is not one member. */
  readonly removal: Span | undefined;
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
  /** What it stands in for, where code says that by `||` or `??`. */
  readonly standsFor?: StoodFor | undefined;
  /** It is a piece of a text whose other pieces are not known. */
  readonly isPiece: boolean;
}

/** The read of a variable of the environment: `process.env.X` of `process.env.X || 'literal'`. */
export interface StoodFor {
  readonly variable: string;
  /** The whole expression, and the read in it. */
  readonly whole: Place;
  readonly read: Span;
}

export type Origin =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'environment'; readonly name: string | undefined }
  /** A token that a described library has just made, or handed out. */
  | { readonly kind: 'credential' }
  /** A token that says nothing of a user: by it a service reaches a device. */
  | { readonly kind: 'identifier' }
  | { readonly kind: 'key'; readonly type: KeyType; readonly form: KeyForm }
  | FunctionOrigin
  /** A buffer of so many zeros. */
  | { readonly kind: 'zeros'; readonly bytes: number }
  /** `isKeyed`: who does not know the key cannot compute it. `isText`: it is written out, not bytes. */
  | { readonly kind: 'digest'; readonly isKeyed: boolean; readonly isText: boolean }
  /** All columns of a row of a database, but for those named in `without`; `of`: what its table is called, if that shows. */
  | { readonly kind: 'record'; readonly of: string | undefined; readonly without: readonly string[] }
  | UnknownOrigin;

/** A function, which may be asked for the value later. */
export interface FunctionOrigin {
  readonly kind: 'function';
  /** Its body asks a remote set for a key. */
  usesKeySet(): boolean;
  /** What it returns, or calls back with. */
  gives(): readonly Leaf[];
}

/** `set`: what its owner publishes, today and tomorrow; `local-set`: several that are at hand; `embedded`: the token's own. */
export type KeyForm = 'set' | 'local-set' | 'single' | 'embedded';

/** Where a trail ends. */
export interface UnknownOrigin {
  readonly kind: 'unknown';
  readonly at: TrailEnd;
  /** The properties that the code around reads off the same value; `others` are read off it elsewhere, as a whole. */
  parts(others?: readonly string[]): readonly string[];
  /** The texts that it has by its type, as annotations say. */
  typedParts(): readonly string[];
  /** Who hands it in. */
  source(): ValueSource;
}

/** Who hands in a value that is not known further: whoever sends the request, whoever calls the function. */
export type ValueSource = 'request' | 'caller' | 'unknown';

/** What a value that is not known further comes from. */
export type TrailEnd = 'parameter' | 'import' | 'call' | 'property' | 'variable' | 'expression';

export type KeyType = 'secret' | 'asymmetric';

/** Where an edit that gives a setting a value goes, and how the code around it is written. */
export type EditSite = ValueSite | ObjectSite | ArgumentSite | ChainSite | StatementSite | TextSite;

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
  /** The whole property with its comma, where it stands in a literal. */
  readonly property?: Span | undefined;
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

/** A statement of its own, behind the one that ends at `offset`, takes the setting: `session.secure = true;`. */
export interface StatementSite extends SiteBase {
  readonly kind: 'statement';
  readonly offset: number;
  /** With the line break, so that it stands below. */
  readonly indent: string;
  /** What is assigned to: `session.secure`. */
  readonly target: string;
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
  readonly number: 'seconds' | 'milliseconds' | 'days' | 'epoch-seconds' | 'epoch-milliseconds' | 'invalid';
  /** `ms`: texts as the package of that name reads them; `jose`: as jose reads them. */
  readonly text: 'ms' | 'jose' | 'invalid';
}

/** What the code around a check does with what it gives. */
export interface VerdictUse {
  /**
   * `dropped`: it is a statement of its own; `unread`: the name that keeps it is never read; `tested`: asked whether it is
   * something; `taken-apart`: its properties are read, and nothing else; `stored`: in a property of a parameter;
   * `handed-on`: returned, chained, given to other code, or anything else.
   */
  readonly result: 'dropped' | 'unread' | 'tested' | 'taken-apart' | 'stored' | 'handed-on';
  readonly isAwaited: boolean;
  /** The properties that are read off it, as far as they are seen. */
  readonly parts: readonly string[];
  /** It goes where others read it: `parts` need not be all. */
  readonly isHandedOn: boolean;
  /** The call, where an `await` before it makes its promise a value. */
  readonly awaitable: { readonly span: Span; readonly needsParentheses: boolean } | undefined;
  /** Functions among the arguments that look neither at their first parameter nor whether there is a second one. */
  readonly carelessCallbacks: readonly Span[];
  /** What it gives is kept in a `try` whose `catch` lets the code go on. */
  readonly survivesFailure: boolean;
  /** The registered claims that this file reads anywhere. */
  readonly claimsRead: readonly string[];
  /** What of the token, or of the request, says which key it is. */
  readonly keyChoice: KeyChoice | undefined;
  /** The token proves that its sender has the key in it: DPoP, and what is like it. */
  readonly isProofOfPossession: boolean;
  /** The allowlist of algorithms, where what it lists is what the token's own header names. */
  readonly allowlistFromToken: Span | undefined;
  readonly aftercare: Aftercare;
}

/** What the code around a check makes sure of beside the signature. */
export interface Aftercare {
  /** However long the token says it lives: by an option, or by when it was issued. */
  readonly limitsAge: boolean;
  /** That a store still knows the token or its session, or does not know it as revoked. */
  readonly looksUp: boolean;
  /** Who the user is by now. */
  readonly loadsUser: boolean;
}

/**
 * `key`: the key itself, or the address where it is; `lookup`: a name that is put into a path, an address or a query as
 * text; `request`: the request brings the key.
 */
export interface KeyChoice {
  readonly kind: 'key' | 'lookup' | 'request';
  /** `jku`, `kid`, `req.body.key`. */
  readonly name: string;
  readonly span: Span;
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
  /** What the code around does with the verdict of a check; `undefined` when the check stands in a function that is called. */
  readonly use: VerdictUse | undefined;
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
  /** The edits by which the same is done safely; absent where none are right in every program. */
  readonly replacement?: readonly Edit[] | undefined;
}
