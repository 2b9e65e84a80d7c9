import { wordSet, wordsOf } from '../../text/words';

/** Words of what says who somebody is, once they have shown it. */
const IDENTITY = wordSet(
  'user uid userid username account member admin customer employee staff student teacher doctor patient merchant vendor seller ' +
    'principal identity authenticated authed auth loggedin islogin isloggedin login',
);
/** Words of what stands beside it. */
const TRAILING = wordSet('id ids uuid name info data obj object key ref');
/** Words of what somebody has before they are signed in, or in place of it. */
const OTHER = wordSet(
  'pending challenge return returning redirect state flash cart csrf xsrf nonce verifier temp tmp temporary unverified ' +
    'partial pre otp mfa totp code attempt attempts reset forgot invite invited guest anonymous error errors message ' +
    'messages count last previous original oauth oauth2 openid oidc webauthn fido register registration signup new target',
);

/** `logged`, `isLogged`, `userLogged`, and the same with `In`; not `requestLogged`. */
const LOGGED_IN = /(?:^(?:is |user |admin )*logged|logged in)$/;

/** Whether a property of a session says who is signed in, or that somebody is. */
export function isIdentityName(name: string): boolean {
  const words = [...wordsOf(name)];
  if (words.length === 0 || words.some((word) => OTHER.has(word))) return false;
  if (LOGGED_IN.test(words.join(' '))) return true;
  while (words.length > 1 && TRAILING.has(words[words.length - 1] ?? '')) words.pop();
  return IDENTITY.has(words[words.length - 1] ?? '');
}
