import type { Runtime } from '../resolve/around/runtime';
import type { Edit } from '../text/edit';
import type { Place, Span } from '../text/span';
import type { Claims } from './schema/claims';
import type { Flow, Payload } from './schema/flows';
import type { Constant, Setting } from './schema/settings';
import type { VerdictUse } from './schema/uses';

export type { Flow } from './schema/flows';
export type { Leaf } from './schema/origins';
export type { Setting } from './schema/settings';

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
    /** A session middleware's cookie: it carries a session, whatever its name, or where the name says so. */
    readonly carriesSession: Constant<boolean | 'named'>;
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
    /**
     * Whether an unsigned token passes when the key is `null`, `undefined`, `false` or empty. `accepted-if-none-is-named`:
     * the call gets one algorithm, and no key is looked at where that is `none`.
     */
    readonly unsignedWithoutKey: Constant<
      'accepted' | 'accepted-if-none-is-listed' | 'accepted-if-none-is-named' | 'rejected'
    >;
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
    /** What of the address is written out before the parameter. */
    readonly address?: Constant<string>;
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
    /**
     * `unchecked`: the claims, by a call that checks the signature unless it is told not to; `session`: what a cookie of the
     * request holds, which another call would have the service look at.
     */
    readonly reads: Setting<'claims' | 'header' | 'unchecked' | 'session'>;
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

/** The algorithms that a verifier accepts; `any` when nothing was said, `token` for what the token itself names. */
export type Allowlist = readonly string[] | 'any' | 'token';

/**
 * How a call tells that a token is bad: it throws; its promise is rejected; it returns, or its promise gives, something
 * falsy; it answers the request itself; or it makes a function that verifies, `later`.
 */
export type Verdict = 'throws' | 'rejects' | 'returns' | 'resolves' | 'responds' | 'later';

/** Seconds from now; `never`: it has no end of its own; `session`: it ends with the browser's session. */
export type Lifetime = number | 'never' | 'session';

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
  /** Where it is done, when that is in a file which imports what stands here. */
  readonly usedAt?: Place | undefined;
  /** The places between the call in this file and what is done: empty when the file does it itself. */
  readonly via: readonly Place[];
  /** The call in this file that made the function which is called here: of `setToken(token)`, `useStored('token')`. */
  readonly madeAt?: Span | undefined;
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
