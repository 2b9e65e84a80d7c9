import type { LibraryModel } from './model';

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

export const supabaseSupabaseJs = {
  package: '@supabase/supabase-js',
  modules: ['@supabase/supabase-js', '@supabase/auth-js', '@supabase/ssr'],
  source:
    '@supabase/supabase-js@2.109.0, @supabase/auth-js@2.109.0 dist/main/GoTrueClient.d.ts and lib/types.d.ts, @supabase/ssr@0.12.7 dist/main/*.d.ts',
  display: 'supabase',
  types: [
    {
      name: '#SupabaseClient',
      display: 'supabase',
      annotations: ['SupabaseClient'],
      conventionalNames: ['supabase'],
    },
    { name: '#Session', display: 'session', annotations: ['Session', 'AuthSession'] },
  ],
  gives: [
    { path: 'createClient()', in: '@supabase/supabase-js', type: '#SupabaseClient' },
    { path: 'createBrowserClient()', in: '@supabase/ssr', type: '#SupabaseClient' },
    { path: 'createServerClient()', in: '@supabase/ssr', type: '#SupabaseClient' },
    ...SIGN_INS.map((method) => ({ path: `#SupabaseClient.auth.${method}().data.session`, type: '#Session' })),
  ],
  handlers: [{ path: '#SupabaseClient.auth.onAuthStateChange', parameters: ['', '#Session'] }],
  results: (['access_token', 'refresh_token', 'provider_token', 'provider_refresh_token'] as const).map(
    (name) => ({ path: `#Session.${name}`, is: 'credential' }) as const,
  ),
  emissions: [],
} satisfies LibraryModel;
