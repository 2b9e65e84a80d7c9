import { hmac, PUBLIC_BASE64, PUBLIC_KEY, PUBLIC_PEM, rsaSigned, SECRET, unsigned } from './forgery';

/** A verifier: what it gives, or promises, is truthy for a token that it takes; it may also throw. */
export type Accepts = (token: string, key: unknown, options?: object) => unknown;

/** What decides on the algorithm when no allowlist is given, in the words of the fact `TokenVerify`. */
export async function keyChoice(accepts: Accepts, secret: unknown = SECRET): Promise<string> {
  if (!(await passes(accepts, hmac(256, SECRET), secret))) return 'rejected';
  // The empty text is a key, if a bad one.
  if (await passes(accepts, unsigned(), undefined)) return 'header';
  if (await passes(accepts, hmac(256, PUBLIC_PEM), PUBLIC_KEY)) return 'header';
  // Only where a text may be a public key can a secret be mistaken for one.
  if (!(await passes(accepts, rsaSigned(), PUBLIC_PEM))) return 'key-type';
  if (await passes(accepts, hmac(256, PUBLIC_PEM), PUBLIC_PEM)) return 'header';
  return (await passes(accepts, hmac(256, PUBLIC_BASE64), PUBLIC_BASE64)) ? 'key-text' : 'key-type';
}

/** Whether an unsigned token passes when the key is missing, in the words of the fact `TokenVerify`. */
export async function unsignedTokens(accepts: Accepts): Promise<string> {
  const falsy = [null, undefined, false, ''];
  for (const key of falsy) if (await passes(accepts, unsigned(), key)) return 'accepted';
  for (const key of falsy) {
    if (await passes(accepts, unsigned(), key, { algorithms: ['none'] })) return 'accepted-if-none-is-listed';
  }
  return 'rejected';
}

/** Which algorithms pass when no list is given: `any` that fits the key, one by name, or `rejected`. */
export async function listByDefault(accepts: Accepts): Promise<string> {
  if (!(await passes(accepts, hmac(256, SECRET), SECRET))) return 'rejected';
  return (await passes(accepts, hmac(512, SECRET), SECRET)) ? 'any' : '[HS256]';
}

/** Whether a verifier takes a token; throwing is a way to say no. */
export async function passes(accepts: Accepts, token: string, key: unknown, options?: object): Promise<boolean> {
  try {
    return Boolean(await accepts(token, key, options));
  } catch {
    return false;
  }
}
