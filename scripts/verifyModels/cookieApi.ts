import { type Library, sourceOf } from './libraries';
import type { Options } from './source';

export type { Options };

type Written = readonly string[];

/** Where each attribute is written; `all` where nothing nearer is known. */
export type Sources = { readonly all: string } & Readonly<Record<string, string>>;

/** One way to set a cookie. */
export interface CookieApi {
  readonly library: Library;
  readonly api: string;
  /** Where the program shows facts of other kinds with such attributes as well. */
  readonly kind?: 'CookieWrite';
  /** Where an attribute is written, as `file:line`. */
  readonly sources: Sources;
  /** A program that writes one cookie with these options, given in source text; none where models say nothing of it. */
  program(options: string): string | undefined;
  /** What the library calls an option, where that is not what most call it. */
  readonly spelled?: Readonly<Record<string, string>>;
  /** Whether it sends nothing over plain HTTP, unless it is told to. */
  readonly needsTls?: true;
  /** Whether it puts prefixes before names. */
  readonly prefixes?: true;
  /** Whether the library has a name for the cookie. */
  readonly names: boolean;
  /** The `Set-Cookie` texts (or what is assigned to `document.cookie`) for these options. */
  write(options: Options | undefined, tls: boolean): Written | Promise<Written>;
  /** The same, of the call that deletes a cookie. */
  readonly remove?: {
    readonly api: string;
    readonly source: string;
    run(options: Options | undefined): Written | Promise<Written>;
  };
}

/** The name and the value of every cookie that we set. */
export const NAME = 'a';
export const VALUE = 'b';

/** Where each of the texts is, by attribute. */
export function find<Texts extends Readonly<Record<string, string>>>(
  library: Library,
  file: string | readonly string[],
  texts: Texts,
) {
  const found = Object.entries(texts).map(([attribute, text]) => [attribute, sourceOf(library, file, text)]);
  return Object.fromEntries(found) as Record<keyof Texts, string>;
}
