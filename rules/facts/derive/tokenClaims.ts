import { wordSet, wordsOf } from '../../text/words';
import { type DecodedToken, decodeToken, findPrivilegedRole, findTime, isMilliseconds } from '../../token';
import type { FactOf } from '../schema';

/** What a token that is written in source says of itself, where it is one that somebody could use. */
export interface LiteralToken {
  /** In seconds since the epoch; `undefined` where it says nothing that can be read. */
  readonly expires: number | 'never' | undefined;
  /** It names a role that stands above ordinary users. */
  readonly isPrivileged: boolean;
}

/** Names under which samples are written. */
const SAMPLE_WORDS = wordSet(
  'example examples sample samples placeholder mock mocks mocked fake dummy fixture fixtures invalid expired malformed',
);
/** Words of claims that say of a whole token that it is made up. */
const MADE_UP = wordSet('test sample example mock fake dummy demo emulated placeholder');

/** A token of the source that lets somebody in; `undefined` for samples, for what is public, and for other kinds of JWT. */
export function literalToken({ around, attributes }: FactOf<'TokenLiteral'>): LiteralToken | undefined {
  if (around.some((name) => wordsOf(name).some((word) => SAMPLE_WORDS.has(word)))) return undefined;
  const [leaf] = attributes.token.leaves;
  const text = leaf?.origin.kind === 'literal' ? String(leaf.origin.value) : '';
  if (attributes.form.constant === 'opaque') {
    return isRandom(text) ? { expires: undefined, isPrivileged: false } : undefined;
  }
  const token = decodeToken(text);
  if (token === undefined || !isCredential(token)) return undefined;
  const { claims } = token;
  if (claims === undefined || isSample(claims) || isPublic(claims)) return undefined;
  return { expires: expiryOf(claims), isPrivileged: findPrivilegedRole(claims) !== undefined };
}

type Claims = NonNullable<DecodedToken['claims']>;

/** Media types of tokens that let somebody in; others are statements: receipts, proofs, credentials, events (RFC 8725 3.11). */
const CREDENTIAL_TYPES = new Set(['jwt', 'at+jwt', 'application/at+jwt', 'application/jwt', 'bearer']);

function isCredential({ shape, header, isWhole }: DecodedToken): boolean {
  if (shape !== 'jws' || !isWhole || 'x5c' in header) return false;
  const { typ } = header;
  return typ === undefined || (typeof typ === 'string' && CREDENTIAL_TYPES.has(typ.toLowerCase()));
}

/** Tokens of debuggers, standards, tutorials and local development, which everybody has. */
function isSample(claims: Claims): boolean {
  const { sub, name, iss, exp, iat, foo, loggedInAs } = claims;
  return (
    sub === '1234567890' ||
    name === 'John Doe' ||
    foo === 'bar' ||
    // RFC 7519 3.1, and the token of the encyclopedia's article.
    (iss === 'joe' && exp === 1_300_819_380) ||
    (loggedInAs === 'admin' && iat === 1_422_779_638) ||
    isMadeUp(claims) ||
    (typeof iss === 'string' && /^(?:supabase-demo$|urn:example:|https?:\/\/(?:[\w-]+\.)*example\.)/.test(iss))
  );
}

/** `{ "source": "acme dev", "testData": "…" }`: it speaks of nobody, and says that it is for a test. */
function isMadeUp(claims: Claims): boolean {
  const names = Object.keys(claims);
  if (names.some((name) => /^(?:sub|exp|aud|jti|email|roles?|scopes?|user_?id|id)$/i.test(name))) return false;
  return names.some((name) => wordsOf(name).some((word) => MADE_UP.has(word)));
}

/** Tokens that are made to be sent to every visitor: they say that nobody has signed in. */
function isPublic({ role }: Claims): boolean {
  return typeof role === 'string' && /^(?:anon|anonymous|public|guest)$/i.test(role);
}

function expiryOf(claims: Claims): LiteralToken['expires'] {
  if (!Object.hasOwn(claims, 'exp')) return 'never';
  const expires = findTime(claims, 'exp');
  return expires !== undefined && isMilliseconds(expires) ? 'never' : expires;
}

/** Words that stand where a token is to be put, and prefixes of keys that are published. */
const PLACEHOLDER = /^(?:pk_|pub|sb_publishable)|x{4}|\.{3}|1234|abcd/i;
const PLACEHOLDER_WORDS = wordSet(
  'your token test testing example sample dummy fake mock placeholder here valid invalid secret access some demo',
);

function isRandom(text: string): boolean {
  if (PLACEHOLDER.test(text) || wordsOf(text).some((word) => PLACEHOLDER_WORDS.has(word))) return false;
  return /\d/.test(text) && /[A-Za-z]/.test(text) && new Set(text).size >= 10;
}
