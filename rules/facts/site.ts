import type { Evaluator } from '../resolve/evaluate';
import type { LiveModule } from '../resolve/module';
import type { CallTerm, Term } from '../resolve/term';
import type { ApiValue, Frame } from '../resolve/value';
import type { Span } from '../text/span';

/** A call or an assignment that a model describes, before its settings are read. */
export interface Site {
  readonly module: LiveModule;
  readonly frame: Frame;
  readonly evaluator: Evaluator;
  readonly span: Span;
  readonly calleeSpan: Span;
  /** The call; `undefined` for an assignment. */
  readonly call: CallTerm | undefined;
  /** What is called: the value before the parentheses. */
  readonly callee: ApiValue | undefined;
  readonly assignment: Assignment | undefined;
}

/** `object.key = value`. */
export interface Assignment {
  readonly key: string | Term;
  readonly value: Term;
}
