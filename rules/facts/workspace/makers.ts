import type { Term } from '../../resolve/lower/term';
import type { Module } from '../../resolve/module/module';
import type { Span } from '../../text/span';
import type { Fact } from '../schema';

/** Names that a function is followed through to the call that made it: `const { save } = kept`, `const kept = keep('token')`. */
const MAX_STEPS = 3;

/** The call that made a function, or the object that it is taken off. */
export function makerOf(callee: Term, module: Module, steps = MAX_STEPS): Span | undefined {
  let root = callee;
  while (root.kind === 'member') root = root.object;
  if (root.kind === 'call') return root.span;
  const binding = root.kind === 'reference' && steps > 0 ? module.binding(root.binding) : undefined;
  return binding?.kind === 'variable' && binding.initial !== undefined
    ? makerOf(binding.initial, module, steps - 1)
    : undefined;
}

/** Whether one act is told of where the function that does it is made, and of another where that is called. */
export function isMakingOf({ span, via }: Fact, { madeAt, via: calledVia }: Fact): boolean {
  if (madeAt === undefined || madeAt.start !== span.start || madeAt.end !== span.end) return false;
  const [done, called] = [via[via.length - 1], calledVia[calledVia.length - 1]];
  return done !== undefined && done.file === called?.file && done.span.start === called.span.start;
}
