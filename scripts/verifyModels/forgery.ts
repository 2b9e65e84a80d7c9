import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';

/** A shared secret, a key pair, and tokens that were signed with them, or badly, or not at all. */
export const SECRET = 'a-shared-secret-of-more-than-32-bytes';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const PUBLIC_PEM = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const PUBLIC_BASE64 = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
export const PUBLIC_KEY = rsa.publicKey;
export const PRIVATE_KEY = rsa.privateKey;

type Claims = Readonly<Record<string, unknown>>;

/** Seconds since the epoch. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

/** A token with `alg: none` and no signature. */
export function unsigned(claims: Claims = {}): string {
  return `${head({ alg: 'none' }, claims)}.`;
}

/** A token with an HMAC signature, made with any text as its key. */
export function hmac(bits: 256 | 512, key: string, claims: Claims = {}): string {
  const input = head({ alg: `HS${bits}` }, claims);
  return `${input}.${createHmac(`sha${bits}`, key).update(input).digest('base64url')}`;
}

/** A token with an RSA signature, with our public key in its header. */
export function rsaSigned(claims: Claims = {}): string {
  const input = head({ alg: 'RS256', jwk: rsa.publicKey.export({ format: 'jwk' }) }, claims);
  return `${input}.${createSign('sha256').update(input).sign(rsa.privateKey, 'base64url')}`;
}

/** The header and the claims of a token. */
export function open(token: string): { readonly header: Claims; readonly claims: Claims; readonly signed: boolean } {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { header: decode(header), claims: decode(claims), signed: signature !== '' };
}

/** How long a token lives, as `3600 s`, counted from now. */
export function lifetimeOf(token: string): string {
  const { exp } = open(token).claims;
  if (exp === undefined) return 'never expires';
  const left = Number(exp) - now();
  if (left < -365 * 24 * 3600) return 'expired in 1970';
  if (left > 1e11) return 'lives for thousands of years';
  // The clock may have gone on by a second since.
  return `lives ${left < 60 ? left : Math.round(left / 10) * 10} s`;
}

function head(header: Claims, claims: Claims): string {
  return [header, { sub: 'u1', ...claims }]
    .map((it) => Buffer.from(JSON.stringify(it)).toString('base64url'))
    .join('.');
}
