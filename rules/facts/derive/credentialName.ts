import { withoutNumber, wordSet, wordsOf } from '../../text/words';

/**
 * What a name says of its value: `strong` and `weak` evidence for a credential, `never` against it, or nothing.
 * Weak evidence is enough where the value is kept or sent, not where it is only handled.
 */
export type NameVerdict = 'strong' | 'weak' | 'never' | undefined;

/** Words at the end of a name that do not say what the value is. */
const TRAILING = wordSet('key name value str string cookie header');
/** `token` after one of these, or alone, is a credential. */
const STRONG_BEFORE_TOKEN = wordSet('access refresh id auth session api user login bearer jwt oauth admin service app');
/** What has tokens that sign nobody in: `design.tokens`, `csrf.token`. */
const OTHER_HOLDERS = wordSet(
  'csrf xsrf design theme color colour syntax lexer parser push fcm gcm apns captcha recaptcha hcaptcha turnstile cart basket ' +
    'checkout card payment stripe channel mapbox source',
);
/** Words beside which `token` is something else, in the same name. */
const NEVER_WITH_TOKEN = wordSet(
  'device expo notification registration page pagination paging continuation cursor sync cancel cancellation abort map publishable ' +
    'nonce public max min count total num number limit usage prompt completion input output injection erc20 erc721 nft swap has is ' +
    'should can no without channel authenticity antiforgery forgery',
);
/** What a token is that is a page's, the state of a sign-in under way, or chosen and traded, where the word stands right before it. */
const OF_NOBODY = wordSet(
  'state next start end selected recent favorite favourite hidden imported native gas fee reward staking pool lp',
);
/** Words after `token` that make the name one of a property of a token. */
const NEVER_AFTER_TOKEN = wordSet(
  'type endpoint url uri expiry expires expiration expire exp count limit limits address symbol decimals balance id ids version error ' +
    'payload keys provider storage service manager interceptor status state info usage length valid invalid timestamp time timer age ttl',
);
/** Last words of cookie names that hold a session id. */
const SESSION_WORDS = wordSet('session sess sessionid sid auth phpsessid jsessionid');

/** Words of cookies by which visits are counted, or that belong to something else than a user. */
const COUNTED = wordSet('ga gtm utm analytics visitor visit tracking cart chat quiz survey');

/** First words of what gives what a token says, and not the token: `parseJwt`, `decodedToken`. */
const OPENED = wordSet('parse decode decoded');

/** Judges the name under which a value is kept or handled. */
export function judgeName(name: string, position: 'cookie' | 'other' = 'other'): NameVerdict {
  const words = withoutTrailing(wordsOf(NUMBERED.test(name) ? withoutNumber(name) : name).flatMap(splitCompound));
  const last = words[words.length - 1];
  if (last === undefined) return undefined;
  const tokenAt = words.findIndex((word) => word === 'token' || word === 'tokens');
  if (words.some((word) => word === 'csrf' || word === 'xsrf' || word === 'tokenizer')) return 'never';
  // ASP.NET's token of a form.
  if (words[tokenAt - 1] === 'verification' && words[tokenAt - 2] === 'request') return 'never';
  if (OPENED.has(words[0] ?? '') && /^(?:token|jwt)s?$/.test(last)) return 'never';
  if (last === 'jwt' || last === 'jwts' || last === 'bearer') return 'strong';
  if (tokenAt >= 0) {
    if (last !== 'token' && last !== 'tokens')
      return NEVER_AFTER_TOKEN.has(last) ? 'never' : cookieVerdict(words, position);
    const before = words.slice(0, -1);
    const previous = before[before.length - 1];
    if (
      (previous !== undefined && OF_NOBODY.has(previous)) ||
      before.some((word) => NEVER_WITH_TOKEN.has(word) || OTHER_HOLDERS.has(word))
    )
      return 'never';
    if (previous === undefined || STRONG_BEFORE_TOKEN.has(previous)) return 'strong';
    // Several of a kind are listed, counted and chosen from: `githubTokens`, `fontTokens`.
    return last === 'token' ? 'weak' : undefined;
  }
  return cookieVerdict(words, position);
}

