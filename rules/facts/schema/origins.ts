import type { Place, Span } from '../../text/span';

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
  /** It is a member of what is handed over, under a key that code writes. */
  readonly isMember: boolean;
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
  /** It is one of many: what a loop, or a method of a list, goes through. */
  isElement(): boolean;
  /** What its type is called, where a parameter is declared with one. */
  typeName(): string | undefined;
  /** The properties that code reads off what holds it, as one of them. */
  siblings(): readonly string[];
  /** The texts that each one of it has by its type, where it is a list. */
  elementParts(): readonly string[];
  /** What hands it to the function whose parameter it is, and that function, by their names. */
  givers(): readonly string[];
}

/** Who hands in a value that is not known further: whoever sends the request, whoever calls the function. */
export type ValueSource = 'request' | 'caller' | 'unknown';

/** What a value that is not known further comes from. */
export type TrailEnd = 'parameter' | 'import' | 'call' | 'property' | 'variable' | 'expression';

export type KeyType = 'secret' | 'asymmetric';
