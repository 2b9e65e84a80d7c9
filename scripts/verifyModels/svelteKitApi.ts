import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, loadFile } from './libraries';

const FILE = 'src/runtime/server/cookie.js';

/** The cookies of a request event, by themselves. */
export async function svelteKit(library: Library): Promise<CookieApi> {
  interface Made {
    readonly cookies: { set(name: string, value: string, options: Options): void };
    readonly new_cookies: Iterable<unknown> & { values?(): Iterable<unknown> };
    set_trailing_slash(value: 'never'): void;
  }
  const { get_cookies, add_cookies_to_headers } = await loadFile<{
    get_cookies(request: Request, url: URL): Made;
    add_cookies_to_headers(headers: Headers, cookies: Iterable<unknown>): void;
  }>(library, FILE);
  return {
    library,
    api: 'event.cookies.set()',
    names: false,
    sources: find(library, FILE, {
      all: 'const defaults = {',
      httpOnly: 'httpOnly: true',
      sameSite: "sameSite: 'lax'",
    }),
    program: (options) =>
      `import type { RequestEvent } from '@sveltejs/kit';\nexport const load = ({ cookies }: RequestEvent) => cookies.set('a', 'b', { path: '/',${options.slice(1)});`,
    write(options, tls) {
      const url = new URL(`${tls ? 'https' : 'http'}://example.com/`);
      const { cookies, new_cookies, set_trailing_slash } = get_cookies(new Request(url), url);
      set_trailing_slash('never');
      // It asks for a path.
      cookies.set(NAME, VALUE, { path: '/', ...options });
      const headers = new Headers();
      add_cookies_to_headers(headers, new_cookies.values?.() ?? new_cookies);
      return headers.getSetCookie();
    },
  };
}
