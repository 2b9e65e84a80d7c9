import type { CallTerm, MemberEntry, Term } from '../../resolve/lower/term';
import { wordsOf } from '../../text/words';

/** Properties that hold what the object around them is named for. */
export const GENERIC_KEYS = new Set([
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

/** What is asked for by its name: `params.get('token')`, `localStorage.getItem('token')`. */
export function nameAskedFor({ callee, arguments: [first, ...others] }: CallTerm): readonly string[] {
  if (callee.kind !== 'member' || (callee.key !== 'get' && callee.key !== 'getItem') || others.length > 0) return [];
  return first?.value.kind === 'literal' && typeof first.value.value === 'string' ? [first.value.value] : [];
}

/** The key of a member, where it is written. */
export function ownKey(member: MemberEntry): readonly string[] {
  return member.kind === 'property' && typeof member.key === 'string' ? [member.key] : [];
}

/** What a token is of that signs nobody in. */
const OTHER_TOKENS = new Set(
  'csrf xsrf design theme color colour syntax lexer parser push fcm gcm apns captcha recaptcha hcaptcha turnstile cart basket checkout mapbox'.split(
    ' ',
  ),
);

/** The name of a member; the token of something else, with that: `design.tokens`, `csrf.token`. */
export function memberName(key: string, object: Term): string {
  if (key !== 'token' && key !== 'tokens') return key;
  const [of] = nameOf(object);
  return of !== undefined && OTHER_TOKENS.has(wordsOf(of).at(-1) ?? '') ? `${of}.${key}` : key;
}

/** The last name of what an expression is. */
export function nameOf(term: Term): readonly string[] {
  if (term.kind === 'reference' || term.kind === 'global') return [term.name];
  if (term.kind === 'member' && typeof term.key === 'string') return [term.key];
  return term.kind === 'call' ? nameOf(term.callee) : [];
}
