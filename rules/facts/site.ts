import type { Evaluator } from '../resolve/evaluate/evaluate';
import { elementOfRest } from '../resolve/evaluate/given';
import type { ApiValue, Frame } from '../resolve/evaluate/value';
import type { CallTerm, Term } from '../resolve/lower/term';
import type { Action } from '../resolve/module/actions';
import type { Aftermath } from '../resolve/module/aftermath';
import type { LiveModule } from '../resolve/module/module';
import type { Span } from '../text/span';
import type { FramedTerm } from './values/chain';

/**
 * Something that code does and a model describes, before its settings are read. It stands in the file under analysis, or
 * in a function that this file calls: then its terms are read in that function's frame, and what is reported is the call.
 */
export interface Site {
  readonly evaluator: Evaluator;
  readonly action: Action;
  /** Where the action's terms are read. */
  readonly frame: Frame;
  /** The call, when the action is one. */
  readonly call: CallTerm | undefined;
  /** What is called: the value before the parentheses. */
  readonly callee: ApiValue | undefined;
  /** The file under analysis, and the call in it that does this, directly or through functions. */
  readonly report: LiveModule;
  readonly span: Span;
  readonly calleeSpan: Span;
  /** What becomes of what that call gives; `undefined` when the function with the action tells by itself. */
  outer(): Aftermath | undefined;
  /** The options by which the library is registered with its framework; `undefined` when they are not known. */
  registrations(): readonly FramedTerm[] | undefined;
  /** The action stands in the file itself, not in a function that is called. */
  readonly isDirect: boolean;
}

/**
 * The expression of the file under analysis that brings a term's value: the term itself, or the argument that its
 * parameter was given; the callee when none does.
 */
export function reportedSpan(term: Term, frame: Frame, site: Site): Span {
  const found = throughParameters(term, frame);
  return isReported(found.frame, site) ? found.term.span : site.calleeSpan;
}

/** The argument that a parameter was given, and what that is in turn; other terms are themselves. */
export function throughParameters(term: Term, frame: Frame): { readonly term: Term; readonly frame: Frame } {
  let [at, within] = [term, frame];
  for (;;) {
    const element = at.kind === 'member' ? elementOfRest(at, within) : undefined;
    if (element !== undefined) {
      [at, within] = [element.term, element.frame];
      continue;
    }
    if (at.kind !== 'reference') break;
    const binding = within.module.binding(at.binding);
    const passed = binding.kind === 'parameter' ? within.arguments.get(binding.function) : undefined;
    if (binding.kind !== 'parameter' || passed === undefined || binding.rest || binding.path.length > 0) break;
    const argument = passed.list[binding.index];
    if (argument === undefined || passed.list.slice(0, binding.index).some(({ spread }) => spread)) break;
    [at, within] = [argument.value, argument.frame ?? passed.frame];
  }
  return { term: at, frame: within };
}

/** Whether what a frame reads stands where a finding of this site may point. */
export function isReported(frame: Frame, { report, isDirect }: Site): boolean {
  return frame.module.file === report.file && (isDirect || frame.depth === 0);
}
