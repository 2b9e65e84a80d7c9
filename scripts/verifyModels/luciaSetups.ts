import { type Library, load, sourceOf } from './libraries';
import { unlessThrown } from './sessionServers';
import type { SessionSetup } from './sessionSetups';
import type { Options } from './source';

/** With what is kept in a database at hand. */
export async function lucia(library: Library): Promise<SessionSetup> {
  return library.version.startsWith('2.') ? lucia2(library) : lucia3(library);
}

async function lucia3(library: Library): Promise<SessionSetup> {
  interface Lucia {
    createSession(user: string, attributes: object): Promise<{ readonly id: string }>;
    validateSession(id: string): Promise<{ readonly user: unknown }>;
  }
  type Row = { readonly id: string; expiresAt: Date };
  const { Lucia } = await load<{ Lucia: new (adapter: object, options: Options) => Lucia }>(library);
  const rows = new Map<string, Row>();
  const adapter = {
    setSession: async (row: Row) => rows.set(row.id, row),
    getSessionAndUser: async (id: string) => [rows.get(id) ?? null, { id: 'u1', attributes: {} }],
    deleteSession: async () => undefined,
    updateSessionExpiration: async () => undefined,
  };
  return {
    library,
    api: 'new Lucia()',
    source: sourceOf(library, 'dist/core.js', 'new TimeSpan(30, "d")'),
    program: (options) => `import { Lucia } from 'lucia';\nnew Lucia(adapter, ${options});`,
    create: (options) => async (cookie) => {
      const lucia = new Lucia(adapter, options);
      if (cookie !== undefined) return { user: (await lucia.validateSession(cookie)).user, cookies: [] };
      return { user: undefined, cookies: [(await lucia.createSession('u1', {})).id] };
    },
    lifetimes: [{}],
  };
}

async function lucia2(library: Library): Promise<SessionSetup> {
  interface Auth {
    createSession(options: object): Promise<{ readonly sessionId: string }>;
    validateSession(id: string): Promise<{ readonly user: unknown }>;
  }
  type Row = { readonly id: string };
  const { lucia } = await load<{ lucia(options: Options): Auth }>(library);
  const rows = new Map<string, Row>();
  const adapter = () => ({
    getUser: async () => ({ id: 'u1' }),
    setSession: async (row: Row) => rows.set(row.id, row),
    getSession: async (id: string) => rows.get(id) ?? null,
    updateSession: async () => undefined,
    deleteSession: async () => undefined,
  });
  return {
    library,
    api: 'lucia()',
    source: sourceOf(library, 'dist/auth/index.js', 'idlePeriod'),
    program: (options) => `import { lucia } from 'lucia';\nlucia({ adapter, env: 'DEV',${options.slice(1)});`,
    create: (options) => async (cookie) => {
      const auth = lucia({ adapter, env: 'DEV', ...options });
      if (cookie !== undefined) {
        const session = await unlessThrown(() => auth.validateSession(cookie));
        return { user: session?.user, cookies: [] };
      }
      const { sessionId } = await auth.createSession({ userId: 'u1', attributes: {} });
      return { user: undefined, cookies: [sessionId] };
    },
    // To an idle period an active one is added.
    lifetimes: [{}, { sessionExpiresIn: { activePeriod: 0, idlePeriod: 7_200_000 } }],
  };
}
