import { COOKIE_SAME_SITE, cookieScope, SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS, sessionSecret, slot, timed } from './model';

const { true: _, false: __, ...TEXTS } = COOKIE_SAME_SITE;
const CALLS = [
  { call: 'statelessSessions', store: 'sealed' },
  { call: 'storedSessions', store: 'given' },
] as const;

export const keystone6Core = {
  package: '@keystone-6/core',
  modules: ['@keystone-6/core/session'],
  source: '@keystone-6/core@6.5.3 src/session.ts',
  display: 'session',
  runsOn: 'server',
  emissions: CALLS.flatMap(({ call, store }) => [
    {
      emits: 'CookieWrite',
      at: { call, arguments: [1, 1] },
      slots: {
        ...SESSION_COOKIE,
        name: slot(arg(0, 'cookieName'), 'keystonejs-session'),
        value: flow([]),
        httpOnly: slot([], true),
        // By default, where `NODE_ENV` is `production`.
        secure: required(arg(0, 'secure')),
        sameSite: { ...slot(arg(0, 'sameSite'), 'lax'), spelled: TEXTS },
        ...cookieScope((name) => arg(0, name)),
        lifetime: slot(timed(arg(0, 'maxAge'), SECONDS), 28_800),
      },
    } as const,
    {
      emits: 'SessionSetup',
      at: { call, arguments: [1, 1] },
      slots: { store: slot([], store), lifetime: slot(timed(arg(0, 'maxAge'), SECONDS), 28_800) },
    } as const,
    {
      emits: 'SecretUse',
      at: { call, arguments: [1, 1] },
      slots: sessionSecret(arg(0, 'secret')),
    } as const,
  ]),
} satisfies LibraryModel;
