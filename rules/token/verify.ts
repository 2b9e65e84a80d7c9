import { JOSENotSupported, JWSInvalid, JWSSignatureVerificationFailed } from 'jose/errors';
import { compactVerify } from 'jose/jws/compact/verify';
import type { DecodedToken } from './decode';
import { countUnsigned } from './disclosureDigests';
import { isAlgorithmName } from './verdict';
import { type Candidate, isSymmetric, pemAsSecrets, readKeys } from './verificationKeys';

/** What a key says of a token's signature. */
export interface Verification {
  /**
   * `unchecked` when token and key do not go together, or there is nothing to check; `partial` when the signature is valid
   * and something is disclosed that it is not known to cover.
   */
  readonly outcome: 'valid' | 'partial' | 'invalid' | 'unchecked';
  /** Sentences of our own; of the token there is the name of an algorithm only, of the key nothing. */
  readonly reason: string;
}

/** The longest text that is read as a key or a set of keys, in characters. */
const MAX_KEY_LENGTH = 262_144;

/**
 * Checks a token's signature with a key that somebody gave: PEM, a JWK, a set of them, or a shared secret. Nothing is
 * fetched, and nothing but the signature is checked, and whether it covers what an SD-JWT discloses. Of a nested token,
 * that is the outer one's. Never rejects.
 */
export async function verifySignature(token: DecodedToken, key: string): Promise<Verification> {
  const obstacle = findObstacle(token);
  if (obstacle !== undefined) return unchecked(obstacle);
  if (key.trim() === '') return unchecked('There is no key.');
  if (key.length > MAX_KEY_LENGTH) return unchecked('The key is too long.');
  const reading = readKeys(key, token.header);
  const confused = isSymmetric(token.header) ? pemAsSecrets(key) : [];
  if (confused.length > 0) return judgeConfusion(token, confused);
  if ('refusal' in reading) return unchecked(reading.refusal);
  const answers = await Promise.all(reading.candidates.map((candidate) => tryKey(token, candidate)));
  const valid = answers.find(({ outcome }) => outcome === 'valid');
  return (
    (valid && withDisclosures(token, valid)) ??
    answers.find(({ outcome }) => outcome === 'invalid') ??
    answers[0] ??
    unchecked('There is no key.')
  );
}

function findObstacle(token: DecodedToken): string | undefined {
  const { shape, header, parts, isEncrypted } = token;
  if (!isAlgorithmName(header.alg)) return 'The algorithm is unknown.';
  if (isEncrypted) return 'The token is encrypted: what it holds has to be decrypted first.';
  if (shape === 'unsecured') return '`alg` is `none`: there is no signature.';
  if (shape === 'detached') return 'The payload is detached: the signature covers text that is not in the token.';
  if (header.b64 === false) return 'The signature covers a payload that is not encoded (`b64` is false).';
  if (!parts[2]) return 'The signature is missing.';
  return shape === 'truncated' ? 'The token is cut off.' : undefined;
}

/** The signature of an SD-JWT covers digests: what is disclosed is signed where its digest is. */
async function withDisclosures(token: DecodedToken, { reason }: Verification): Promise<Verification> {
  const { shape, claims = {}, encodedDisclosures, hasKeyBinding } = token;
  const binding = hasKeyBinding ? ' The key binding was not checked.' : '';
  if (shape !== 'sd-jwt' || encodedDisclosures.length === 0) return { outcome: 'valid', reason: reason + binding };
  const unsigned = await countUnsigned(claims, encodedDisclosures);
  if (unsigned === 0) {
    const covered = 'The digest of each disclosure is among those that are signed.';
    return { outcome: 'valid', reason: `${reason} ${covered}${binding}` };
  }
  const problem =
    unsigned === undefined
      ? 'The disclosures were not checked: `_sd_alg` names a hash that is not known here.'
      : `Not signed: ${unsigned} of ${encodedDisclosures.length} disclosures. Whoever had the token may have written them.`;
  return { outcome: 'partial', reason: `${reason} ${problem}${binding}` };
}

async function judgeConfusion(token: DecodedToken, secrets: readonly Candidate[]): Promise<Verification> {
  const answers = await Promise.all(secrets.map((candidate) => tryKey(token, candidate)));
  if (!answers.some(({ outcome }) => outcome === 'valid')) {
    return unchecked(`${token.header.alg} takes a shared secret, and this is a key or a certificate.`);
  }
  const reason =
    'The text of this key was used as if it were a shared secret: whoever has the public key can forge it.';
  return { outcome: 'invalid', reason };
}

async function tryKey({ header, parts }: DecodedToken, { name, load }: Candidate): Promise<Verification> {
  const { alg } = header;
  const compact = parts.map((part) => part.replace(/=+$/, '')).join('.');
  try {
    await compactVerify(compact, await load(), { algorithms: [alg] });
    return { outcome: 'valid', reason: `Checked with ${alg} and the ${name}.` };
  } catch (error) {
    if (error instanceof JWSSignatureVerificationFailed) {
      return {
        outcome: 'invalid',
        reason: `The ${name} did not sign this with ${alg}, or something was changed since.`,
      };
    }
    if (error instanceof JWSInvalid) return unchecked('The token is malformed.');
    if (error instanceof JOSENotSupported && 'crit' in header)
      return unchecked('`crit` asks for what is not supported here.');
    // What jose says may quote what it was given.
    return unchecked(`The ${name} cannot be used: it is of another kind, too short or damaged, or not supported here.`);
  }
}

function unchecked(reason: string): Verification {
  return { outcome: 'unchecked', reason };
}
