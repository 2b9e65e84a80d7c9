/** What a check is worth once it is one. */
const VERIFICATION = [
  'jwt-algorithm-confusion',
  'jwt-missing-algorithms',
  'jwt-ignored-expiration',
  'jwt-missing-issuer-audience',
];

/**
 * One cause is one finding: where several rules speak of one call, these take the floor from those. A rule that is
 * silenced here has nothing to add that the other's fix does not mend.
 */
export const PRECEDENCE: readonly { readonly rule: string; readonly over: readonly string[] }[] = [
  { rule: 'jwt-alg-none', over: ['jwt-untrusted-key', 'jwt-unchecked-verify', ...VERIFICATION] },
  { rule: 'jwt-untrusted-key', over: ['jwt-unchecked-verify', ...VERIFICATION] },
  { rule: 'jwt-unchecked-verify', over: VERIFICATION },
  { rule: 'jwt-algorithm-confusion', over: ['jwt-missing-algorithms'] },
  { rule: 'jwt-lifetime-unit', over: ['jwt-missing-expiry', 'jwt-long-lived', 'jwt-stale-authority'] },
  { rule: 'jwt-missing-expiry', over: ['jwt-long-lived', 'jwt-stale-authority'] },
  { rule: 'jwt-long-lived', over: ['jwt-stale-authority'] },
  { rule: 'cookie-samesite-none', over: ['cookie-missing-secure'] },
  { rule: 'csrf-unprotected-cookie-auth', over: ['cookie-samesite-none'] },
];

/** One literal is one finding, whatever it is the secret of: the first of these rules that it feeds reports it. */
export const SECRETS_IN_SOURCE: readonly string[] = ['jwt-hardcoded-secret', 'session-hardcoded-secret'];
