import { hmac, now } from './forgery';
import { load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe } from './observation';
import { latest } from './sessionServers';

/** Whether a server takes for a session what anybody writes into a cookie; the service is not asked. */
export async function observeServerSession(): Promise<readonly Observation[]> {
  interface Client {
    readonly auth: { getSession(): Promise<{ readonly data: { readonly session: { readonly user: object } | null } }> };
  }
  type Create = (url: string, key: string, options: object) => Client;
  const { createServerClient } = await load<{ createServerClient: Create }>(latest('@supabase/ssr'));
  const session = {
    access_token: hmac(256, 'of somebody else', { exp: now() + 3600 }),
    refresh_token: 'refresh',
    expires_at: now() + 3600,
    user: { id: 'u1' },
  };
  const jar = [{ name: 'sb-project-auth-token', value: JSON.stringify(session) }];
  const cookies = { getAll: () => jar, setAll: () => undefined };
  const observations: Observation[] = [];
  for (const library of releasesOf('@supabase/supabase-js')) {
    const probe = {
      kind: 'TokenDecode',
      attribute: 'reads',
      probe: 'createServerClient(url, key, { cookies }).auth.getSession()',
      source: sourceOf(library, '../auth-js/dist/main/GoTrueClient.js', 'async __loadSession('),
      program:
        "import { createServerClient } from '@supabase/ssr';\n" +
        'export async function load() {\n' +
        '  const supabase = createServerClient(url, key, { cookies });\n' +
        '  const { data } = await supabase.auth.getSession();\n' +
        "  if (!data.session) throw new Error('who is it?');\n}",
      async run() {
        // What Node 20 has none of, and nobody needs here.
        const realtime = { transport: class {} };
        const client = createServerClient('https://project.supabase.co', 'key', { cookies, realtime });
        return (await client.auth.getSession()).data.session === null ? 'nothing' : 'session';
      },
    };
    observations.push(...(await observe(library, 'supabase.auth.getSession()', [probe])));
  }
  return observations;
}
