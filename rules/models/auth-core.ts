import { authOptions, authSecret, authSession, lazyAuthOptions } from './authSession';
import { arg, constant, flow, type LibraryModel } from './model';

/** The calls of each package of Auth.js, by the argument that holds their options. */
const CALLS = [
  { call: 'Auth', in: '@auth/core', options: 1 },
  { call: 'ExpressAuth', in: '@auth/express', options: 0 },
  { call: 'SolidAuth', in: '@auth/solid-start', options: 0 },
] as const;

const SVELTE = { call: 'SvelteKitAuth', in: '@auth/sveltekit', arguments: [1, 1] } as const;

export const authCore = {
  package: '@auth/core',
  modules: ['@auth/core', '@auth/core/jwt', '@auth/express', '@auth/solid-start', '@auth/sveltekit'],
  source:
    '@auth/core@0.41.3 lib/init.js, lib/utils/cookie.js and jwt.js, @auth/express@0.12.3 index.js, @auth/sveltekit@1.11.3 dist/index.js, @auth/solid-start@0.19.2 index.js',
  display: 'Auth',
  results: [{ path: 'encode()', in: '@auth/core/jwt', is: 'credential' }],
  emissions: [
    ...CALLS.flatMap(({ call, in: module, options }) => {
      const at = { call, in: module, arguments: [options + 1, options + 1] } as const;
      return [
        { emits: 'CookieWrite', at, slots: authSession(authOptions(options), 'known') } as const,
        { emits: 'SecretUse', at, slots: authSecret(authOptions(options)) } as const,
      ];
    }),
    { emits: 'CookieWrite', at: SVELTE, slots: authSession(lazyAuthOptions, 'hidden') },
    { emits: 'SecretUse', at: SVELTE, slots: authSecret(lazyAuthOptions) },
    ...(['decode', 'encode', 'getToken'] as const).map(
      (call) =>
        ({
          emits: 'SecretUse',
          at: { call, in: '@auth/core/jwt', arguments: [1, 1] },
          slots: { purpose: constant('session'), value: flow(arg(0, 'secret')) },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
