import type { StoodFor } from './facts/schema/origins';
import type { ModuleSummary } from './resolve/module/summary';
import type { Settings } from './settings';
import type { FileSign } from './signs/fileSigns';
import type { Place, Span } from './text/span';

/** Which release of a package a file sees. `version` is absent when nothing tells it. */
export interface Dependency {
  readonly declared: boolean;
  readonly version?: string;
}

/** A variable that an environment file near a module gives its process. The value itself stays with the host. */
export interface EnvironmentVariable {
  /** Its line. */
  readonly place: Place;
  readonly bytes: number;
  /** In every list of secrets that attackers try first. */
  readonly isWellKnown: boolean;
}

/**
 * What analysing one file may ask of everything around it. `undefined` means "not loaded yet": the engine then treats
 * the answer as unknown and names the question in `missing`; the host loads it and analyses again.
 */
export interface World {
  readonly settings: Settings;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What is known of the workspace as a whole. Absent: nothing is, and every function that is called is looked into. */
  readonly index?: WorkspaceIndex;
  /** The module that `specifier` names when imported from file `from`; `null`: not a source file of this workspace. */
  summary(specifier: string, from: string): ModuleSummary | null | undefined;
  /** The module of a file that the index named; `null`: it is not there any more. */
  module(file: string): ModuleSummary | null | undefined;
  /** The release of `packageName` that file `from` sees; `null`: not a dependency as far as manifests tell. */
  dependency(packageName: string, from: string): Dependency | null | undefined;
  /** What the environment files around `from` say of a variable; `null`: nothing that may be a secret. Absent: nothing is known. */
  environment?(name: string, from: string): EnvironmentVariable | null | undefined;
}

/** What the contributions of all files say together. */
export interface WorkspaceIndex {
  /** Whether a function or method of that name is known to do something with what it is given. */
  isWrapper(name: string): boolean;
  /** The files with classes that implement or extend a type of that name, whichever it is, in the order of their paths. */
  implementers(typeName: string): readonly string[];
  /**
   * The files that register a library with its framework, among those of the package that the file under analysis is part
   * of, in the order of their paths; `undefined` while that is not known.
   */
  registrars(packageName: string): readonly string[] | undefined;
  /** The properties that code reads off what is kept on the client under a key, in the order of the alphabet. */
  partsKept(key: string): readonly string[];
  /** Whether a verifier of the package makes sure of that, of tokens that a key with this mark checks: `env JWT_SECRET`. */
  hasVerifier(care: VerifierCare, key: string): boolean;
  /**
   * The algorithms that the package signs with by a key with this mark, in the order of the alphabet; `undefined` while not
   * every signer is known, with its key and its algorithm.
   */
  signingAlgorithms(key: string): readonly string[] | undefined;
  /** The files that may write to what they import under that name (`signs/importedWrites.ts`); `undefined` while not all were looked at. */
  writers(name: string): readonly string[] | undefined;
  /** Whether a file with that mark tests which algorithm a token names (`signs/algorithmChecks.ts`). */
  checksAlgorithms(mark: string): boolean;
  /** The files with that mark (`signs/guardedHandlers.ts`), in the order of their paths. */
  registering(mark: string): readonly string[];
  /** Whether a file of the workspace shows that; `undefined` while not all of them were looked at. */
  shows(sign: FileSign): boolean | undefined;
  /** What other files use the secrets of a file for, in the order of their paths, where the file is one that is checked. */
  secretUses(file: string): readonly SecretUse[];
  /** What other files make tokens for with the functions of a file, in the order of their paths. */
  tokenUses(file: string): readonly TokenUse[];
  /** Whether a file is one that is checked: what others use of it is reported there. */
  isChecked(file: string): boolean;
  /** Where client code reads a cookie of that name; `undefined` while that, or whether there is client code, is not known. */
  cookieReaders(name: string): readonly CookieReader[] | undefined;
  /**
   * The files that do something with what is kept under a key in a storage that a safer one can replace, in the order of
   * their paths; `undefined` while not all of them are known.
   */
  storageUsers(key: string): readonly string[] | undefined;
}

