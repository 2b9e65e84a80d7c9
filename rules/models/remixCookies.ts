import type { SameSite } from '../facts/schema';
import { COOKIE_SAME_SITE, cookieScope, plainCookie } from './cookieOptions';
import { arg, constant, DATE, flow, required, SECONDS, sessionSecret, slot, timed } from './model';

interface Band {
  readonly since?: string;
  readonly until?: string;
  readonly sameSite: SameSite;
}

/** `createCookie` and the storages of sessions, as Remix and React Router have them. */
export function remixCookies({ sameSite, ...band }: Band) {
  /** The object that holds the attributes stands at a path of an argument. */
  const attributes = (index: number, ...path: readonly string[]) =>
    ({
      httpOnly: slot(arg(index, ...path, 'httpOnly'), false),
      secure: slot(arg(index, ...path, 'secure'), false),
      // The options are spread over the defaults: a written `undefined` wins.
      sameSite: {
        ...slot(arg(index, ...path, 'sameSite'), sameSite),
        whenUndefined: 'unset',
        spelled: COOKIE_SAME_SITE,
      },
      ...cookieScope((name) => arg(index, ...path, name)),
      // Else it may be given where the cookie is serialized.
      lifetime: required([timed(arg(index, ...path, 'maxAge'), SECONDS), timed(arg(index, ...path, 'expires'), DATE)]),
    }) as const;
  return [
    {
      emits: 'CookieWrite',
      at: { call: 'createCookie', arguments: [1, 2] },
      ...band,
      slots: { ...plainCookie('server'), name: required(arg(0)), value: flow([]), ...attributes(1) },
    },
    {
      emits: 'CookieWrite',
      at: { call: 'createCookieSessionStorage', arguments: [0, 1] },
      ...band,
      slots: {
        ...plainCookie('server'),
        // Themes and notices are kept so too: the name has to tell.
        carriesSession: constant('named'),
        name: slot(arg(0, 'cookie', 'name'), '__session'),
        value: flow([]),
        ...attributes(0, 'cookie'),
      },
    },
  ] as const;
}

/** The storages that keep the data of sessions elsewhere, and their id in the cookie. */
export function remixStorages(calls: readonly string[], band: Band) {
  const [, storage] = remixCookies(band);
  return calls.map(
    (call) =>
      ({
        ...storage,
        at: { call, arguments: [1, 1] },
        slots: { ...storage.slots, carriesSession: constant(true) },
      }) as const,
  );
}

/** The secrets that session cookies are signed with. */
export function remixSecrets(calls: readonly string[]) {
  return [
    ...calls.map(
      (call) =>
        ({
          emits: 'SecretUse',
          at: { call, arguments: [1, 1] },
          slots: sessionSecret(arg(0, 'cookie', 'secrets')),
        }) as const,
    ),
    { emits: 'SecretUse', at: { call: 'createCookie', arguments: [2, 2] }, slots: sessionSecret(arg(1, 'secrets')) },
  ] as const;
}
