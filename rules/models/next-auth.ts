import { authOptions, authSecret, authSession, lazyAuthOptions } from './authSession';
import { arg, constant, flow, type LibraryModel } from './model';

const FOUR = { since: '4.0.0', until: '5.0.0-0' } as const;
const CALLS = [
  { at: { call: '', arguments: [1, 1] }, band: FOUR, places: authOptions(0), defaults: 'replaced' },
  { at: { call: '', arguments: [3, 3] }, band: FOUR, places: authOptions(2), defaults: 'replaced' },
  { at: { call: '', arguments: [1, 1] }, band: { since: '5.0.0-0' }, places: lazyAuthOptions, defaults: 'hidden' },
] as const;

export const nextAuth = {
  package: 'next-auth',
  modules: ['next-auth', 'next-auth/jwt', 'next-auth/next'],
  source: 'next-auth@4.24.15 core/init.js and jwt/index.js, next-auth@5.0.0-beta.32 index.js, @auth/core@0.41.3',
  display: 'NextAuth',
  results: [{ path: 'encode()', in: 'next-auth/jwt', is: 'credential' }],
  emissions: [
    ...CALLS.map(
      ({ at, band, places, defaults }) =>
        ({ emits: 'CookieWrite', at, ...band, slots: authSession(places, defaults) }) as const,
    ),
    ...CALLS.map(({ at, band, places }) => ({ emits: 'SecretUse', at, ...band, slots: authSecret(places) }) as const),
    ...(['decode', 'encode', 'getToken'] as const).map(
      (call) =>
        ({
          emits: 'SecretUse',
          at: { call, in: 'next-auth/jwt', arguments: [1, 1] },
          slots: { purpose: constant('session'), value: flow(arg(0, 'secret')) },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
