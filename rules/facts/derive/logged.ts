import { contains } from '../../text/span';
import { wordSet, wordsOf } from '../../text/words';
import type { Flow, Leaf } from '../schema';
import { isOfOthers } from './credential';
import { givesOther, judgeName, opensOneThing } from './credentialName';

/** What somebody who reads a log can act with. */
export interface Logged {
  readonly what: 'token' | 'secret' | 'headers' | 'jar';
  /** The name that told; absent where the value itself did. */
  readonly name: string | undefined;
  readonly leaf: Leaf;
}

/** The first credential or secret in what is logged. Weak names do not count: what is only handled has many names. */
export function findLogged(value: Flow): Logged | undefined {
  for (const leaf of value.leaves) {
    const found = leaf.guarded ? undefined : judgeLeaf(leaf, value);
    if (found !== undefined) return { ...found, leaf };
  }
  return undefined;
}

type Verdict = Pick<Logged, 'what' | 'name'>;

function judgeLeaf(leaf: Leaf, value: Flow): Verdict | undefined {
  const { origin, names } = leaf;
  if (names.some(isReducing) || names.some((name) => judgeName(name) === 'never') || isOfOthers(leaf)) return undefined;
  switch (origin.kind) {
    case 'credential':
      return { what: 'token', name: undefined };
    case 'environment':
      return origin.name === undefined || isPublic(origin.name) ? undefined : judgeValueName(origin.name);
    case 'unknown':
      // A module, or what is neither a name nor made by a call: `!!token`, `typeof token`.
      if (origin.at === 'import' || origin.at === 'expression') return undefined;
      return wholeRequest(names) ?? judgeNames(leaf, origin, contains(value.span, leaf.place.span));
    default:
      return undefined;
  }
}

/** `req.headers`, `request.cookies`: all of them at once. */
function wholeRequest(names: readonly string[]): Verdict | undefined {
  for (const [index, name] of names.entries()) {
    if (!REQUESTS.has(names[index + 1] ?? '')) continue;
    if (name === 'headers') return { what: 'headers', name };
    if (name === 'cookies' || name === 'signedCookies') return { what: 'jar', name };
  }
  return undefined;
}

/** What handlers call the request, or what holds it. */
const REQUESTS = new Set(['req', 'request', 'ctx', 'event']);

type Unknown = Extract<Leaf['origin'], { readonly kind: 'unknown' }>;

function judgeNames(
  { names }: Leaf,
  { at, parts, isElement, typeName }: Unknown,
  isHere: boolean,
): Verdict | undefined {
  const last = names[names.length - 1] ?? '';
  // `{ token: user.id }` is named for more than it holds, and `{ token: token.slice(0, 4) }` too.
  if (isHere && at === 'property' && !isGeneric(last) && judgeAny(last) === undefined) return undefined;
  if (at === 'call' && !mayGive(last, isHere)) return undefined;
  const isMark = isElement() || isTypeOfMarks(typeName());
  for (const name of names) {
    // `attestToken = response.token`: the nearer name says that it opens one thing, once.
    if (opensOneThing(name)) return undefined;
    // One of many that is called no more than a token is as often one of a text, a design or a chain.
    if (isMark && /^tokens?$/i.test(name)) continue;
    const verdict =
      isConstantName(name) || (at === 'call' && name === last && !isGetter(name)) ? undefined : judgeAny(name);
    if (verdict === undefined) continue;
    const read = parts().filter((part) => !TEXT_MEMBERS.has(part));
    // What has parts is no text: it counts by them.
    return read.length === 0 || read.some((part) => judgeAny(part) !== undefined) ? verdict : undefined;
  }
  const part = ERRORS.has(names[0] ?? '') ? undefined : parts().find((one) => judgeAny(one)?.what === 'token');
  return part === undefined ? undefined : { what: 'token', name: part };
}

/** `(token: Token)`, `(token: InjectionToken)`: no text by which somebody signs in. */
function isTypeOfMarks(type: string | undefined): boolean {
  return type !== undefined && (type === 'Token' || judgeName(type) === 'never');
}

/** Words of a text that says of the `token` beside it that it signs nobody in. */
const OTHERS_IN_TEXTS = wordSet('push device expo notification card payment');

/** `FCM token:`, `Captcha value:` */
export function saysOtherToken(text: string): boolean {
  return givesOther(text) || (wordsOf(text).length <= 5 && wordsOf(text).some((word) => OTHERS_IN_TEXTS.has(word)));
}

/** Names of what has a part that is called a token for another reason: an error of a parser, a component. */
const ERRORS = new Set(['err', 'error', 'e', 'ex', 'exception', 'cause', 'this', 'props']);
/** Names that say nothing of what they name. */
const GENERIC = new Set(['value', 'data', 'current', 'raw', 'text', 'result', 'body', '0', '1']);

