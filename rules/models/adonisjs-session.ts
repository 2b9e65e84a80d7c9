import { COOKIE_SAME_SITE, SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS_OR_MS_TEXT, slot, timed } from './model';

/** Release 6 is given the file's object by itself as well, or through a function that returns it. */
const CALLS = [
  { call: 'defineConfig', arguments: [1, 1] },
  { call: 'sessionConfig', in: '@adonisjs/session/build/config', arguments: [1, 1] },
  { call: '#config', arguments: [1, 1] },
] as const;

export const adonisjsSession = {
  package: '@adonisjs/session',
  modules: ['@adonisjs/session', '@adonisjs/session/build/config'],
  source:
    '@adonisjs/session@7.7.1 build/chunk-OTCKCTXY.js (defineConfig), @adonisjs/session@6.4.0 build/src/SessionManager/index.js',
  display: 'session',
  runsOn: 'server',
  files: [{ file: 'config/session', exports: 'default', call: '#config' }],
  emissions: CALLS.flatMap((at) => [
    {
      emits: 'CookieWrite',
      at,
      slots: {
        ...SESSION_COOKIE,
        name: slot(arg(0, 'cookieName'), 'adonis_session'),
        value: flow([]),
        // What is not written is what `config/app` says of all cookies.
        httpOnly: required(arg(0, 'cookie', 'httpOnly')),
        secure: required(arg(0, 'cookie', 'secure')),
        sameSite: { ...required(arg(0, 'cookie', 'sameSite')), spelled: COOKIE_SAME_SITE },
        domain: required(arg(0, 'cookie', 'domain')),
        path: required(arg(0, 'cookie', 'path')),
        prefix: slot([], 'none'),
        // Unless `clearWithBrowser` is on, the cookie lives as long as the session.
        lifetime: required([]),
      },
    } as const,
    {
      emits: 'SessionSetup',
      at,
      slots: { store: required([]), lifetime: slot(timed(arg(0, 'age'), SECONDS_OR_MS_TEXT), 7200) },
    } as const,
  ]),
} satisfies LibraryModel;
