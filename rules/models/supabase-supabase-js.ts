import { decodingSession } from './decoding';
import { arg, type LibraryModel, slot, type Where } from './model';
import { sdkStorage } from './sdkStorage';
import { sessionGifts, TOKENS } from './supabaseSessions';

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
  modules: ['@supabase/supabase-js', '@supabase/auth-js'],
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
    ...sessionGifts('#SupabaseClient'),
  ],
  handlers: [{ path: '#SupabaseClient.auth.onAuthStateChange', parameters: ['', '#Session'] }],
  results: TOKENS,
  emissions: [
    {
      emits: 'TokenDecode',
      at: { call: '#ServerClient.auth.getSession', in: '@supabase/ssr', arguments: [0, 0] },
      slots: decodingSession(['getUser', 'getClaims'], ['data', 'session'], ['data', 'session', 'user']),
    },
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
