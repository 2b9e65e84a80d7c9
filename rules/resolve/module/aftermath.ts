import { type Node, withoutWrappers } from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import { isTrusted, type Role, roleOf, type Surroundings } from '../around/trust';
import { type Use, usesOf } from '../around/uses';
import { lastName, operandsOf } from '../lower/operands';
import type { Term } from '../lower/term';
import { bearerStrategyAround } from '../scope/bearerStrategies';
import { choiceBetween } from '../scope/otherBranch';
import type { References } from '../scope/references';
import type { Binding } from './summary';

/** What the code around a call does with what it gives, and what it knows of what it was given. */
export interface Aftermath {
  readonly uses: readonly Use[];
  /** Where the arguments come from, by the names on their way: only one way in is known, or nothing. */
  readonly source: Source;
  /** Something there may have checked the arguments. */
  readonly isTrusted: boolean;
  readonly role: Role;
}

export type Source = 'request' | 'parameter' | 'other';

/** What becomes of a call. */
export function aftermathOf(
  call: Node,
  around: Surroundings,
  lower: (node: Node) => Term,
  binding: (id: number) => Binding,
): Aftermath {
  const { expression, arguments: list = [] } = call as Node & { expression: Node; arguments?: readonly Node[] };
  const given = list.slice(0, 1).map(withoutWrappers);
  const strategy = bearerStrategyAround(call, around.scope);
  let found: readonly Use[] | undefined;
  let trusted: boolean | undefined;
  const uses = (): readonly Use[] => {
    found ??= usesOf(call, around.scope, reached(around.references, call)).map((use) =>
      strategy === 'result' && use.as === 'returned' ? { ...use, as: 'identity' } : use,
    );
    return found;
  };
  return {
    get uses() {
      return uses();
    },
    get source() {
      const source = sourceOf(given.length === 0 ? [lower(expression)] : given.map(lower), binding);
      return source === 'parameter' && strategy !== undefined ? 'request' : source;
    },
    get isTrusted() {
      trusted ??= isTrusted(call, given, uses, around);
      return trusted;
    },
    get role() {
      return strategy === undefined ? roleOf(call, around) : 'entry';
    },
  };
}

/** Where a name is used, the branches left out that do not run when the call does. */
function reached(references: References, call: Node): References {
  return { ...references, to: (id) => references.to(id).filter((use) => choiceBetween(use, call) === undefined) };
}

/** Words of names by which code means what a request brings. */
const REQUEST_WORDS = wordSet('headers header authorization cookie cookies handshake req request bearer');
/** Words of names by which code means what another service answered. */
const ANSWER_WORDS = wordSet('fetch axios got superagent response exchange grant callback tokenset code acquire');
const MAX_TERMS = 200;

/** Where values come from, by the names that they bear on their way through this file. */
function sourceOf(terms: readonly Term[], binding: (id: number) => Binding): Source {
  const pending: Step[] = terms.map((term) => ({ term, isPart: false }));
  const seen = new Set<Term>();
  const names: string[] = [];
  let isParameter = false;
  for (let step = pending.pop(); step !== undefined && seen.size < MAX_TERMS; step = pending.pop()) {
    const { term, isPart } = step;
    if (seen.has(term)) continue;
    seen.add(term);
    if (isKeptInSession(term)) return 'other';
    if (term.kind === 'global') names.push(term.name);
    if (term.kind === 'member' && typeof term.key === 'string') names.push(term.key);
    if (term.kind !== 'reference') {
      pending.push(...stepsBelow(term, isPart));
      continue;
    }
    names.push(term.name);
    const found = binding(term.binding);
    if (found.kind === 'parameter') {
      names.push(...found.path);
      isParameter ||= !isPart && found.path.length < 2;
    }
    if (found.kind !== 'variable') continue;
    for (const value of [found.initial, ...found.writes.map((one) => one.value)]) {
      if (value !== undefined) pending.push({ term: value, isPart });
    }
  }
  const words = names.flatMap(wordsOf);
  if (words.some((word) => ANSWER_WORDS.has(word))) return 'other';
  if (words.some((word) => REQUEST_WORDS.has(word))) return 'request';
  return isParameter && !isIdToken(names) ? 'parameter' : 'other';
}

/** What holds the session of a request, where a middleware has put it. */
const HOLDS_SESSION = /^(?:req|request|ctx|context|c|locals|state|handshake)$/;

/** `req.session.accessToken`: the server has put it there, and whoever sends the request cannot. */
function isKeptInSession(term: Term): boolean {
  const session = term.kind === 'member' ? term.object : undefined;
  if (session?.kind !== 'member' || session.key !== 'session') return false;
  return HOLDS_SESSION.test(lastName(session.object) ?? '');
}

interface Step {
  readonly term: Term;
  /** It is something that another value holds. */
  readonly isPart: boolean;
}

/** `token.split(' ')[1]` is the token still, `account.access_token` is a part of the account. */
function stepsBelow(term: Term, isPart: boolean): readonly Step[] {
  if (term.kind === 'call' && term.callee.kind === 'member' && typeof term.callee.key === 'string') {
    const { object, key, span, keySpan } = term.callee;
    const name: Term = { kind: 'global', name: key, span: keySpan ?? span };
    return [object, name, ...term.arguments.map(({ value }) => value)].map((one) => ({ term: one, isPart }));
  }
  const isMember = term.kind === 'member' && !/^\d+$/.test(String(term.key));
  return operandsOf(term).map((one) => ({ term: one, isPart: isPart || isMember }));
}

/** What a provider of identity has just sent, most of the time. */
function isIdToken(names: readonly string[]): boolean {
  return names.some((name) => /^id_?token$/i.test(name));
}
