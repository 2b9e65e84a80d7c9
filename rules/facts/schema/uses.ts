import type { Span } from '../../text/span';

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
  /** What makes the code throw where the result is nothing; `undefined` where it is looked at, or there is no place for that. */
  readonly refusal: readonly Insertion[] | undefined;
  /** Functions among the arguments that go on after a failure: they ask neither for the error nor for a value, or answer and go on. */
  readonly carelessCallbacks: readonly CarelessCallback[];
  /** What it gives is kept in a `try` whose `catch` lets the code go on. */
  readonly survivesFailure: boolean;
  /** The registered claims that this file reads anywhere. */
  readonly claimsRead: readonly string[];
  /** What of the token, or of the request, says which key it is. */
  readonly keyChoice: KeyChoice | undefined;
  /** The token proves that its sender has the key in it: DPoP, and what is like it. */
  readonly isProofOfPossession: boolean;
  readonly aftercare: Aftercare;
}

/** A function that goes on after a failure. */
export interface CarelessCallback {
  readonly span: Span;
  /** What makes it leave with the error; `undefined` where nothing shows whom that is for. */
  readonly refusal: readonly Insertion[] | undefined;
}

/** A text to be put in at an offset. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
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
