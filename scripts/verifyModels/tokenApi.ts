import type { ClaimChecks } from './claimProbes';
import { now } from './forgery';
import type { Library } from './libraries';
import type { Options } from './source';
import type { Accepts } from './verdicts';

/** A call that signs a token, as a user writes it and as we make it. */
export interface Signing {
  readonly attribute: 'algorithm' | 'lifetime';
  readonly call: string;
  /** The whole program around the call, where our models claim to know the answer. */
  readonly program?: string;
  make(): string | Promise<string>;
}

/** How one library signs and verifies tokens. */
export interface TokenApi {
  readonly library: Library;
  readonly sign?: {
    readonly api: string;
    /** Where it is written, as `file:line`. */
    readonly source: string;
    readonly tried: readonly Signing[];
  };
  readonly verify: {
    readonly api: string;
    readonly source: string;
    /** A program that verifies without a list of algorithms. */
    readonly program: string;
    /** A program that lists `none`, where the library takes one algorithm and not a list. */
    readonly programOfNone?: string;
    /** The options are those of jsonwebtoken, for the library to be told in its own way. */
    readonly accepts: Accepts;
    /** The same in a less careful way: with a function that gives the key, or with the algorithm that the token names. */
    readonly acceptsCarelessly?: Accepts;
    readonly checks: ClaimChecks;
  };
}

/** The one algorithm that options list, for libraries that take one. */
export function algorithmOf(options: object | undefined): string | undefined {
  return (options as { readonly algorithms?: readonly string[] } | undefined)?.algorithms?.[0];
}

/** Signings of one library: `program` writes what stands around a call. */
export function signings(
  program: (call: string) => string,
  tried: readonly (readonly [attribute: Signing['attribute'], call: string, make: Signing['make']])[],
): readonly Signing[] {
  return tried.map(([attribute, call, make]) => ({ attribute, call, program: program(call), make }));
}

/** Options without the list of algorithms, for libraries that take it elsewhere. */
export function withoutList(options: object | undefined): Options {
  const { algorithms: _, ...others } = (options ?? {}) as Options;
  return others;
}

/** One algorithm alone, or with other options, for libraries that take it under `name`. */
export function algorithmWith(name: string, options: object | undefined): unknown {
  const others = withoutList(options);
  return Object.keys(others).length === 0 ? algorithmOf(options) : { [name]: algorithmOf(options), ...others };
}

/** A call that takes an algorithm and no options. */
export function withoutOptions(program: string): ClaimChecks {
  return { options: {}, program: () => program, needs: HS256 };
}

/** An hour from now, as programs write it, and claims that end then. */
export const HOUR_AHEAD = 'Math.floor(Date.now() / 1000) + 3600';
export const claims = () => ({ sub: 'u1', exp: now() + 3600 });

export const HS256 = { algorithms: ['HS256'] } as const;
