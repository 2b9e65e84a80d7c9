import { withoutNumber, wordSet, wordsOf } from '../../text/words';

/** Words of guards and of other things around a sign-in: `requireLogin`, `isLoggedIn`, `loginAttempts`. */
const OTHER = wordSet(
  'require requires required ensure is has must need needs check guard only logged update edit change profile settings ' +
    'register signup logout signout attempt attempts redirect history as impersonate',
);
/** Words beside `callback` that make it the end of a sign-in with a provider. */
const ACCOUNT = wordSet('auth oauth oauth2 oidc openid sso saml login signin google github facebook discord microsoft');

/** Whether a name, or the path of a route, is that of what signs somebody in. */
export function isSignInName(name: string): boolean {
  const words = wordsOf(withoutNumber(name));
  if (words.some((word) => OTHER.has(word))) return false;
  const all = ` ${words.join(' ')} `;
  if (/ (?:login|signin|logon|log in|log on|sign in) /.test(all)) return true;
  return words.includes('callback') && (words.some((word) => ACCOUNT.has(word)) || name === '/callback');
}

/** Words of what stands around a registration, or before it is done. */
const BEFORE = wordSet(
  'is can has check validate validator verify verified confirm confirmed confirmation show render page view form step start begin ' +
    'pending device push worker service plugin hook webhook event handler handlers options challenge',
);

/** Whether a name, or the path of a route, is that of what makes an account for whoever asks. */
export function isRegistrationName(name: string): boolean {
  const words = wordsOf(withoutNumber(name));
  if (words.some((word) => BEFORE.has(word))) return false;
  return / (?:register|registration|signup|sign up) /.test(` ${words.join(' ')} `);
}

/** Whether a name is that of what gives somebody a new password who has forgotten the old one. */
export function isResetName(name: string): boolean {
  const words = wordsOf(name);
  if (words.includes('forgot') || words.some((word) => BEFORE.has(word))) return false;
  return words.includes('password') && (words.includes('reset') || words.includes('change'));
}

/** Words of functions that compare what they are given. */
const CHECKS = wordSet('compare check verify validate valid match matches correct authenticate equals');
/** Hashing libraries, whose `verify` and `compare` take a password. */
const HASHERS = /^(?:bcrypt(?:js)?|argon2?|scrypt|hasher|hash|passwordHasher|pwd)$/i;
/** Whom functions authenticate that check a password without naming it. */
const AUTHENTICATED = wordSet('user customer account member admin employee student teacher vendor seller credentials');

/** Whether a call checks a password, by its last name and that of what it is called on. */
export function isPasswordCheck(name: string, receiver: string): boolean {
  const words = wordsOf(name);
  const [verb, whom, ...others] = words;
  const isAuthenticator = verb === 'authenticate' && others.length === 0 && receiver !== 'passport';
  if (isAuthenticator && (whom === undefined || AUTHENTICATED.has(whom))) return true;
  const isCheck = words.some((word) => CHECKS.has(word.replace(/sync$/, '')));
  if (!isCheck) return false;
  return words.some((word) => isPasswordWord(word)) || HASHERS.test(receiver);
}

function isPasswordWord(word: string): boolean {
  return word === 'password' || word === 'passwd' || word === 'pwd' || word === 'credentials';
}

/** Whether a name is that of a password. */
export function isPasswordName(name: string): boolean {
  const words = wordsOf(name);
  const last = words[words.length - 1] ?? '';
  return (isPasswordWord(last) || last === 'pass') && !/new|confirm|repeat|old|current/i.test(name);
}
