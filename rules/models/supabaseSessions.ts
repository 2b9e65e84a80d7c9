/** The calls of `supabase.auth` that give a session. */
const SIGN_INS = [
  'exchangeCodeForSession',
  'getSession',
  'refreshSession',
  'setSession',
  'signInAnonymously',
  'signInWithIdToken',
  'signInWithPassword',
  'signInWithWeb3',
  'signUp',
  'verifyOtp',
];

/** The sessions that a client gives. */
export function sessionGifts(client: string) {
  return SIGN_INS.map((method) => ({ path: `${client}.auth.${method}().data.session`, type: '#Session' }));
}

/** The tokens of a session. */
export const TOKENS = (['access_token', 'refresh_token', 'provider_token', 'provider_refresh_token'] as const).map(
  (name) => ({ path: `#Session.${name}`, is: 'credential' }) as const,
);