function isGeneric(name: string): boolean {
  return GENERIC.has(name);
}

/** What people read off a text. */
const TEXT_MEMBERS = wordSet(
  'length split slice substring substr startsWith endsWith includes indexOf trim replace replaceAll toString at charAt match padEnd toLowerCase toUpperCase',
);

/** `ACCESS_TOKEN` names a constant, which counts by its value. */
function isConstantName(name: string): boolean {
  return /^[A-Z0-9_$]{2,}$/.test(name);
}

function judgeAny(name: string): Verdict | undefined {
  return isConstantName(name) ? undefined : judgeValueName(name);
}

/** Last words of names that are no value: `tokenName`, `passwordField`. */
const NAMING = new Set(['name', 'cookie', 'header']);
/** Words by which a name says what became of a value, what is done with it, or what is asked of it. */
const NOT_THE_VALUE = wordSet(
  'verify verifies verified validate validated validator check checked compare decode decoded parse parsed revoke revoked delete deleted ' +
    'remove removed invalidate store save set update clear is has have had should needs need requires require use using with without on ' +
    'handle handler invalid valid expired missing bad wrong incorrect no hash hashed hashing encrypt encrypted crypted cipher mask masked redacted ' +
    'forgot forget reset change changed confirm show hide toggle visible weak strong min max env',
);
/** Last words of names of secrets. */
const SECRETS: readonly (readonly string[])[] = [
  ['secret'],
  ['secret', 'key'],
  ['password'],
  ['passwd'],
  ['passphrase'],
  ['api', 'key'],
  ['apikey'],
  ['private', 'key'],
  ['signing', 'key'],
  ['otp'],
  ['reset', 'code'],
  ['verification', 'code'],
];
/** Names of the header that carries a credential, their words written as one. */
const AUTHORIZATION = new Set(['authorization', 'authheader', 'authorizationheader', 'proxyauthorization']);

/** What the value of that name is, when the name says that it is a credential or a secret. */
function judgeValueName(name: string): Verdict | undefined {
  const words = wordsOf(name);
  const last = words[words.length - 1] ?? '';
  if (AUTHORIZATION.has(words.join(''))) return { what: 'token', name };
  if (NAMING.has(last) || words.some((word) => word === 'publishable' || word === 'public')) return undefined;
  const secret = SECRETS.find((phrase) =>
    phrase.every((word, index) => words[words.length - phrase.length + index] === word),
  );
  const before = secret === undefined ? words : words.slice(0, words.length - secret.length);
  if (before.some((word) => NOT_THE_VALUE.has(word))) return undefined;
  if (secret !== undefined) return { what: 'secret', name };
  // `tokens` may be those of a text, a budget or a design.
  const isCount = words.length === 1 && last === 'tokens';
  return !isCount && last !== 'key' && judgeName(name) === 'strong' ? { what: 'token', name } : undefined;
}

function isPublic(variable: string): boolean {
  return /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC|GATSBY)_/.test(variable);
}

/** Functions that leave nothing of a value to act with, by the words of their names. */
const REDUCING = wordSet(
  'redact redacted mask masked sanitize sanitise sanitized scrub scrubbed obfuscate obscure censor hide truncate shorten abbreviate preview ' +
    'fingerprint hash hashed sha256 sha1 md5 digest tokenize lexer lex',
);

function isReducing(name: string): boolean {
  return wordsOf(name).some((word) => REDUCING.has(word));
}

/** Calls that give something else than what they are handed, or are called on. */
const OTHER_RESULTS = wordSet(
  'decode verify find findone findfirst findunique findbyid update delete remove count test match includes indexof startswith endswith some every map filter keys boolean number parseint',
);
/** First words of functions that go through the tokens of a text: `lexer.next()`, `peekToken()`. */
const LEXING = wordSet('next peek consume advance scan lex eat tokenize');
/** Calls that give a piece: behind a variable it is the token of a header, in a log it is what may be shown. */
const PIECES = wordSet('slice substring substr split replace replaceall at charat padend padstart repeat');

function mayGive(callee: string, isHere: boolean): boolean {
  const name = callee.toLowerCase();
  const [verb = ''] = wordsOf(callee);
  return !OTHER_RESULTS.has(name) && !LEXING.has(verb) && !NOT_THE_VALUE.has(verb) && !(isHere && PIECES.has(name));
}

/** First words of functions that give what the rest of their name says. */
const GETTERS = wordSet(
  'get fetch generate create sign issue make build read load acquire retrieve obtain mint encode',
);

function isGetter(name: string): boolean {
  return GETTERS.has(wordsOf(name)[0] ?? '');
}
