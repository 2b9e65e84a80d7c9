import type { Unit } from '../../facts/schema/settings';
import type { Configuration } from '../../resolve/evaluate/configured';

/** A place in a call that a setting can be written at. */
export type Where =
  | {
      readonly from: 'argument';
      readonly index: number;
      readonly path: readonly string[];
      readonly unit?: Unit;
      /** What a fix writes does not fit here: another place takes it. */
      readonly isReadOnly?: true;
    }
  /** Argument `index` of an earlier call of the same builder. */
  | {
      readonly from: 'chain';
      readonly method: string;
      readonly index: number;
      readonly path: readonly string[];
      readonly unit?: Unit;
    }
  /** What the function returns that stands in argument `index` at `factory`. */
  | {
      readonly from: 'factory';
      readonly index: number;
      readonly factory: readonly string[];
      readonly path: readonly string[];
      readonly unit?: Unit;
    }
  /** An argument of the innermost call of `call`, from `in`, in which the code stands; `isOnly`: else of the file's only one. */
  | {
      readonly from: 'around';
      readonly call: string;
      readonly in: string;
      readonly isOnly?: true;
      readonly index: number;
      readonly path: readonly string[];
      readonly unit?: Unit;
    }
  /** The options by which the library is registered with its framework; `isOptional`: nothing is written where none is seen. */
  | {
      readonly from: 'registration';
      readonly path: readonly string[];
      readonly unit?: Unit;
      readonly isOptional?: true;
    }
  /** An argument of the call that was handed the handler from whose parameters the receiver was taken. */
  | {
      readonly from: 'handing';
      readonly index: number;
      readonly path: readonly string[];
      readonly unit?: Unit;
    }
  /** What the files of configuration of the project say. */
  | { readonly from: 'configured'; readonly in: Configuration; readonly path: readonly string[]; readonly unit?: Unit }
  /** What the same function assigns to another member of the receiver. */
  | { readonly from: 'beside'; readonly member: string; readonly unit?: Unit }
  /** The name of the member that the receiver is. */
  | { readonly from: 'member' }
  /** The name of the member of a class that the call decorates. */
  | { readonly from: 'decorated' }
  /** The name of the variable of which an assignment changes a member. */
  | { readonly from: 'variable' }
  /** The token of which the first argument is a part. */
  | { readonly from: 'opened' }
  /** The right side of an assignment. */
  | { readonly from: 'assigned'; readonly path: readonly string[]; readonly unit?: Unit }
  /** The key that an assignment to a member names. */
  | { readonly from: 'key' };
