import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame } from '../../resolve/evaluate/value';
import { memberTerm } from '../../resolve/lower/operands';
import type { CallTerm, Term } from '../../resolve/lower/term';
import type { ParameterBinding } from '../../resolve/module/summary';
import { wordSet, wordsOf } from '../../text/words';
import type { Knowledge } from '../knowledge';
import type { ValueSource } from '../schema/origins';

/** What handlers call the request, or what holds it. */
const REQUEST_NAMES = wordSet('req _req request _request ctx _ctx context c event evt');
/** Parts of it that its sender writes. */
const SENT_PARTS = wordSet(
  'req request headers header query querystring body rawBody params cookies signedCookies nextUrl searchParams url json text ' +
    'formData param queries get queryStringParameters pathParameters authorizationToken ' +
    'multiValueQueryStringParameters multiValueHeaders rawQueryString',
);
/** Parts of it that tell a request from any other parameter that is taken apart. */
const TELLING_PARTS = wordSet('req request headers cookies query searchParams queryStringParameters');
/** Functions that check, rewrite or search a value and give it, or parts of it, back. */
const PASSING = wordSet(
  'exec parse safeParse parseAsync cast validate validateSync decode String URL URLSearchParams atob',
);
/** First words of functions that read something off the request that they are given. */
const READING = wordSet('get read extract parse');
/** Those that take a text apart; the others may find a record by it: `getUser(req.body.id)`. */
const OPENING = wordSet('extract parse');
/** Parts of a request that nobody finds a record by. */
const HEADERS = wordSet('headers header authorizationToken');

const MAX_STEPS = 24;

interface Found {
  readonly source: ValueSource;
  /** Of what comes from a request: the part of it. */
  readonly part?: string;
}

const UNKNOWN: Found = { source: 'unknown' };
const CALLER: Found = { source: 'caller' };

/** Who hands in a value, by the name or the API that it is read from. */
export function sourceOf(term: Term, frame: Frame, evaluator: Evaluator, knowledge: Knowledge): ValueSource {
  let steps = MAX_STEPS;

  const isDescribed = (at: Term, within: Frame): boolean =>
    evaluator
      .evaluate(at, within)
      .possible.some(({ value }) => value.kind === 'api' && knowledge.isRequest(value.module, value.path));

  /** What the value at `keys` of a term is. */
  const find = (at: Term, keys: readonly string[], within: Frame): Found => {
    if (steps-- === 0) return UNKNOWN;
    switch (at.kind) {
      case 'member':
        return find(at.object, [typeof at.key === 'string' ? at.key : '*', ...keys], within);
      case 'call':
        return ofCall(at, keys, within);
      case 'logical':
        return find(at.left, keys, within);
      case 'choice':
        return find(at.then, keys, within);
      case 'reference': {
        const binding = within.module.binding(at.binding);
        if (binding.kind === 'parameter') return ofParameter(binding, keys, within);
        if (binding.kind !== 'variable') return UNKNOWN;
        const held = binding.initial ?? binding.writes.find(({ path }) => path.length === 0)?.value;
        return held === undefined ? UNKNOWN : find(held, keys, within);
      }
      case 'object': {
        const [key, ...rest] = keys;
        for (const member of at.members) {
          if (member.kind === 'property' && member.key === key) return find(member.value, rest, within);
        }
        return UNKNOWN;
      }
      default:
        return UNKNOWN;
    }
  };

  const ofCall = ({ callee, arguments: [first] }: CallTerm, keys: readonly string[], within: Frame): Found => {
    const name = callee.kind === 'member' ? callee.key : 'name' in callee ? callee.name : undefined;
    if (typeof name === 'string' && first !== undefined) {
      if (PASSING.has(name) || isBufferFrom(callee)) return find(first.value, keys, within);
      const [verb = ''] = wordsOf(name);
      const read = READING.has(verb) ? ofReading(verb, first.value, keys, within) : UNKNOWN;
      if (read.source === 'request') return read;
    }
    return callee.kind === 'member' ? find(callee, keys, within) : UNKNOWN;
  };

  /** What a function reads that is given a request, or something of it. */
  const ofReading = (verb: string, given: Term, keys: readonly string[], within: Frame): Found => {
    const found = find(given, [], within);
    if (found.source !== 'request') return find(given, ['headers'], within);
    const isItsOwn = keys.length === 0 || OPENING.has(verb) || HEADERS.has(found.part ?? '');
    return isItsOwn ? found : UNKNOWN;
  };

  const ofParameter = (binding: ParameterBinding, keys: readonly string[], within: Frame): Found => {
    const path = [...binding.path, ...keys];
    const given = within.arguments.get(binding.function);
    const argument = given?.list[binding.index];
    if (given !== undefined && argument !== undefined && !argument.spread)
      return find(memberTerm(argument.value, binding.path), keys, argument.frame ?? given.frame);
    const { parameters } = within.module.function(binding.function);
    // What a loop goes through is no parameter.
    if (parameters.length === 0) return UNKNOWN;
    const [part = ''] = path;
    const request: Found = { source: 'request', part };
    const name = parameters[binding.index]?.name;
    if (name === undefined) return TELLING_PARTS.has(part) || path.includes('searchParams') ? request : CALLER;
    // Hono keeps in its context what other middleware puts there.
    const isSent = SENT_PARTS.has(part) && !(part === 'get' && name === 'c');
    return REQUEST_NAMES.has(name) && isSent ? request : CALLER;
  };

  return isDescribed(term, frame) ? 'request' : find(term, [], frame).source;
}

/** `Buffer.from(header, 'base64')`: the same, in another form. */
function isBufferFrom(callee: Term): boolean {
  return (
    callee.kind === 'member' && callee.key === 'from' && 'name' in callee.object && callee.object.name === 'Buffer'
  );
}
