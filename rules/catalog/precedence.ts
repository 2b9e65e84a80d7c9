/**
 * One cause is one finding: where several rules speak of one call, these take the floor from those. A rule that is
 * silenced here has nothing to add that the other's fix does not mend.
 */
export const PRECEDENCE: readonly { readonly rule: string; readonly over: readonly string[] }[] = [
  { rule: 'jwt-alg-none', over: ['jwt-missing-algorithms'] },
  { rule: 'jwt-lifetime-unit', over: ['jwt-missing-expiry', 'jwt-long-lived', 'jwt-stale-authority'] },
  { rule: 'jwt-missing-expiry', over: ['jwt-long-lived', 'jwt-stale-authority'] },
  { rule: 'jwt-long-lived', over: ['jwt-stale-authority'] },
  { rule: 'cookie-samesite-none', over: ['cookie-missing-secure'] },
];
