import type { SameSite } from '../facts/schema';
import { COOKIE_SAME_SITE, cookieOptions, cookieScope, plainCookie, SESSION_COOKIE } from './cookieOptions';
import { arg, DATE, flow, required, SECONDS, sessionSecret, slot, timed } from './model';

interface Band {
  readonly since?: string;
  readonly until?: string;
  /** Of the session's cookie; `undefined` where it depends on the release of h3 that is installed. */
  readonly sameSite: SameSite | undefined;
}

/** What frameworks make of h3's functions: they find the request by themselves, so that the event is no argument. */
export function ambientH3(...bands: readonly Band[]) {
  return [
    {
      emits: 'CookieWrite',
      at: { call: 'setCookie', arguments: [2, 3] },
      slots: { ...plainCookie('server'), name: required(arg(0)), value: flow(arg(1)), ...cookieOptions(2, SECONDS) },
    } as const,
    ...bands.flatMap((band) => (['useSession', 'getSession', 'updateSession'] as const).flatMap(session(band))),
    ...(['useSession', 'getSession', 'updateSession', 'sealSession', 'unsealSession'] as const).map(
      (call) =>
        ({
          emits: 'SecretUse',
          at: { call, arguments: [1, 2] },
          slots: sessionSecret(arg(0, 'password')),
        }) as const,
    ),
  ];
}

function session({ sameSite, ...band }: Band) {
  return (call: string) =>
    [
      {
        emits: 'CookieWrite',
        // `false`: the session comes and goes by a header.
        at: { call, arguments: [1, 2], when: { where: arg(0, 'cookie'), kinds: ['literal'], otherwise: true } },
        ...band,
        slots: {
          ...SESSION_COOKIE,
          name: slot(arg(0, 'name'), 'h3'),
          value: flow([]),
          // The cookie's options are spread over the defaults: a written `undefined` wins.
          httpOnly: { ...slot(arg(0, 'cookie', 'httpOnly'), true), whenUndefined: false },
          secure: { ...slot(arg(0, 'cookie', 'secure'), true), whenUndefined: false },
          sameSite: {
            ...required(arg(0, 'cookie', 'sameSite')),
            ...(sameSite === undefined ? {} : { default: sameSite }),
            whenUndefined: 'unset',
            spelled: COOKIE_SAME_SITE,
          },
          ...cookieScope((name) => arg(0, 'cookie', name)),
          lifetime: slot(
            [
              timed(arg(0, 'cookie', 'maxAge'), SECONDS),
              timed(arg(0, 'cookie', 'expires'), DATE),
              timed(arg(0, 'maxAge'), SECONDS),
            ],
            'session',
          ),
        },
      },
      {
        emits: 'SessionSetup',
        at: { call, arguments: [1, 2] },
        ...band,
        slots: { store: slot([], 'sealed'), lifetime: slot(timed(arg(0, 'maxAge'), SECONDS), 'never') },
      },
    ] as const;
}
