/** What the library does to the session of a request, which handlers reach as a property of that or of the context. */
export interface SessionModel {
  /** `session` of `req.session`. */
  readonly property: string;
  /** `sealed`: the cookie holds the session, and there is no id that somebody could plant; `other`: a library on top of one. */
  readonly kept: 'server' | 'sealed' | 'other';
  /** The server keeps it after all where one of these options is written, where the library is registered. */
  readonly storedBy?: readonly string[];
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
