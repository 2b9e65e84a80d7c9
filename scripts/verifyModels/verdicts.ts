import { hmac, PUBLIC_BASE64, PUBLIC_KEY, PUBLIC_PEM, SECRET, unsigned } from './forgery';

/** Whether a verifier takes a token; it may also throw. */
export type Accepts = (token: string, key: unknown, options?: object) => boolean | Promise<boolean>;

/** What decides on the algorithm when no allowlist is given, in the words of the fact `TokenVerify`. */
export async function keyChoice(accepts: Accepts, secret: unknown = SECRET): Promise<string> {
  if (!(await passes(accepts, hmac(256, SECRET), secret))) return 'rejected';
  const trustsHeader =
    (await passes(accepts, unsigned(), '')) ||
    (await passes(accepts, hmac(256, PUBLIC_PEM), PUBLIC_PEM)) ||
    (await passes(accepts, hmac(256, PUBLIC_PEM), PUBLIC_KEY));
  if (trustsHeader) return 'header';
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

async function passes(accepts: Accepts, token: string, key: unknown, options?: object): Promise<boolean> {
  try {
    return await accepts(token, key, options);
  } catch {
    return false;
  }
}
