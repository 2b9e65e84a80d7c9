import type { Value } from '../../resolve/evaluate/value';
import { operandsOf } from '../../resolve/lower/operands';
import type { Term } from '../../resolve/lower/term';
import type { Binding } from '../../resolve/module/summary';

/** How many variables a value is followed through. */
const MAX_STEPS = 3;

/**
 * The parameter of the URL that a function gives which is handed a request, or what leads to one: `query.token`, of its
 * first parameter; `undefined` where it gives none.
 */
export function queryParameterGiven({ id, frame }: Value & { kind: 'function' }): string | undefined {
  const { module } = frame;
  const pending = module.function(id).returns.map(({ value }) => ({ term: value, steps: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { term, steps } = next;
    const read = queryRead(term, id, (one) => module.binding(one));
    if (read !== undefined) return read;
    const binding = term.kind === 'reference' && steps < MAX_STEPS ? module.binding(term.binding) : undefined;
    if (binding?.kind === 'variable') {
      for (const one of [binding.initial, ...binding.writes.map(({ value }) => value)])
        if (one !== undefined) pending.push({ term: one, steps: steps + 1 });
    }
    if (term.kind === 'choice') pending.push({ term: term.then, steps }, { term: term.else, steps });
    if (term.kind === 'logical') for (const one of operandsOf(term)) pending.push({ term: one, steps });
  }
  return undefined;
}

/** `req.query.token`, `ctx.request.query['token']`. */
function queryRead(term: Term, functionId: number, binding: (id: number) => Binding): string | undefined {
  if (term.kind !== 'member' || typeof term.key !== 'string') return undefined;
  const { object } = term;
  if (object.kind !== 'member' || object.key !== 'query') return undefined;
  const root =
    object.object.kind === 'member' && object.object.key === 'request' ? object.object.object : object.object;
  const of = root.kind === 'reference' ? binding(root.binding) : undefined;
  return of?.kind === 'parameter' && of.function === functionId && of.index === 0 ? term.key : undefined;
}
