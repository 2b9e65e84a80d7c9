import { arg, type LibraryModel, slot, type Where } from './model';
import { sdkStorage } from './sdkStorage';

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

/** Options of the client of authentication. `@supabase/ssr` ignores them: it keeps sessions in cookies. */
function storageIn(option: (name: string) => Where, clientKey: Where | readonly Where[]) {
  return sdkStorage({
    storage: slot(option('storage'), 'localStorage'),
    persists: slot(option('persistSession'), true),
    clientKey,
    safer: 'window.sessionStorage',
  });
}

export const supabaseSupabaseJs = {
  package: '@supabase/supabase-js',
  modules: ['@supabase/supabase-js', '@supabase/auth-js', '@supabase/ssr'],
  source:
    '@supabase/supabase-js@2.109.0, @supabase/auth-js@2.109.0 dist/main/GoTrueClient.d.ts and lib/types.d.ts, @supabase/ssr@0.12.7 dist/main/*.d.ts, @supabase/auth-js@2.109.0 src/GoTrueClient.ts (storage)',
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
  emissions: [
    {
      emits: 'SdkStorage',
      at: { call: 'createClient', in: '@supabase/supabase-js', arguments: [2, 3] },
      slots: storageIn((name) => arg(2, 'auth', name), arg(1)),
    },
    ...(['GoTrueClient', 'AuthClient'] as const).map(
      (call) =>
        ({
          emits: 'SdkStorage',
          at: { call, in: '@supabase/auth-js', arguments: [1, 1] },
          slots: storageIn((name) => arg(0, name), []),
        }) as const,
    ),
  ],
} satisfies LibraryModel;
