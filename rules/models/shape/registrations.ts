import type { Where } from './places';
import type { Trigger } from './triggers';

/** Where the library is registered with its framework: the options there are the defaults of its calls elsewhere. */
export interface RegistrationModel {
  readonly at: Trigger;
  /** What code usually calls the function where the package is the function itself. */
  readonly called?: readonly string[];
  /** Those of all files of the package count, not those of the file alone that calls the library. */
  readonly isShared?: true;
  readonly options: Where & { readonly from: 'argument' | 'factory' };
}

/** A file that a framework reads, in projects that depend on it: what the file exports is as good as handed to a call. */
export interface FileModel {
  /** Where it lies in the project, without its ending; `*` stands for any name: `config/env/*`. */
  readonly file: string;
  /** `default`, which all of `module.exports` is too, or a name. A function that is exported is what it returns. */
  readonly exports: string;
  /** What such a function gets: types by parameter. */
  readonly parameters?: readonly string[];
  /** The call: the path of one, as emissions have it. */
  readonly call: string;
}
