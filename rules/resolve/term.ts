import type { Span } from '../text/span';

/**
 * What an expression says, as plain data: it names bindings, imports and parameters, never their content. Terms are the
 * language of module summaries, so evaluating a value reads the same whether it stands in this file or in another.
 * `await`, parentheses, `as`, `satisfies` and `!` leave no trace: they do not change what a value is.
 */
export type Term =
  | LiteralTerm
  | { readonly kind: 'undefined'; readonly span: Span }
  | { readonly kind: 'template'; readonly parts: readonly (string | Term)[]; readonly span: Span }
  | ObjectTerm
  | { readonly kind: 'array'; readonly elements: readonly ElementTerm[]; readonly span: Span }
  | { readonly kind: 'function'; readonly id: number; readonly span: Span }
  | { readonly kind: 'class'; readonly id: number; readonly span: Span }
  | ReferenceTerm
  | { readonly kind: 'global'; readonly name: string; readonly span: Span }
  | { readonly kind: 'module'; readonly specifier: string; readonly span: Span }
  | MemberTerm
  | CallTerm
  | { readonly kind: 'choice'; readonly condition: Term; readonly then: Term; readonly else: Term; readonly span: Span }
  | { readonly kind: 'logical'; readonly operator: '||' | '&&' | '??'; readonly left: Term; readonly right: Term; readonly span: Span }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Term; readonly right: Term; readonly span: Span }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Term; readonly span: Span }
  | { readonly kind: 'this'; readonly classId: number | undefined; readonly span: Span }
  | { readonly kind: 'unknown'; readonly span: Span };

export interface LiteralTerm {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  readonly span: Span;
}

export interface ObjectTerm {
  readonly kind: 'object';
  readonly members: readonly MemberEntry[];
  readonly span: Span;
}

export type MemberEntry =
  | { readonly kind: 'property'; readonly key: string | Term; readonly value: Term; readonly span: Span }
  | { readonly kind: 'spread'; readonly value: Term; readonly span: Span };

export type ElementTerm =
  | { readonly kind: 'element'; readonly value: Term }
  | { readonly kind: 'spread'; readonly value: Term };

/** A name that this module declares. The span tells which earlier writes this use can see. */
export interface ReferenceTerm {
  readonly kind: 'reference';
  readonly binding: number;
  readonly name: string;
  readonly span: Span;
}

export interface MemberTerm {
  readonly kind: 'member';
  readonly object: Term;
  readonly key: string | Term;
  readonly span: Span;
  /** Where the key itself stands. */
  readonly keySpan: Span;
}

export interface CallTerm {
  readonly kind: 'call';
  readonly callee: Term;
  readonly arguments: readonly ElementTerm[];
  readonly isNew: boolean;
  readonly span: Span;
  /** From the opening to the closing parenthesis, both included; absent in `new X`. */
  readonly argumentsSpan: Span | undefined;
}
