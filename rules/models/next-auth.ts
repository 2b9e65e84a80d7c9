import { authOptions, authSecret, authSession, lazyAuthOptions } from './authSession';
import { arg, constant, flow, type LibraryModel } from './model';

const FOUR = { since: '4.0.0', until: '5.0.0-0' } as const;
const FIVE = { since: '5.0.0-0' } as const;
const VERSION_4 = [
  { at: { call: '', arguments: [1, 1] }, band: FOUR, options: 0, places: authOptions(0) },
  { at: { call: '', arguments: [3, 3] }, band: FOUR, options: 2, places: authOptions(2) },
] as const;
const VERSION_5 = { at: { call: '', arguments: [1, 1] }, band: FIVE, places: lazyAuthOptions } as const;

/** Version 4: a cookie of one's own replaces the whole default. */
const REPLACED = [
  { when: { kinds: ['absent'] }, defaults: 'known' },
  { when: { kinds: ['object'] }, defaults: 'replaced' },
  { when: { kinds: ['absent', 'object'], otherwise: true }, defaults: 'unclear' },
] as const;

export const nextAuth = {
  package: 'next-auth',
  modules: ['next-auth', 'next-auth/jwt', 'next-auth/next'],
  source: 'next-auth@4.24.15 core/init.js and jwt/index.js, next-auth@5.0.0-beta.32 index.js, @auth/core@0.41.3',
  display: 'NextAuth',
  results: [{ path: 'encode()', in: 'next-auth/jwt', is: 'credential' }],
  emissions: [
    ...VERSION_4.flatMap(({ at, band, options, places }) =>
      REPLACED.map(
        ({ when, defaults }) =>
          ({
            emits: 'CookieWrite',
            at: { ...at, when: { where: arg(options, 'cookies', 'sessionToken'), ...when } },
            ...band,
            slots: authSession(places, defaults),
          }) as const,
      ),
    ),
    { emits: 'CookieWrite', at: VERSION_5.at, ...VERSION_5.band, slots: authSession(VERSION_5.places, 'hidden') },
    ...[...VERSION_4, VERSION_5].map(
      ({ at, band, places }) => ({ emits: 'SecretUse', at, ...band, slots: authSecret(places) }) as const,
    ),
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
