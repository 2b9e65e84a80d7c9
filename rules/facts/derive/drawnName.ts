import { withoutNumber, wordSet, wordsOf } from '../../text/words';
import { judgeName } from './credentialName';
import { isSecretName } from './secretName';

/** What a drawn value becomes, by a name that it gets; `never`: the name says that nobody gains by guessing it. */
export type DrawnKind = 'token' | 'session-id' | 'secret' | 'password' | 'code' | 'never';

/** What functions do that make a value, and how they praise it. */
const MAKING = wordSet(
  'generate gen create make get new build produce issue random unique secure crypto temp temporary fresh short simple default user',
);
/** How a value is written. */
const TRAILING = wordSet('value str string hex text plain raw');
/** Words that make the name one of something that nobody attacks. */
const HARMLESS = wordSet(
  'mock mocked fake dummy test example sample demo placeholder stub fixture iv nonce salt backup expiry expires expiration ' +
    'cancel cancellation abort race trace request correlation debug color colour css style theme nft coin',
);
/** What stands beside something encrypted or hashed, for all to see: what goes on with it is none of it. */
const BESIDE = wordSet('iv nonce salt');
/** One-time tokens that are as good as a password for as long as they live. */
const ONE_TIME = wordSet(
  'reset verification verify confirm confirmation activation activate invite invitation magic remember rememberme password email ' +
    'recovery recover login signup security secret otp csrf xsrf authentication authorization validation',
);
/** Last words of names of codes that are typed in, and words before `code` that make it one. */
const CODES = wordSet('otp totp passcode');
const CODES_OF = wordSet(
  'reset verification verify confirm confirmation otp login mfa 2fa factor sms activation security time auth authentication',
);
/** What has sessions that nobody signs in to. */
const OTHER_SESSIONS = wordSet(
  'browser chat conversation terminal pty tty ssh shell debugger recording replay game quiz call editor mcp puppeteer playwright ' +
    'upload cart workout training study streaming pairing play playback',
);
/** Last words of names of passwords. */
const PASSWORDS = wordSet('password passwd passphrase');

/**
 * Judges one name that a drawn value gets; `undefined`: it says nothing. The token of a class that is called `Channel` is a
 * channel's: `owner` is what the class around is called.
 */
export function drawnKindOf(name: string, owner?: string): DrawnKind | undefined {
  const words = [...wordsOf(withoutNumber(name))];
  while (TRAILING.has(words[words.length - 1] ?? '')) words.pop();
  while (words.length > 1 && MAKING.has(words[0] ?? '')) words.shift();
  const last = words[words.length - 1] ?? '';
  if (last === 'token' && words.length === 1 && owner !== undefined && judgeName(`${owner}_token`) === 'never')
    return 'never';
  if (BESIDE.has(last)) return 'never';
  const previous = words[words.length - 2] ?? '';
  const kind = kindOf(words, last, previous);
  if (kind === 'session-id' && isOtherSession(name)) return 'never';
  return kind !== undefined && words.some((word) => HARMLESS.has(word)) ? 'never' : kind;
}

/** `chatSessionId`, `BrowserSessionManager`: what is called a session there belongs to something else than a user. */
export function isOtherSession(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word, index) => /^sess(?:ions?)?$/.test(word) && OTHER_SESSIONS.has(words[index - 1] ?? ''));
}

function kindOf(words: readonly string[], last: string, previous: string): DrawnKind | undefined {
  if (last === 'sid' || last === 'sessid' || last === 'sessionid') return 'session-id';
  if (last === 'id' && (previous === 'session' || previous === 'sess')) return 'session-id';
  if (CODES.has(last) || (last === 'code' && CODES_OF.has(previous))) return 'code';
  if (PASSWORDS.has(last)) return previous === 'time' ? 'code' : 'password';
  // What a token is filed under is not the token.
  const isFiled = last === 'key' || last === 'name';
  if (!isFiled && words.some((word) => /^tokens?$/.test(word))) return kindOfToken(words, last, previous);
  if (last === 'jwt') return 'token';
  return isSecretName(words.join('_')) && last !== 'hmac' ? 'secret' : undefined;
}

function kindOfToken(words: readonly string[], last: string, previous: string): DrawnKind | undefined {
  if (last === 'token' && ONE_TIME.has(previous)) return 'token';
  const verdict = judgeName(words.join('_'));
  if (verdict === 'never') return 'never';
  // `collaborationToken`: any kind of mark may be called so.
  return verdict === 'strong' ? 'token' : undefined;
}
