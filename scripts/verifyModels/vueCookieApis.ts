import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, load } from './libraries';
import { assigned } from './pageApis';
import { spell } from './source';

type Set = (name: string, value: string, ...given: readonly unknown[]) => unknown;

/** vue-cookies, which takes options one after the other. */
export async function vueCookies(library: Library): Promise<CookieApi> {
  const cookies = await load<{ set: Set }>(library);
  return {
    library,
    api: 'cookies.set()',
    names: false,
    sources: find(library, 'vue-cookies.js', { all: 'set: function (key, value' }),
    program(options) {
      const given = placesOf(new Function(`return (${options});`)() as Options);
      // A date that is written out is a number to us, and the number 0 a session to it.
      if (given[0] instanceof Date) return undefined;
      return `import VueCookies from 'vue-cookies';\nVueCookies.set('a', 'b'${given.map((it) => `, ${spell(it)}`).join('')});`;
    },
    write: (options) => assigned(() => cookies.set(NAME, VALUE, ...(options ? placesOf(options) : []))),
  };
}

/** The options in their places, up to the last that is written. */
function placesOf({ maxAge, expires = maxAge, path, domain, secure, sameSite }: Options): readonly unknown[] {
  const places = [expires, path, domain, secure, sameSite];
  return places.slice(0, places.findLastIndex((it) => it !== undefined) + 1);
}

/** vue-cookie, which hands them on to tiny-cookie. */
export async function vueCookie(library: Library): Promise<CookieApi> {
  const cookies = await load<{ set: Set }>(library);
  return {
    library,
    api: 'cookies.set()',
    names: false,
    spelled: { sameSite: 'samesite', maxAge: 'max-age' },
    sources: find(library, 'src/vue-cookie.js', { all: 'set: function (name, value' }),
    program: (options) => `import VueCookie from 'vue-cookie';\nVueCookie.set('a', 'b', ${options});`,
    write: (options) => assigned(() => cookies.set(NAME, VALUE, ...(options ? [{ ...options }] : []))),
  };
}