/** Whether a name is enough without what stands before it, which alone may make a `token` another's. */
export function saysWhoseToken(name: string): boolean {
  return judgeName(name) === 'strong' && !/^tokens?$/.test(wordsOf(name).join(''));
}

/** Whether the tokens that an object of that name holds sign nobody in. */
export function holdsOtherTokens(name: string): boolean {
  return OTHER_HOLDERS.has(wordsOf(name).at(-1) ?? '');
}

/** Words that say of whatever bears them that its tokens sign nobody in, even where `token` is not among its words. */
const OF_OTHERS = wordSet(
  'csrf xsrf captcha recaptcha grecaptcha hcaptcha turnstile fcm gcm apns vapid mapbox mapboxgl stripe lexer tokenizer',
);
/** Words of what lets somebody in, whatever else it asks for: `loginWithRecaptcha`. */
const LETS_IN = wordSet('login signin signup signed sign log auth authenticate authorize register session user');

/** Whether a name says of what a value comes from that it gives no credential: `executeRecaptcha`, `nextPageToken`. */
export function givesOther(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => OF_OTHERS.has(word))) return !words.some((word) => LETS_IN.has(word));
  const last = words[words.length - 1];
  return words.length > 1 && (last === 'token' || last === 'tokens') && judgeName(name) === 'never';
}

/** Words of what opens one thing, once. */
const ONE_TIME = wordSet(
  'attest attestation challenge download upload preview share pairing unsubscribe invite invitation',
);

/** Whether a name says that its token opens one thing, and signs nobody in: `inviteToken`. */
export function opensOneThing(name: string): boolean {
  return judgeName(name) === 'weak' && wordsOf(name).some((word) => ONE_TIME.has(word));
}

/** What has access tokens that every page shows. */
const WITH_PUBLIC_TOKENS = wordSet('mapbox mapboxgl');

/** Whether the access token of an object of that name is public: `mapboxgl.accessToken`. */
export function hasPublicTokens(name: string): boolean {
  return wordsOf(name).some((word) => WITH_PUBLIC_TOKENS.has(word));
}

/** Words before `id` that make it one by which somebody is known again. */
const KNOWN_AGAIN_BY = wordSet('session sess auth login user');

/** Whether a key says of what is kept under it that it is no credential, whatever it is called elsewhere: `cart_id`. */
export function saysOther(key: string): boolean {
  const words = wordsOf(key);
  if (words.some((word) => OTHER_HOLDERS.has(word))) return judgeName(key) === undefined;
  const [last = ''] = words.slice(-1);
  const [previous = ''] = words.slice(-2);
  return (last === 'id' || last === 'uid' || last === 'uuid') && words.length > 1 && !KNOWN_AGAIN_BY.has(previous);
}

function cookieVerdict(words: readonly string[], position: 'cookie' | 'other'): NameVerdict {
  if (position !== 'cookie') return undefined;
  if (words[0] === 'is' || words[0] === 'has' || words[0] === 'no') return 'never';
  const [last = ''] = words.slice(-1);
  const [previous = ''] = words.slice(-2);
  if (words.some((word) => COUNTED.has(word))) return undefined;
  if (SESSION_WORDS.has(last)) return 'strong';
  if (last === 'id' && (previous === 'session' || previous === 'sess')) return 'strong';
  return last === 'me' && previous === 'remember' ? 'strong' : undefined;
}

/** Names that people write as one word. */
const COMPOUND =
  /^(?:(csrf|xsrf|access|refresh|id|auth|session|api|user|login|bearer|jwt|admin)(tokens?)|(auth)(key|cookie))$/;

function splitCompound(word: string): readonly string[] {
  const parts = COMPOUND.exec(word);
  return parts === null ? [word] : parts.slice(1).filter((part) => part !== undefined);
}

/** `accessToken2`, `jwt_1`; `auth0` is a name of its own. */
const NUMBERED = /(?:tokens?|jwt)_?\d+$/i;

function withoutTrailing(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 0 && TRAILING.has(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}
