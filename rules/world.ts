import type { Settings } from './config';
import type { ModuleSummary } from './resolve/summary';

/** Which release of a package a file sees. `version` is absent when nothing tells it. */
export interface Dependency {
  readonly declared: boolean;
  readonly version?: string;
}

/**
 * What analysing one file may ask of everything around it. `undefined` means "not loaded yet": the engine then treats
 * the answer as unknown and names the question in `missing`; the host loads it and analyses again.
 */
export interface World {
  readonly settings: Settings;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /**
   * Whether a function or method of that name, anywhere in the workspace, is known to do something with what it is given.
   * Absent: that is not known, and every function that is called is looked into.
   */
  readonly isWrapper?: (name: string) => boolean;
  /** The module that `specifier` names when imported from file `from`; `null`: not a source file of this workspace. */
  summary(specifier: string, from: string): ModuleSummary | null | undefined;
  /** The release of `packageName` that file `from` sees; `null`: not a dependency as far as manifests tell. */
  dependency(packageName: string, from: string): Dependency | null | undefined;
}

/** A question that `World` could not answer yet. */
export type Missing =
  | { readonly kind: 'summary'; readonly specifier: string; readonly from: string }
  | { readonly kind: 'dependency'; readonly package: string; readonly from: string };
