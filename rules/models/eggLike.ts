import { COOKIE_SAME_SITE, cookieScope, SESSION_COOKIE } from './cookieOptions';
import { jarOptions } from './jarOptions';
import { arg, DATE, flow, MILLISECONDS, required, sessionSecret, timed } from './model';

const CONFIGURATION = { call: '#configuration', arguments: [1, 1] } as const;

/** Where a framework keeps its configuration, and the files of it that count: the one for all, and production's. */
export function configurationFiles(folder: string) {
  return ['default', 'prod'].flatMap((environment) =>
    [
      { exports: 'default', call: '#configuration' },
      { exports: 'keys', call: '#keys' },
      { exports: 'session', call: '#session' },
    ].map((one) => ({ file: `${folder}/config.${environment}`, ...one })),
  );
}

/** Egg and Midway: the cookies of a context, and the sessions and keys that files of configuration tell. */
export const eggLike = [
  {
    emits: 'CookieWrite',
    at: { call: '#Context.cookies.set', arguments: [2, 3] },
    slots: {
      ...jarOptions(),
      // Else what the configuration says of all cookies.
      sameSite: { ...required(arg(2, 'sameSite')), spelled: COOKIE_SAME_SITE },
    },
  },
  { emits: 'SecretUse', at: CONFIGURATION, slots: sessionSecret(arg(0, 'keys')) },
  { emits: 'SecretUse', at: { call: '#keys', arguments: [1, 1] }, slots: sessionSecret(arg(0)) },
  session(CONFIGURATION, 'session'),
  session({ call: '#session', arguments: [1, 1] }),
] as const;

/** What another file overrides is not known: only what is written counts. */
function session(at: { readonly call: string; readonly arguments: readonly [1, 1] }, ...path: readonly string[]) {
  const option = (name: string) => arg(0, ...path, name);
  return {
    emits: 'CookieWrite',
    at,
    slots: {
      ...SESSION_COOKIE,
      // An undefined name would be the framework's own.
      name: required(option('key')),
      value: flow([]),
      httpOnly: { ...required(option('httpOnly')), spelled: { null: true } },
      secure: required(option('secure')),
      sameSite: { ...required(option('sameSite')), spelled: COOKIE_SAME_SITE },
      ...cookieScope(option),
      lifetime: required([timed(option('maxAge'), MILLISECONDS), timed(option('expires'), DATE)]),
    },
  } as const;
}
