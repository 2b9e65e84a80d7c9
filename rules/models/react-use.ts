import { plainCookie } from './cookieOptions';
import { cookieReads } from './cookieReads';
import { arg, chain, constant, DAYS, flow, type LibraryModel, required, slot, timed } from './model';

const LOCAL = ['react-use/lib/useLocalStorage', 'react-use/esm/useLocalStorage'];
const SESSION = ['react-use/lib/useSessionStorage', 'react-use/esm/useSessionStorage'];
const COOKIE = ['react-use/lib/useCookie', 'react-use/esm/useCookie'];

/** Each hook has a module of its own beside the package. */
function hooks(name: string, modules: readonly string[]) {
  return [{ hook: name, module: 'react-use' }, ...modules.map((module) => ({ hook: '', module }))];
}

export const reactUse = {
  package: 'react-use',
  modules: ['react-use', ...LOCAL, ...SESSION, ...COOKIE],
  source:
    'react-use@17.6.1 lib/useLocalStorage.js, lib/useSessionStorage.js and lib/useCookie.js (over js-cookie), ' +
    '@13.27.1 and @9.12.0 lib/useLocalStorage.js',
  display: 'set',
  emissions: [
    ...cookieReads(...hooks('useCookie', COOKIE).map(({ hook, module }) => ({ call: hook, in: module }))),
    ...(
      [
        { area: 'localStorage', places: hooks('useLocalStorage', LOCAL) },
        { area: 'sessionStorage', places: hooks('useSessionStorage', SESSION) },
      ] as const
    ).flatMap(({ area, places }) =>
      places.flatMap(({ hook, module }) => [
        {
          emits: 'ClientStore',
          at: { call: `${hook}().1`, in: module, arguments: [1, 1] },
          // The key stands at the hook.
          slots: { area: constant(area), key: required(chain(hook, 0)), value: flow(arg(0)) },
        } as const,
        {
          emits: 'ClientStore',
          at: { call: hook, in: module, arguments: [2, 3] },
          slots: { area: constant(area), key: required(arg(0)), value: flow(arg(1)) },
        } as const,
      ]),
    ),
    ...hooks('useCookie', COOKIE).map(
      ({ hook, module }) =>
        ({
          emits: 'CookieWrite',
          at: { call: `${hook}().1`, in: module, arguments: [1, 2] },
          slots: {
            ...plainCookie('script'),
            name: required([]),
            value: flow(arg(0)),
            // A script can never set HttpOnly: browsers drop the whole cookie.
            httpOnly: slot([], false),
            secure: slot(arg(1, 'secure'), false),
            sameSite: {
              ...slot(arg(1, 'sameSite'), 'unset'),
              spelled: { true: 'invalid', strict: 'strict', lax: 'lax', none: 'none' },
            },
            lifetime: slot(timed(arg(1, 'expires'), DAYS), 'session'),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
