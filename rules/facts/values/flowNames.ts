import { lastName } from '../../resolve/lower/operands';
import type { CallTerm, MemberEntry, Term } from '../../resolve/lower/term';
import { wordsOf } from '../../text/words';
import { givesOther, hasPublicTokens, holdsOtherTokens } from '../derive/credentialName';

/** Properties that hold what the object around them is named for. */
const GENERIC_KEYS = new Set([
  'value',
  'data',
  'current',
  'text',
  'raw',
  'result',
  'body',
  'payload',
  '0',
  '_doc',
  'dataValues',
  'headers',
  'cookies',
]);

/** `['token', value]` in a list, which is a key with its value. */
export function keyedPair(term: Term): { readonly key: string; readonly value: Term } | undefined {
  if (term.kind !== 'array' || term.elements.length !== 2) return undefined;
  const [first, second] = term.elements;
  if (first?.value.kind !== 'literal' || typeof first.value.value !== 'string' || second === undefined)
    return undefined;
  return second.spread ? undefined : { key: first.value.value, value: second.value };
}

const ASKING = new Set<unknown>(['get', 'getItem', 'header']);

/** The name that a selector asks for: `meta[name="csrf-token"]`. */
const SELECTED_NAME = /\[name=["']?([\w-]+)/;

/** What is asked for by its name: `params.get('token')`, `localStorage.getItem('token')`, `$('input[name=token]')`. */
export function nameAskedFor({ callee, arguments: [first, ...others] }: CallTerm): readonly string[] {
  if (first?.value.kind !== 'literal' || typeof first.value.value !== 'string' || others.length > 0) return [];
  const text = first.value.value;
  return callee.kind === 'member' && ASKING.has(callee.key) ? [text] : selectedName(text);
}

function selectedName(selector: string): readonly string[] {
  const name = SELECTED_NAME.exec(selector)?.[1];
  return name === undefined ? [] : [name];
}

/** What a call is made on, where that says what the call gives: `grecaptcha.execute(key)`, `theme.useToken()`. */
export function receiverNames(callee: Term): readonly string[] {
  if (callee.kind !== 'member') return [];
  const isToken = typeof callee.key === 'string' && isTokenName(callee.key);
  const others = nameOf(callee.object).flatMap((of) =>
    givesOther(of) ? [of] : isToken && holdsOtherTokens(of) ? [`${of}.token`] : [],
  );
  return [...elementName(callee.object), ...others];
}

/** What is read off an element bears the name by which it was selected: `querySelector('meta[name=csrf]').content`. */
function elementName(element: Term): readonly string[] {
  const [first] = element.kind === 'call' ? element.arguments : [];
  if (first?.value.kind !== 'literal') return [];
  const text = String(first.value.value);
  return element.kind === 'call' && lastName(element.callee) === 'getElementById' ? [text] : selectedName(text);
}

/** The key of a member, where it is written. */
export function ownKey(member: MemberEntry): readonly string[] {
  return member.kind === 'property' && typeof member.key === 'string' ? [member.key] : [];
}

/** Keys that say what a value is only together with what holds it. */
const HELD = /^(?:tokens?|name|cookie(?:_?name)?)$/i;

/** The name of a member; the token of something else, with that: `design.tokens`, `csrf.cookieName`, `mapboxgl.accessToken`. */
export function memberName(key: string, object: Term): string {
  const isHeld = HELD.test(key);
  if (!isHeld && !isTokenName(key)) return key;
  const [of] = nameOf(object);
  return of !== undefined && (isHeld ? holdsOtherTokens(of) : hasPublicTokens(of)) ? `${of}.${key}` : key;
}

/** What the object of a member is named, where it is named for what the member holds. The payload of a token is its claims. */
export function holderNames(key: string, object: Term): readonly string[] {
  const made = object.kind === 'call' ? receiverNames(object.callee) : [];
  const names = [...(GENERIC_KEYS.has(key) ? nameOf(object) : []), ...elementName(object), ...made];
  return key === 'payload' && names.some(isTokenName) ? [] : names;
}

function isTokenName(name: string): boolean {
  const last = wordsOf(name).at(-1);
  return last === 'token' || last === 'jwt';
}

/** The last name of what an expression is. */
export function nameOf(term: Term): readonly string[] {
  if (term.kind === 'call') return nameOf(term.callee);
  const name = lastName(term);
  return name === undefined ? [] : [name];
}
