import { plainCookie } from './cookieOptions';
import { arg, flow, type LibraryModel, required, slot } from './model';

export const vueCookies = {
  package: 'vue-cookies',
  source: 'vue-cookies@1.8.6 vue-cookies.js (set, config), types/index.d.ts',
  display: '$cookies',
  types: [{ name: '#VueCookies', display: '$cookies', annotations: ['VueCookies'], fluent: ['set'] }],
  gives: [{ path: 'set()', type: '#VueCookies' }],
  emissions: (['set', '#VueCookies.set'] as const).map(
    (call) =>
      ({
        emits: 'CookieWrite',
        at: { call, arguments: [2, 8] },
        // What is not written is up to `config()`, or to the options of the plugin.
        slots: {
          ...plainCookie('script'),
          name: required(arg(0)),
          value: flow(arg(1)),
          // A script can never set HttpOnly, and the library does not try.
          httpOnly: slot([], false),
          secure: required(arg(5)),
          sameSite: {
            ...required(arg(6)),
            spelled: { true: 'invalid', false: 'unset', '': 'unset', strict: 'strict', lax: 'lax', none: 'none' },
          },
          // Seconds, but 0 is the session, -1 is forever, and `1m` is a month.
          lifetime: required([]),
        },
      }) as const,
  ),
} satisfies LibraryModel;
