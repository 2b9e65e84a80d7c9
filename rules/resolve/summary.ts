import type { Span } from '../text/span';
import type { Term } from './term';

/**
 * What one module says to its importers: a function of its text alone, serialisable, and symbolic (it names what it
 * imports and never holds its content).
 */
export interface ModuleSummary {
  readonly file: string;
  readonly exports: Readonly<Record<string, Term>>;
  /** Specifiers of `export * from`. */
  readonly exportsAllOf: readonly string[];
  /** What the exported terms refer to, transitively. */
  readonly bindings: Readonly<Record<number, Binding>>;
  readonly functions: Readonly<Record<number, FunctionShape>>;
  readonly classes: Readonly<Record<number, ClassShape>>;
}

/** One declared name. */
export type Binding =
  | { readonly kind: 'import'; readonly specifier: string; readonly imported: string }
  | { readonly kind: 'variable'; readonly name: string; readonly initial: Term | undefined; readonly writes: readonly Write[]; readonly type: TypeName | undefined; readonly constant: boolean; readonly scope: Scope }
  | ParameterBinding
  | { readonly kind: 'function'; readonly name: string; readonly id: number }
  | { readonly kind: 'class'; readonly name: string; readonly id: number }
  | { readonly kind: 'enum'; readonly name: string; readonly members: Readonly<Record<string, Term>> }
  | { readonly kind: 'opaque'; readonly name: string };

/** Parameter `index` of function `function`, or the part of it that destructuring takes out. */
export interface ParameterBinding {
  readonly kind: 'parameter';
  readonly name: string;
  readonly function: number;
  readonly index: number;
  /** Property keys from the argument to this name; empty for the argument itself. */
  readonly path: readonly string[];
  /** `true` for `...rest`, in an argument list or a pattern. */
  readonly rest: boolean;
  readonly default: Term | undefined;
  readonly type: TypeName | undefined;
  readonly writes: readonly Write[];
  readonly scope: Scope;
}

/** The function (or module: -1) that declares a name. */
export interface Scope {
  readonly function: number;
}

/** A later write to a name, or to a property of the object that it holds. */
export interface Write {
  /** Property keys from the name to what is written; `undefined` stands for a key that is not known. */
  readonly path: readonly (string | undefined)[];
  /** What is written; `undefined` for a write of something unknown. */
  readonly value: Term | undefined;
  /** `spread`: every property of `value` is written, as `Object.assign` does. */
  readonly kind: 'assign' | 'spread' | 'delete';
  readonly span: Span;
  /** The innermost function that holds the write; -1 for the module. */
  readonly function: number;
  /** The innermost block that runs the write; a use inside of it, further down, has certainly seen the write. */
  readonly block: Span;
  /** The write stands under a test of the environment. */
  readonly guarded: boolean;
}

/** A type as it is written: `express.Response` is `{ name: 'express', path: ['Response'] }`. */
export interface TypeName {
  readonly root: Term;
  readonly path: readonly string[];
}

export interface FunctionShape {
  readonly name: string | undefined;
  readonly parameters: readonly (number | undefined)[];
  readonly returns: readonly Term[];
  /** Control can reach the end of the body without `return`. */
  readonly fallsThrough: boolean;
}

export interface ClassShape {
  readonly name: string | undefined;
  readonly extends: Term | undefined;
  /** Fields, methods and accessors by name. */
  readonly members: Readonly<Record<string, Term>>;
  readonly statics: Readonly<Record<string, Term>>;
}
