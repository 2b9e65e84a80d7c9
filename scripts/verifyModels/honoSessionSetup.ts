import { SECRET } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import { latest, type Session, swap } from './sessionServers';
import type { SessionSetup } from './sessionSetups';
import type { Options } from './source';

/** The sessions of Hono that its own package seals. */
export async function honoSession(library: Library): Promise<SessionSetup> {
  interface Context {
    readonly var: { readonly session: { get(): Promise<Session | null>; update(data: Session): Promise<void> } };
    text(text: string): Response;
  }
  interface App {
    use(handler: unknown): void;
    get(path: string, handler: (context: Context) => Promise<Response>): void;
    onError(handler: () => Response): void;
    request(path: string, init: object): Promise<Response>;
  }
  const { Hono } = await load<{ Hono: new () => App }>(latest('hono'));
  const { useSession } = await load<{ useSession(options: Options): unknown }>(library);
  return {
    library,
    api: 'useSession()',
    source: sourceOf(library, 'dist/index.cjs', 'const useSession ='),
    program: (options) => `import { useSession } from '@hono/session';\nuseSession(${options});`,
    create: (options) => {
      const app = new Hono();
      app.onError(() => new Response(null, { status: 500 }));
      app.use(useSession({ secret: SECRET, ...options }));
      app.get('/', async (context) => {
        const { session } = context.var;
        const kept = (await session.get()) ?? {};
        const user = swap(kept);
        await session.update(kept);
        return context.text(user);
      });
      return async (cookie) => {
        const answer = await app.request('/', cookie === undefined ? {} : { headers: { cookie } });
        const user = answer.ok ? await answer.text() : undefined;
        return { user, cookies: answer.headers.getSetCookie() };
      };
    },
    lifetimes: [{ duration: { absolute: 3600 } }],
    secret: (secret) => ({ secret }),
  };
}
