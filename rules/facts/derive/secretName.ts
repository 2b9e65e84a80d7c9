import { withoutNumber, wordSet, wordsOf } from '../../text/words';

/** Last words of names of secrets. */
const SECRET_WORDS = wordSet(
  'secret secrets password passwd passphrase passcode hmac signature otp totp apikey secretkey',
);
/** Words before `key` and before `code` that make it a secret. */
const SECRET_KEYS = wordSet(
  'api private signing secret access auth encryption admin internal webhook service master server',
);
const SECRET_CODES = wordSet(
  'reset verification verify confirm confirmation otp login mfa 2fa factor sms activation security one time',
);
/** Words that make a name one of something beside the secret. */
const OTHER = wordSet('public publishable id ids name hash version expires expiry length confirm confirmation type');
/** How a value is written: last words that do not say what it is. */
const TRAILING = wordSet('value str string text header');

/** Which of several secrets of a rotation it is, at the end of a name. */
const ROTATION = wordSet('fallback old previous prev primary secondary legacy');

/** The words of a name, without those that say which of several secrets in rotation is meant: `JWT_SECRET_FALLBACK`. */
export function wordsOfSecret(name: string): readonly string[] {
  const words = [...wordsOf(withoutNumber(name))];
  while (ROTATION.has(words[words.length - 1] ?? '')) words.pop();
  return words;
}

/** Whether a name ends in what its value is a secret by: `apiKey`, `WEBHOOK_SECRET`, `resetCode`. */
export function isSecretName(name: string): boolean {
  const words = [...wordsOfSecret(name)];
  while (TRAILING.has(words[words.length - 1] ?? '')) words.pop();
  const [previous = '', last = ''] = words.slice(-2).length === 2 ? words.slice(-2) : ['', words[0] ?? ''];
  if (words.some((word) => word === 'public' || word === 'publishable')) return false;
  if (last === 'key' || last === 'keys') return SECRET_KEYS.has(previous);
  if (last === 'code') return SECRET_CODES.has(previous);
  return SECRET_WORDS.has(last) && !OTHER.has(previous);
}
