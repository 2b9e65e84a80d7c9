import type { LibraryModel } from './model';
import { sessionGifts, TOKENS } from './supabaseSessions';

/** What makes clients for one request, whose session stands in its cookies. */
const MAKERS = {
  '@supabase/ssr': ['createServerClient'],
  '@supabase/auth-helpers-nextjs': [
    'createServerClient',
    'createServerComponentClient',
    'createRouteHandlerClient',
    'createServerActionClient',
    'createMiddlewareClient',
    'createPagesServerClient',
    'createServerSupabaseClient',
    'createMiddlewareSupabaseClient',
  ],
  '@supabase/auth-helpers-remix': ['createServerClient'],
  '@supabase/auth-helpers-sveltekit': ['createServerClient'],
};

/** The clients alone: what they do is that of @supabase/supabase-js. */
export const supabaseSsr = {
  package: '@supabase/ssr',
  modules: Object.keys(MAKERS),
  source:
    '@supabase/ssr@0.12.7 dist/main/createServerClient.js, @supabase/auth-helpers-nextjs@0.10.0 dist/index.d.ts, @supabase/auth-helpers-remix@0.15.0 and @supabase/auth-helpers-sveltekit@0.15.0 dist/main/index.js',
  display: 'supabase',
  types: [
    { name: '#ServerClient', display: 'supabase' },
    { name: '#Session', display: 'session' },
  ],
  gives: [
    ...Object.entries(MAKERS).flatMap(([module, names]) =>
      names.map((name) => ({ path: `${name}()`, in: module, type: '#ServerClient' })),
    ),
    ...sessionGifts('#ServerClient'),
  ],
  results: TOKENS,
  emissions: [],
} satisfies LibraryModel;
