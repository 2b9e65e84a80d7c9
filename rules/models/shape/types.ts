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
  /** These names are rarer than what is called of it: a file must show one of them. */
  readonly isShownByName?: true;
  /** What members of unknown parameters that hold it are called: `res` of the context of a GraphQL server. */
  readonly conventionalMembers?: readonly string[];
}

export interface Gift {
  /** `*` stands for any member of a type: `#CookieJar.*`. */
  readonly path: string;
  readonly in?: string;
  readonly type: string;
}
