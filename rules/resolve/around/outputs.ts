import type { Node } from '../../syntax';
import { wordSet } from '../../text/words';
import { namesOf } from './chainNames';

/** What a log, a monitor or the answer to a request is called, and the methods that write to one. */
const OUTPUTS = wordSet('sentry posthog analytics response reply nextresponse res c ctx h span');
const OUTPUT_METHODS = wordSet(
  'json send render end log info warn error debug trace track capture write status setuser setcontext identify',
);

/** Whether a call writes to a log, or to the answer of the request. */
export function isOutput(callee: Node): boolean {
  const names = namesOf(callee).map((name) => name.toLowerCase());
  const [first = ''] = names;
  const last = names[names.length - 1] ?? '';
  if (names.length === 1) return first === 'log' || first === 'debug';
  if (names.includes('console') || names.some((name) => /log(?:ger)?$/.test(name))) return true;
  return OUTPUTS.has(first) && OUTPUT_METHODS.has(last);
}