/** What one file tells the analyses of all others, by name. A function of its text and of what it imports. */
export interface Contribution {
  readonly wrappers: readonly Wrapper[];
  /** Names of the types that its classes implement or extend. */
  readonly implements: readonly string[];
  /** Packages that it registers with their framework: their options count for calls elsewhere. */
  readonly registers: readonly string[];
  /** What it reads that is kept on the client: keys, and properties of what is kept there. */
  readonly reads: readonly KeptPart[];
  /** What its verifiers make sure of, by the marks of their keys. */
  readonly verifiers: readonly Verifier[];
  /** What it signs tokens with. */
  readonly signers: readonly Signer[];
  /** What it uses secrets for that stand in other files. */
  readonly secretUses: readonly SecretUse[];
  /** What it makes tokens for with functions of other files. */
  readonly tokenUses: readonly TokenUse[];
  /** The cookies that its client code reads. */
  readonly cookies: readonly CookieRead[];
  /** The keys of what it keeps in, reads from or takes out of a storage that a safer one can replace; `''`: any. */
  readonly storageKeys: readonly string[];
}

/** What a verifier makes sure of beside the signature: how old a token is, that a store knows it, who the user is by now. */
export type VerifierCare = 'limits-age' | 'looks-up' | 'loads-user';

export interface Verifier {
  readonly care: VerifierCare;
  readonly key: string;
}

/** What tokens are signed with; `undefined`: nobody knows. */
export interface Signer {
  /** The mark of the key: `env JWT_SECRET`. */
  readonly key: string | undefined;
  readonly algorithm: string | undefined;
}

/** A secret that another file writes down, or reads from the environment, and what for. */
export interface SecretUse {
  readonly purpose: 'session' | 'token';
  /** How the call reads that gets it, and the package that is called. */
  readonly display: string;
  readonly package: string;
  readonly use: Place;
  /** The literal, or the read. */
  readonly place: Place;
  /** The variable of the environment that is read. */
  readonly variable?: string | undefined;
  /** The names that it bears on its way, nearest the use first. */
  readonly names: readonly string[];
  readonly standsFor: StoodFor | undefined;
  /** It is used where the environment says nothing. */
  readonly isFallback: boolean;
}

/** What a token is for, when something shows it. */
export type TokenPurpose = 'access' | 'refresh' | 'login-link' | 'confirmation' | 'invitation';

/** A token that a function of another file makes, and what for. */
export interface TokenUse {
  readonly purpose: TokenPurpose;
  readonly use: Place;
  /** Where the library is called. */
  readonly signedAt: Place;
  /** How long it lives, in seconds, where what it is made with says so: `new TokenService(config.jwt)`. */
  readonly lifetimes: readonly { readonly seconds: number; readonly place: Place }[];
}

/** A place where client code reads a cookie. */
export interface CookieRead {
  /** `undefined`: any. */
  readonly name: string | undefined;
  readonly span: Span;
}

/** The same, as another file sees it. */
export interface CookieReader extends Place {
  /** It reads cookies by names that are not known. */
  readonly isAny: boolean;
}

export const NO_CONTRIBUTION: Contribution = {
  wrappers: [],
  implements: [],
  registers: [],
  reads: [],
  verifiers: [],
  signers: [],
  secretUses: [],
  tokenUses: [],
  cookies: [],
  storageKeys: [],
};

/** A property of what is kept on the client under a key, or all of it. */
export interface KeptPart {
  readonly key: string;
  readonly name: string;
}

/** In the place of a property's name: what is kept is the credential. */
export const WHOLE = '';

/** A function which does something with what it is given, as other files name it. */
export interface Wrapper {
  readonly name: string;
  /** Literals that a file must show to use it: one of each group. */
  readonly literals: readonly (readonly string[])[];
}

/** A question that `World` could not answer yet. */
export type Missing =
  | { readonly kind: 'summary'; readonly specifier: string; readonly from: string }
  | { readonly kind: 'module'; readonly file: string }
  | { readonly kind: 'dependency'; readonly package: string; readonly from: string }
  | { readonly kind: 'environment'; readonly name: string; readonly from: string };
