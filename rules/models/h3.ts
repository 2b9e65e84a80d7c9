import { COOKIE_SAME_SITE, cookieOptions, cookieScope, plainCookie, SESSION_COOKIE } from './cookieOptions';
import { arg, constant, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';
import { redirects, textSlots } from './setCookieText';

const SESSION_COOKIES = ['useSession', 'getSession', 'updateSession'] as const;
const HEADER = arg(2);
const HEADER_SETTERS = ['setHeader', 'appendHeader', 'setResponseHeader', 'appendResponseHeader'] as const;
const HEADERS_SETTERS = ['setHeaders', 'appendHeaders', 'setResponseHeaders', 'appendResponseHeaders'] as const;

export const h3 = {
  package: 'h3',
  modules: ['h3', 'nitro/h3', '#imports'],
  source:
    'h3@2.0.8 dist/h3.mjs, h3@2.0.1-rc.30, @2.0.1-rc.27, @2.0.1-rc.26 and @2.0.1-rc.25 dist/h3.mjs, h3@1.15.11 and @1.4.0 dist/index.mjs (setCookie, updateSession), cookie-es@1.2.2 and @3.1.1 dist/index.mjs',
  broughtBy: ['nuxt', 'nitropack', 'nitro'],
  autoImports: [
    ...SESSION_COOKIES,
    ...HEADER_SETTERS,
    ...HEADERS_SETTERS,
    'setCookie',
    'setChunkedCookie',
    'sealSession',
    'unsealSession',
    'sendRedirect',
  ],
  display: 'h3',
  results: [{ path: 'sealSession()', is: 'credential' }],
  emissions: [
    ...(['setCookie', 'setChunkedCookie'] as const).map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [3, 4] },
          slots: {
            ...plainCookie('server'),
            name: required(arg(1)),
            value: flow(arg(2)),
            ...cookieOptions(3, SECONDS),
          },
        }) as const,
    ),
    ...(
      [
        { until: '2.0.1-rc.26', sameSite: 'unset' },
        { since: '2.0.1-rc.26', sameSite: 'lax' },
      ] as const
    ).flatMap(({ sameSite, ...band }) =>
      SESSION_COOKIES.map(
        (call) =>
          ({
            emits: 'CookieWrite',
            // `false`: the session comes and goes by a header.
            at: { call, arguments: [2, 3], when: { where: arg(1, 'cookie'), kinds: ['literal'], otherwise: true } },
            ...band,
            slots: {
              ...SESSION_COOKIE,
              name: slot(arg(1, 'name'), 'h3'),
              value: flow([]),
              // The cookie's options are spread over the defaults: a written `undefined` wins.
              httpOnly: { ...slot(arg(1, 'cookie', 'httpOnly'), true), whenUndefined: false },
              secure: { ...slot(arg(1, 'cookie', 'secure'), true), whenUndefined: false },
              sameSite: {
                ...slot(arg(1, 'cookie', 'sameSite'), sameSite),
                whenUndefined: 'unset',
                spelled: COOKIE_SAME_SITE,
              },
              ...cookieScope((name) => arg(1, 'cookie', name)),
              lifetime: slot(
                [
                  timed(arg(1, 'cookie', 'maxAge'), SECONDS),
                  timed(arg(1, 'cookie', 'expires'), DATE),
                  timed(arg(1, 'maxAge'), SECONDS),
                ],
                'session',
              ),
            },
          }) as const,
      ),
    ),
    ...(
      [
        { until: '2.0.1-rc.27', names: ['maxAge'] },
        { since: '2.0.1-rc.27', names: ['maxAge', 'idleTimeout'] },
      ] as const
    ).flatMap(({ names, ...band }) =>
      ([...SESSION_COOKIES, 'sealSession'] as const).map(
        (call) =>
          ({
            emits: 'SessionSetup',
            at: { call, arguments: [2, 3] },
            ...band,
            slots: {
              store: slot([], 'sealed'),
              lifetime: slot(
                names.map((name) => timed(arg(1, name), SECONDS)),
                'never',
              ),
            },
          }) as const,
      ),
    ),
    ...([...SESSION_COOKIES, 'sealSession', 'unsealSession'] as const).map(
      (call) =>
        ({
          emits: 'SecretUse',
          at: { call, arguments: [2, 3] },
          slots: { purpose: constant('session'), value: flow(arg(1, 'password')) },
        }) as const,
    ),
    redirects('sendRedirect', 1),
    ...HEADERS_SETTERS.flatMap((call) =>
      (['Set-Cookie', 'set-cookie'] as const).map((header) => {
        const text = arg(1, header);
        const at = { call, arguments: [2, 2] } as const;
        return { emits: 'CookieWrite', at, cookieText: text, slots: textSlots('server', text) } as const;
      }),
    ),
    ...HEADER_SETTERS.map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [3, 3], when: { where: arg(1), is: ['set-cookie'] } },
          cookieText: HEADER,
          slots: {
            ...plainCookie('server'),
            name: required(HEADER),
            value: flow(HEADER),
            httpOnly: required(HEADER),
            secure: required(HEADER),
            sameSite: required(HEADER),
            lifetime: required(HEADER),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
