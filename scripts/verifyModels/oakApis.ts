import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, load } from './libraries';

/** The cookies of oak, in its build for Node. */
export async function oak(library: Library): Promise<CookieApi> {
  interface Context {
    readonly cookies: { set(name: string, value: string, options?: Options): Promise<unknown> };
    readonly response: { body: string };
  }
  interface Application {
    use(handler: (context: Context) => Promise<void>): void;
    handle(request: Request, address: undefined, secure: boolean): Promise<Response>;
  }
  const { Application } = await load<{ Application: new () => Application }>(library);
  return {
    library,
    api: 'ctx.cookies.set()',
    names: false,
    sources: find(library, 'script/deps/deno.land/x/oak_commons@0.6.1/cookie_map.js', {
      all: 'async set(key, value, options = {})',
      secure: 'Cannot send secure cookie over unencrypted connection.',
    }),
    program: (options) =>
      `import { Application } from '@oakserver/oak';\nnew Application().use(async (ctx) => {\n  await ctx.cookies.set('a', 'b', ${options});\n});`,
    async write(options, tls) {
      const app = new Application();
      const thrown: unknown[] = [];
      app.use(async ({ cookies, response }) => {
        response.body = '';
        await cookies.set(NAME, VALUE, ...(options ? [options] : [])).catch((error: unknown) => thrown.push(error));
      });
      const answer = await app.handle(new Request(`${tls ? 'https' : 'http'}://localhost/`), undefined, tls);
      if (thrown.length > 0) throw thrown[0];
      return answer.headers.getSetCookie();
    },
  };
}
