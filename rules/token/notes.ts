import type { Policy } from '../config';
import type { DecodedToken } from './decode';
import { toDuration, toExactDuration } from './duration';
import type { JsonObject } from './json';
import { isUnsecured } from './lex';
import { findPersonalClaims, findPrivilegedRole, findSecretClaims } from './suspicions';
import { findLifetime, findTime, isMilliseconds, TIME_CLAIMS } from './times';

// Verifiers allow for this much difference between clocks, in seconds.
const CLOCK_TOLERANCE = 60;
const MAX_NAMES = 8;

const MEANING_OF_MISSING: ReadonlyMap<string, string> = new Map([
  ['exp', 'the token never expires'],
  ['aud', 'every service that trusts the key accepts the token'],
  ['iss', 'a verifier cannot tell who issued the token'],
]);

/** Types that are proofs of one moment (RFC 9449, RFC 9901, RFC 8417): they need no expiry, audience or issuer. */
const PROOF_TYPES = new Set(['dpop+jwt', 'kb+jwt', 'secevent+jwt', 'openid4vci-proof+jwt']);

/**
 * What a reviewer would say about a token, worst first. `now` is in milliseconds; `wellKnownSecret` is what
 * `findWellKnownSecret` found. Code is in backticks; of the token's own text there is only what is safe to print.
 */
export function toNotes(
  token: DecodedToken,
  now: number,
  policy: Policy,
  wellKnownSecret?: string | undefined,
): readonly string[] {
  const forged =
    wellKnownSecret === undefined
      ? []
      : [`Signed with the well-known secret \`${wellKnownSecret}\`: anyone can forge this token.`];
  return [...forged, ...notesOfLayers(token, now, policy)];
}

function notesOfLayers(token: DecodedToken, now: number, policy: Policy): readonly string[] {
  const inner =
    token.nested === undefined ? claimNotes(token, now / 1000, policy) : notesOfLayers(token.nested, now, policy);
  return [...keyNotes(token), ...inner];
}

function keyNotes(token: DecodedToken): readonly string[] {
  const notes = isUnsecured(token) ? ['`alg` is `none`: anyone can write this token.'] : [];
  // A proof of possession brings its key on purpose.
  const names = isProof(token) ? ['jku', 'x5u'] : ['jku', 'x5u', 'jwk'];
  for (const name of names.filter((name) => Object.hasOwn(token.header, name))) {
    notes.push(`\`${name}\` in the header brings a key: a verifier that takes it accepts every signer.`);
  }
  return notes;
}

function claimNotes(token: DecodedToken, now: number, policy: Policy): readonly string[] {
  const { claims } = token;
  if (claims === undefined) return [];
  return [
    ...contentNotes(claims),
    ...timeNotes(claims, now),
    ...(isProof(token) ? [] : missingNotes(token, claims)),
    ...(isProof(token) || token.disclosures !== undefined ? [] : lifetimeNotes(token, claims, now, policy)),
    ...personalNotes(claims),
  ];
}

function contentNotes(claims: JsonObject): readonly string[] {
  const role = findPrivilegedRole(claims);
  const secrets = findSecretClaims(claims);
  return [
    ...(role === undefined ? [] : [`Carries the privileged role \`${role}\`: whoever holds the token has its rights.`]),
    ...(secrets.length === 0 ? [] : [`Shows a secret to everyone who holds the token: ${toCode(secrets)}.`]),
  ];
}

function timeNotes(claims: JsonObject, now: number): readonly string[] {
  const notes: string[] = [];
  for (const name of TIME_CLAIMS) {
    const time = findTime(claims, name);
    if (time === undefined && Object.hasOwn(claims, name)) notes.push(`\`${name}\` is not a number of seconds.`);
    if (time !== undefined && isMilliseconds(time)) {
      notes.push(`\`${name}\` is in milliseconds, and verifiers read seconds.`);
    }
  }
  const issued = findTime(claims, 'iat');
  const expires = findTime(claims, 'exp');
  if (issued === undefined || isMilliseconds(issued)) return notes;
  if (issued > now + CLOCK_TOLERANCE) notes.push(`\`iat\` is ${toDuration(issued - now)} ahead: do the clocks agree?`);
  if (expires !== undefined && expires <= issued) notes.push('`exp` is not after `iat`: the token was never valid.');
  return notes;
}

function missingNotes({ isWhole, disclosures }: DecodedToken, claims: JsonObject): readonly string[] {
  if (!isWhole) return [];
  const missing = new Map([...MEANING_OF_MISSING].filter(([name]) => !Object.hasOwn(claims, name)));
  // A credential is for any verifier; its key binding names one.
  if (disclosures !== undefined) missing.delete('aud');
  return Array.from(missing, ([name, meaning]) => `No \`${name}\`: ${meaning}.`);
}

function lifetimeNotes(token: DecodedToken, claims: JsonObject, now: number, policy: Policy): readonly string[] {
  const limit = isRefreshToken(token, claims) ? policy.maxRefreshTokenLifetime : policy.maxAccessTokenLifetime;
  const kind = isRefreshToken(token, claims) ? 'a refresh token' : 'an access token';
  const allowed = `the policy gives ${kind} ${toExactDuration(limit)}`;
  const lifetime = findLifetime(claims);
  if (lifetime !== undefined) return lifetime > limit ? [`Lives for ${toExactDuration(lifetime)}; ${allowed}.`] : [];
  const expires = findTime(claims, 'exp');
  if (expires === undefined || isMilliseconds(expires) || expires - now <= limit) return [];
  return [`Still valid for ${toDuration(expires - now)}; ${allowed}.`];
}

function personalNotes(claims: JsonObject): readonly string[] {
  const names = findPersonalClaims(claims);
  return names.length === 0 ? [] : [`Shows personal data to everyone who holds the token: ${toCode(names)}.`];
}

// Keycloak and SimpleJWT write `typ` and `token_type`, Cognito `token_use`, Flask-JWT-Extended `type`.
function isRefreshToken({ header }: DecodedToken, claims: JsonObject): boolean {
  const kinds = [header.typ, claims.typ, claims.token_type, claims.token_use, claims.type];
  return kinds.some((kind) => typeof kind === 'string' && /^(?:refresh|offline|rt\+jwt$)/i.test(kind));
}

function isProof({ header }: DecodedToken): boolean {
  return typeof header.typ === 'string' && PROOF_TYPES.has(header.typ.toLowerCase());
}

function toCode(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => `\`${name}\``);
  return shown.join(', ') + (names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '');
}
