import { cookieScope, SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, MILLISECONDS, required, slot, timed } from './model';

const SAME_SITE = { false: 'unset', strict: 'strict', lax: 'lax', none: 'none' } as const;

export const lucia = {
  package: 'lucia',
  source: 'lucia@3.2.2 dist/core.js and dist/cookie.js, lucia@2.7.7 dist/auth/cookie.js and dist/auth/index.js',
  display: 'lucia',
  types: [
    { name: '#Lucia', display: 'lucia', annotations: ['Lucia'] },
    { name: '#Auth', display: 'auth', annotations: ['Auth'] },
  ],
  gives: [
    { path: 'Lucia()', type: '#Lucia' },
    { path: 'lucia()', type: '#Auth' },
  ],
  results: [
    { path: '#Lucia.createSession().id', is: 'credential' },
    { path: '#Lucia.createSessionCookie().value', is: 'credential' },
    { path: '#Auth.createSession().sessionId', is: 'credential' },
    { path: '#Auth.createSessionCookie().value', is: 'credential' },
  ],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: 'Lucia', arguments: [1, 2] },
      slots: {
        ...SESSION_COOKIE,
        name: slot(arg(1, 'sessionCookie', 'name'), 'auth_session'),
        value: flow([]),
        // The attributes are spread over the defaults: a written `undefined` wins.
        httpOnly: { ...slot(arg(1, 'sessionCookie', 'attributes', 'httpOnly'), true), whenUndefined: false },
        secure: { ...slot(arg(1, 'sessionCookie', 'attributes', 'secure'), true), whenUndefined: false },
        sameSite: {
          ...slot(arg(1, 'sessionCookie', 'attributes', 'sameSite'), 'lax'),
          whenUndefined: 'unset',
          spelled: SAME_SITE,
        },
        ...cookieScope((name) => arg(1, 'sessionCookie', 'attributes', name)),
        lifetime: required([]),
      },
    },
    {
      emits: 'SessionSetup',
      at: { call: 'Lucia', arguments: [1, 2] },
      slots: { store: slot([], 'given'), lifetime: slot(arg(1, 'sessionExpiresIn'), 30 * 86_400) },
    },
    {
      emits: 'SessionSetup',
      at: { call: 'lucia', arguments: [1, 1] },
      slots: {
        store: slot([], 'given'),
        // It begins when the active period ends: by default a day and fourteen.
        lifetime: slot(timed(arg(0, 'sessionExpiresIn', 'idlePeriod'), MILLISECONDS), 15 * 86_400),
      },
    },
    {
      emits: 'CookieWrite',
      at: { call: 'lucia', arguments: [1, 1] },
      slots: {
        ...SESSION_COOKIE,
        name: slot(arg(0, 'sessionCookie', 'name'), 'auth_session'),
        value: flow([]),
        httpOnly: slot([], true),
        // On where `env` is `PROD`, which is no place to write a boolean.
        secure: required([]),
        // Lax, unless there are attributes of one's own.
        sameSite: { ...required(arg(0, 'sessionCookie', 'attributes', 'sameSite')), spelled: SAME_SITE },
        ...cookieScope((name) => arg(0, 'sessionCookie', 'attributes', name)),
        lifetime: required([]),
      },
    },
  ],
} satisfies LibraryModel;
