import type { LiveModule } from '../../resolve/module/module';
import { namesAround } from '../../resolve/scope/surroundings';
import type { Node } from '../../syntax';
import type { Span } from '../../text/span';
import type { FactOf } from '../schema';

/** What a fact says beside its attributes. */
type Circumstances = Omit<FactOf<'TokenLiteral'>, 'kind' | 'display' | 'attributes'>;

/** What is said of a fact that the source shows where it is written, and no model gives. */
export function writtenAt(
  node: Node,
  { span, calleeSpan = span }: { readonly span: Span; readonly calleeSpan?: Span },
  module: LiveModule,
): Circumstances {
  return {
    package: '',
    span,
    calleeSpan,
    statement: undefined,
    use: undefined,
    runtime: module.runtimes.at(node),
    via: [],
    provenBy: [],
    guarded: module.isGuarded(node),
    around: namesAround(node),
  };
}
