import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame } from '../../resolve/evaluate/value';
import { operandsOf } from '../../resolve/lower/operands';
import type { CallTerm, Term } from '../../resolve/lower/term';
import { isSecretName } from '../derive/secretName';
import type { Origin } from '../schema/origins';

/** How many names are followed from what is hashed to a secret in it. */
const MAX_STEPS = 40;

/** A computed digest: keyed by its function, or by a secret among what is hashed. */
export function digestOrigin(call: CallTerm, frame: Frame, isKeyed: boolean, evaluator: Evaluator): Origin {
  // `digest('hex')` writes it out.
  const [encoding] = call.arguments;
  const isText = encoding?.value.kind === 'literal' && encoding.value.value !== 'buffer';
  return { kind: 'digest', isKeyed: isKeyed || hashesSecret(call, frame, evaluator), isText };
}

/** `createHash('sha256').update(body + secret).digest('hex')` */
function hashesSecret(call: CallTerm, frame: Frame, evaluator: Evaluator): boolean {
  const hashed: Term[] = [];
  for (let at: Term = call; at.kind === 'call'; at = at.callee.kind === 'member' ? at.callee.object : at.callee) {
    hashed.push(...at.arguments.map(({ value }) => value));
  }
  let steps = MAX_STEPS;
  for (let term = hashed.pop(); term !== undefined && steps-- > 0; term = hashed.pop()) {
    if (isSecret(term, frame, evaluator)) return true;
    const binding = term.kind === 'reference' ? frame.module.binding(term.binding) : undefined;
    if (binding?.kind === 'variable' && binding.initial !== undefined) hashed.push(binding.initial);
    else hashed.push(...operandsOf(term));
  }
  return false;
}

function isSecret(term: Term, frame: Frame, evaluator: Evaluator): boolean {
  const name = term.kind === 'reference' || term.kind === 'global' ? term.name : term.kind === 'member' ? term.key : '';
  // A password is what is hashed, not a key.
  if (typeof name === 'string' && /secret|key/i.test(name) && isSecretName(name)) return true;
  if (term.kind !== 'reference' && term.kind !== 'member') return false;
  return evaluator
    .evaluate(term, frame)
    .possible.some(({ value }) => value.kind === 'environment' && isSecretName(value.name ?? ''));
}
