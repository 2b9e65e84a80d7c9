import type { Configuration } from './configured';
import type { DateMaking } from './dates';
import { isObjectMaking, type ObjectMaking } from './madeObjects';

/** What a call of a library gives, by the arguments, numbered from 0, that it is made of. */
export type ApiResult =
  /** The argument itself: what wraps a class or a function without changing how it is called, or copies an object. */
  | {
      readonly same: number;
      /** Without it, the call gives nothing. */
      readonly isOptional?: true;
    }
  /** An instance of the class that the argument is: what containers of dependencies give. */
  | { readonly instance: number }
  /** A variable of the environment, by the argument that names it; else the argument that stands in for it. */
  | {
      readonly environment: number;
      readonly fallback?: number;
      /** What code of the package offers to the library as its configuration is asked first: see `offers`. */
      readonly isOffered?: true;
      /** Paths of it that are reported where they are offered. */
      readonly reported?: readonly string[];
    }
  /** What code of the package offers under the name that the argument is, or an instance of the class that it is. */
  | { readonly offered: number }
  /** What the function returns that is that argument of the call which made the receiver, or lies in it. */
  | { readonly returnedBy: number; readonly path?: readonly string[] }
  /** What the function returns that is the argument. */
  | { readonly returned: number }
  /** A list of a state and a function that hands on what it is given, after a state, to the reducer that is the argument. */
  | { readonly reducer: number }
  /** The function that is the argument, with the arguments after it given to it before those that its callers give. */
  | { readonly partial: number }
  /** What the project's configuration says at the path that the first argument is, its keys apart at dots. */
  | { readonly configured: Configuration }
  /** The milliseconds that a text says, which is the argument: `14d`. */
  | { readonly milliseconds: number }
  | DateMaking
  | ObjectMaking;

/** What tells each of them, but for those that make objects. */
const KINDS = [
  'same',
  'instance',
  'environment',
  'offered',
  'returnedBy',
  'returned',
  'reducer',
  'partial',
  'configured',
  'milliseconds',
  'date',
];

/** Whether a result is made of the arguments of its call. */
export function isApiResult(result: object): result is ApiResult {
  return KINDS.some((kind) => kind in result) || isObjectMaking(result);
}
