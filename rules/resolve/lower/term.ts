import type { Span } from '../../text/span';
import type { ShapeType } from './shapes';

/**
 * What an expression says, as plain data: it names bindings, imports and parameters, never their content. Terms are the
 * language of module summaries, so evaluating a value reads the same whether it stands in this file or in another.
 * `await`, parentheses, `as`, `satisfies` and `!` leave no trace: they do not change what a value is.
 */
export type Term =
  | LiteralTerm
  | UndefinedTerm
  | TemplateTerm
  | ObjectTerm
  | ArrayTerm
  | FunctionTerm
  | ClassTerm
  | ReferenceTerm
  | GlobalTerm
  | ModuleTerm
  | MemberTerm
  | CallTerm
  | ChoiceTerm
  | LogicalTerm
  | SumTerm
  | BinaryTerm
  | UnaryTerm
  | ThisTerm
  | SuperTerm
  | UnknownTerm;

interface TermOf<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
}

export interface LiteralTerm extends TermOf<'literal'> {
  readonly value: string | number | boolean | null;
}

export type UndefinedTerm = TermOf<'undefined'>;

export interface TemplateTerm extends TermOf<'template'> {
  readonly parts: readonly (string | Term)[];
}

export interface ObjectTerm extends TermOf<'object'> {
  readonly members: readonly MemberEntry[];
  readonly layout: ObjectLayout;
}

export type MemberEntry =
  | {
      readonly kind: 'property';
      /** The key, or the term that computes it. */
      readonly key: string | Term;
      readonly value: Term;
      readonly span: Span;
      /** `{ secure }`, or a method or accessor: the value has no span of its own that an edit may replace. */
      readonly shorthand: boolean;
    }
  /** `without`: what a pattern takes beside its rest. */
  | { readonly kind: 'spread'; readonly value: Term; readonly span: Span; readonly without?: readonly string[] };

/** How an object literal is written, for edits that add to it. */
export interface ObjectLayout {
  /** Where the last member and its comma end; after the opening brace when there is none. */
  readonly end: number;
  readonly trailingComma: boolean;
  /** It has its closing brace; half-typed code does not. */
  readonly isClosed: boolean;
  /** Where a comment behind the last member ends, on the same line. */
  readonly commentEnd: number | undefined;
  /** The line break and indentation before the first member; absent when the literal stands on one line. */
  readonly lineBreak: string | undefined;
  /** They are the attributes of a tag. */
  readonly isElement?: true;
  /** A function puts it together: no code is this object, so nothing can be written in it. */
  readonly isMade?: true;
}

export interface ArrayTerm extends TermOf<'array'> {
  readonly elements: readonly ElementTerm[];
}

export interface ElementTerm {
  readonly value: Term;
  /** As it is written, with the parentheses and assertions that the value's own term leaves out. */
  readonly span: Span;
  readonly spread: boolean;
}

export interface FunctionTerm extends TermOf<'function'> {
  readonly id: number;
}

export interface ClassTerm extends TermOf<'class'> {
  readonly id: number;
}

/** A name that this module declares. Span and function tell which writes this use can have seen. */
export interface ReferenceTerm extends TermOf<'reference'> {
  readonly binding: number;
  readonly name: string;
  readonly function: number;
}

/** A name that this module does not declare. */
export interface GlobalTerm extends TermOf<'global'> {
  readonly name: string;
}

/** All that a module exports: `require('x')`, `import('x')`. */
export interface ModuleTerm extends TermOf<'module'> {
  readonly specifier: string;
}

export interface MemberTerm extends TermOf<'member'> {
  readonly object: Term;
  readonly key: string | Term;
  readonly keySpan: Span;
}

export interface CallTerm extends TermOf<'call'> {
  readonly callee: Term;
  readonly arguments: readonly ElementTerm[];
  readonly isNew: boolean;
  /** Between the parentheses; `undefined` for `new X`. */
  readonly argumentsSpan: Span | undefined;
  /** It has its closing parenthesis; half-typed code does not. */
  readonly isClosed: boolean;
  /**
   * What a framework calls for, or is given: a component's tag, a provider of a dependency, what a file of configuration
   * exports, the answer to a request.
   */
  readonly form?: 'tag' | 'provider' | 'file' | 'answer';
  /** What it says of what it gives: `http.post<User>(…)`. */
  readonly answer?: ShapeType;
}

export interface ChoiceTerm extends TermOf<'choice'> {
  readonly condition: Term;
  readonly then: Term;
  readonly else: Term;
  /** The condition tests the environment: production, development, a variable of the process. */
  readonly guarded: boolean;
}

export interface LogicalTerm extends TermOf<'logical'> {
  readonly operator: '||' | '&&' | '??';
  readonly left: Term;
  readonly right: Term;
  /** The left side of `&&` tests the environment. */
  readonly guarded: boolean;
}

/** `a + b + c`, flat: concatenations in real code are deeper than the stack. */
export interface SumTerm extends TermOf<'sum'> {
  readonly operands: readonly Term[];
}

export interface BinaryTerm extends TermOf<'binary'> {
  readonly operator: string;
  readonly left: Term;
  readonly right: Term;
}

export interface UnaryTerm extends TermOf<'unary'> {
  readonly operator: string;
  readonly operand: Term;
}

export interface ThisTerm extends TermOf<'this'> {
  readonly classId: number | undefined;
  /** In a static member: the class itself, and not an instance. */
  readonly isStatic?: true;
  /** In a method of an object: what the object gives to the member that is asked for. */
  readonly member?: { readonly key: string; readonly value: Term };
}

/** `super`: what the class that holds it extends. */
export interface SuperTerm extends TermOf<'super'> {
  readonly classId: number | undefined;
}

export type UnknownTerm = TermOf<'unknown'>;
