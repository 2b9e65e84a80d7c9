import type { SameSite } from '../facts/schema';
import { COOKIE_SAME_SITE, cookieOptions, cookieScope, plainCookie } from './cookieOptions';
import {
  arg,
  constant,
  DATE,
  flow,
  type LibraryModel,
  registered,
  required,
  SECONDS,
  sessionSecret,
  slot,
  timed,
} from './model';

const PLUGINS = ['', 'fastifyCookie'] as const;

/** `Object.assign` puts `parseOptions` under the options of the call, and these, even `undefined`, over the default. */
function merged(name: string) {
  return [arg(2, name), registered('parseOptions', name)];
}

const BANDS: readonly { readonly since?: string; readonly until?: string; readonly sameSite: SameSite }[] = [
  { until: '10.0.0', sameSite: 'unset' },
  { since: '10.0.0', sameSite: 'lax' },
];

export const fastifyCookie = {
  package: '@fastify/cookie',
  modules: ['@fastify/cookie', 'fastify-cookie'],
  source: '@fastify/cookie@11.1.5 index.js and signer.js, @10.0.0, @9.4.0, @8.3.0 and @7.0.0 plugin.js and cookie.js',
  display: 'reply',
  registrations: PLUGINS.map((handed) => ({ at: { handed, to: 'register' }, options: arg(1) })),
  emissions: [
    ...(['setCookie', 'cookie'] as const).flatMap((method) =>
      BANDS.map(
        ({ sameSite, ...band }) =>
          ({
            emits: 'CookieWrite',
            at: { call: `#FastifyReply.${method}`, in: 'fastify', arguments: [2, 3] },
            ...band,
            slots: {
              ...plainCookie('server'),
              secureByRequest: constant(true),
              name: required(arg(0)),
              value: flow(arg(1)),
              httpOnly: slot(merged('httpOnly'), false),
              secure: { ...slot(merged('secure'), false), spelled: { auto: 'auto' } },
              sameSite: { ...slot(merged('sameSite'), sameSite), whenUndefined: 'unset', spelled: COOKIE_SAME_SITE },
              ...cookieScope((name) => merged(name)),
              lifetime: slot(
                [
                  timed(arg(2, 'maxAge'), SECONDS),
                  timed(arg(2, 'expires'), DATE),
                  timed(registered('parseOptions', 'maxAge'), SECONDS),
                  timed(registered('parseOptions', 'expires'), DATE),
                ],
                'session',
              ),
            },
          }) as const,
      ),
    ),
    ...(
      [
        { call: 'serialize', arguments: [2, 3] },
        { call: '#FastifyInstance.serializeCookie', in: 'fastify', arguments: [2, 3] },
      ] as const
    ).map(
      (at) =>
        ({
          emits: 'CookieWrite',
          at,
          slots: {
            ...plainCookie('server'),
            name: required(arg(0)),
            value: flow(arg(1)),
            ...cookieOptions(2, SECONDS),
          },
        }) as const,
    ),
    ...PLUGINS.map(
      (handed) =>
        ({
          emits: 'SecretUse',
          at: { handed, to: 'register', arguments: [2, 2] },
          slots: sessionSecret(arg(1, 'secret')),
        }) as const,
    ),
    ...(['Signer', 'signerFactory', 'fastifyCookie.Signer', 'fastifyCookie.signerFactory'] as const).map(
      (call) => ({ emits: 'SecretUse', at: { call, arguments: [1, 2] }, slots: sessionSecret(arg(0)) }) as const,
    ),
    ...(['sign', 'unsign', 'fastifyCookie.sign', 'fastifyCookie.unsign'] as const).map(
      (call) => ({ emits: 'SecretUse', at: { call, arguments: [2, 3] }, slots: sessionSecret(arg(1)) }) as const,
    ),
  ],
} satisfies LibraryModel;
