/** What a value in a config may be: the one source of its validation and of its JSON schema. */
export type Shape =
  | LeafShape
  | ObjectShape
  | VariantsShape
  | FormsShape
  | { readonly kind: 'list'; readonly of: Shape }
  /** An object whose keys are anything. */
  | { readonly kind: 'map'; readonly of: Shape }
  /** It counts only if nothing in it is wrong. */
  | { readonly kind: 'whole'; readonly of: Shape };

/** A value without parts that could be wrong by themselves. */
export type LeafShape =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'path' }
  | { readonly kind: 'text' }
  | { readonly kind: 'texts' }
  | { readonly kind: 'number' }
  /** A whole number from 0 on. */
  | { readonly kind: 'count' }
  /** The least and the greatest count. */
  | { readonly kind: 'range' }
  | { readonly kind: 'version' }
  | { readonly kind: 'patterns' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'choice'; readonly of: readonly (string | boolean)[] }
  | { readonly kind: 'either'; readonly of: readonly LeafShape[] };

/** An object whose keys are all known. `keysAre` names one of them in an error. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly keysAre: string;
  readonly keys: Readonly<Record<string, Key>>;
  readonly required: readonly string[];
}

/** An object one of whose keys says what the others are. */
export interface VariantsShape {
  readonly kind: 'variants';
  readonly by: string;
  readonly of: Readonly<Record<string, ObjectShape>>;
}

/** An object that has one of these keys, which says what the others are; or, for short, a text. */
export interface FormsShape {
  readonly kind: 'forms';
  readonly of: Readonly<Record<string, ObjectShape>>;
  readonly or?: string;
}

export interface Key {
  readonly description: string;
  readonly shape: Shape;
}

export function object(
  keysAre: string,
  keys: Readonly<Record<string, Key>>,
  required: readonly string[] = [],
): ObjectShape {
  return { kind: 'object', keysAre, keys, required };
}

export function key(description: string, shape: Shape): Key {
  return { description, shape };
}

/** `said` describes the key that tells the variants apart. */
export function variants(by: string, said: string, of: Readonly<Record<string, ObjectShape>>): VariantsShape {
  const entries = Object.entries(of).map(([value, { keysAre, keys, required }]) => {
    const told = { [by]: key(said, { kind: 'choice', of: [value] }), ...keys };
    return [value, object(keysAre, told, [by, ...required])] as const;
  });
  return { kind: 'variants', by, of: Object.fromEntries(entries) };
}
