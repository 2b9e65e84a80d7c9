import { wordSet, wordsOf } from '../../text/words';
import type { TokenPurpose } from '../../world';
import type { FactOf, Leaf } from '../schema';
import { judgeName } from './credentialName';

/** Words of names of tokens, keys and functions that say what a token is for. */
const REFRESH = new Set(['refresh', 'rt']);
const LOGIN_LINK = wordSet('reset forgot forgotten magic otp passwordless recovery recover');
const CONFIRMATION = wordSet('confirm confirmation verification activation activate');
const INVITATION = wordSet('invite invitation invitations');
/** `apiToken`, `serviceToken`: made for machines, which sign in by nothing else. */
const MACHINES = wordSet('api service machine bot');
/**
 * Tokens that open one thing: downloads, states, challenges. Nothing here is policy for them; a link that unsubscribes has to
 * work for as long as the e-mail is kept.
 */
const OTHER = wordSet('download upload state challenge nonce share preview embed webhook unsubscribe');
/** Claims that say who somebody is. */
const IDENTITY_CLAIMS = wordSet('sub id _id uid userid user_id user email username role roles account accountid');
/** Words of functions and routes that sign somebody in. */
const LOGIN_HANDLERS = wordSet('login signin signup register authenticate logon');
/** Last words of names that are those of an access token or of what makes one, and the words that they consist of. */
const LAST_WORDS = new Set(['token', 'tokens', 'jwt', 'session']);
const TOKEN_WORDS = wordSet(
  'sign generate create issue make get build new jwt token tokens access auth session user id bearer signed',
);
/** Claims that say what kind a token is of. */
const TYPE_CLAIM = /^(?:type|token_?type|typ|use|token_?use|purpose|scope|action)$/i;

/**
 * What a signed token is for: by the names around it, its key and its claims. `undefined`: nothing shows it. A function that
 * says what it makes (`const refreshToken = …`) knows better than those that call it; `sign` and `createToken` do not.
 */
export function purposeOf(sign: FactOf<'TokenSign'>): TokenPurpose | undefined {
  for (const proof of sign.provenBy) {
    const said = proof.kind === 'TokenSign' ? shownPurpose(proof) : undefined;
    if (said !== undefined && said !== 'access') return said;
  }
  return shownPurpose(sign);
}

function shownPurpose({
  around,
  attributes: { key, payload, subject },
}: FactOf<'TokenSign'>): TokenPurpose | undefined {
  const nearest = around.slice(0, 3);
  const keyNames = key.leaves.flatMap(({ names, origin }) =>
    origin.kind === 'environment' && origin.name !== undefined ? [...names, origin.name] : names,
  );
  const types = payload.claims
    .filter(({ name }) => TYPE_CLAIM.test(name))
    .flatMap(({ leaves }) => leaves)
    .flatMap(({ origin }) => (origin.kind === 'literal' ? wordsOf(String(origin.value)) : []));
  const keys = keyNames.flatMap(wordsOf);
  const words = [...types, ...keys, ...nearest.flatMap(wordsOf)];
  const says = (vocabulary: ReadonlySet<string>): boolean => words.some((word) => vocabulary.has(word));
  if (says(REFRESH) && !nearest.some((name) => judgeName(name) === 'strong' && wordsOf(name).includes('access')))
    return 'refresh';
  if (says(LOGIN_LINK)) return 'login-link';
  if (says(INVITATION)) return 'invitation';
  if (says(CONFIRMATION) || types.includes('verify') || nearest.some(saysVerifyEmail)) return 'confirmation';
  if (says(OTHER)) return undefined;
  if (types.includes('access') || keys.includes('access') || nearest.some(saysAccessToken)) return 'access';
  return isAccessToken(nearest, around, [
    ...payload.leaves.flatMap(({ names }) => (names.some(isClientName) ? [] : names)),
    ...(subject.leaves.some(isWritten) ? ['sub'] : []),
  ])
    ? 'access'
    : undefined;
}

/** Options that are not known, a callback in their place among them, say nothing of a subject. */
function isWritten({ origin, names }: Leaf): boolean {
  if (origin.kind === 'unknown') return origin.at !== 'property' || names.some((name) => name !== 'subject');
  return origin.kind !== 'nothing';
}

function isAccessToken(nearest: readonly string[], around: readonly string[], claims: readonly string[]): boolean {
  if (!claims.some((name) => IDENTITY_CLAIMS.has(name.toLowerCase()))) return false;
  // `verifyToken`, `mfaToken`: a token of another kind, wherever it is made.
  const [nearestName = ''] = nearest;
  if (/tokens?$/i.test(nearestName) && !isTokenLike(nearestName)) return false;
  const isLogin = around.some(
    (name) => wordsOf(name).some((word) => LOGIN_HANDLERS.has(word)) || /^(?:log|sign)(?:In|Up)/.test(name),
  );
  return isLogin || nearest.some(isTokenLike);
}

/** `sub: clientId`, `iss: config.client_email`: a program says who it is, to a service that gives it something. */
function isClientName(name: string): boolean {
  return /^(?:client_?(?:id|email)|team_?id|service_?account\w*|consumer_?(?:key|id))$/i.test(name);
}

/**
 * Whether a token says nothing but which program sends it (`iss: teamId`), to a service that looks at when it was made: for
 * APNs, one with an expiry is wrong.
 */
export function isIntroduction({ attributes: { payload } }: FactOf<'TokenSign'>): boolean {
  const claims = payload.claims.filter(({ name }) => name !== 'iat' && name !== 'aud');
  return (
    claims.length > 0 &&
    claims.every(({ name, leaves }) => name === 'iss' && leaves.some(({ names }) => names.some(isClientName)))
  );
}

/** A DPoP proof (RFC 9449) is for one request, by its `htm` and `htu`: whoever gets it looks at when it was made. */
export function isRequestProof({ attributes: { payload } }: FactOf<'TokenSign'>): boolean {
  const names = payload.claims.map(({ name }) => name);
  return names.includes('htm') && names.includes('htu');
}

/** `accessToken`, `generateAccessToken`. */
function saysAccessToken(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word, index) => word === 'access' && words[index + 1] === 'token');
}

/** `verifyEmailToken`, `emailVerifyToken`. */
function saysVerifyEmail(name: string): boolean {
  const words = wordsOf(name);
  return words.includes('verify') && words.includes('email') && words.includes('token');
}

/** `token`, `jwt`, `generateToken`, `signToken`, `getSignedJwtToken`, `createSession`. */
function isTokenLike(name: string): boolean {
  const words = wordsOf(name);
  if (MACHINES.has(words[words.length - 2] ?? '')) return false;
  if (judgeName(name) === 'strong') return true;
  return LAST_WORDS.has(words[words.length - 1] ?? '') && words.every((word) => TOKEN_WORDS.has(word));
}
