import { wordSet, wordsOf } from '../text/words';

/** Names end in one of these. */
const SECRETS = [
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'password hash',
  'hashed password',
  'password digest',
  'password salt',
  'card number',
  'credit card',
  'cvv',
  'cvv2',
  'cvc',
  'ssn',
  'social security number',
  'totp secret',
  'otp secret',
  'mfa secret',
  'two factor secret',
  'private key',
].map((phrase) => phrase.split(' '));

/** First words of flags and of what is done with a secret: `hasPassword`, `resetPassword`, `usePrivateKey`. */
const FLAGS = wordSet(
  'is has had was must may can should needs need require requires required reset change changed forgot forgotten set ' +
    'force skip use uses allow no without with verify verified update updated expired expires show check via',
);

/** Whether a name is that of a secret that no token may show. */
export function isSecretClaim(name: string): boolean {
  const words = wordsOf(name);
  if (FLAGS.has(words[0] ?? '')) return false;
  return SECRETS.some((phrase) => {
    const tail = words.slice(-phrase.length);
    return tail.length === phrase.length && tail.every((word, index) => word === phrase[index]);
  });
}
