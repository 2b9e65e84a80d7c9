import type { Lifetime, SameSite, Setting } from '../facts/schema';
import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { arg, constant, DATE, flow, type LibraryModel, required, SECONDS, slot, timed, type Where } from './model';
import type { SlotOf } from './shape/slots';

const EXPORTS = ['', 'fastifySecureSession'] as const;

/** SameSite is that of @fastify/cookie: before version 10 with Fastify 4, and since with Fastify 5, as this plugin is. */
const BANDS: readonly {
  readonly since?: string;
  readonly until?: string;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
}[] = [
  { until: '7.3.0', httpOnly: false, sameSite: 'unset' },
  { since: '7.3.0', until: '8.0.0', httpOnly: true, sameSite: 'unset' },
  { since: '8.0.0', httpOnly: true, sameSite: 'lax' },
];

/** Before, nothing ended what was sealed, and no option did: there is nothing to say but to upgrade. */
const EXPIRIES: readonly {
  readonly since?: string;
  readonly until?: string;
  readonly lifetime: SlotOf<Setting<Lifetime>>;
}[] = [
  { until: '7.3.0', lifetime: required([]) },
  { since: '7.3.0', lifetime: { ...slot(timed(arg(1, 'expiry'), SECONDS), 86_401), spelled: { 0: 86_401 } } },
];

function option(name: string): readonly Where[] {
  return [arg(1, 'cookie', name), arg(1, 'cookieOptions', name)];
}

export const fastifySecureSession = {
  package: '@fastify/secure-session',
  modules: ['@fastify/secure-session', 'fastify-secure-session'],
  source:
    '@fastify/secure-session@8.4.0, @8.0.0, @7.5.1, @7.3.0, @7.1.0, @6.2.0, @5.2.0 and @4.0.0 index.js; @fastify/cookie@11.1.5 index.js',
  display: 'app',
  sessions: [{ property: 'session', kept: 'sealed' }],
  emissions: [
    ...EXPORTS.flatMap((handed) =>
      BANDS.map(
        ({ httpOnly, sameSite, ...band }) =>
          ({
            emits: 'CookieWrite',
            at: { handed, to: 'register', arguments: [2, 2] },
            ...band,
            slots: {
              by: constant('server'),
              carriesSession: constant(true),
              secureByRequest: constant(true),
              behindProxy: constant('sent'),
              name: slot([arg(1, 'cookieName'), arg(1, 'sessionName')], 'session'),
              value: flow([]),
              httpOnly: slot(option('httpOnly'), httpOnly),
              secure: { ...slot(option('secure'), false), spelled: { auto: 'auto' } },
              sameSite: { ...slot(option('sameSite'), sameSite), whenUndefined: 'unset', spelled: COOKIE_SAME_SITE },
              ...cookieScope((name) => option(name)),
              lifetime: slot(
                [
                  ...option('maxAge').map((where) => timed(where, SECONDS)),
                  ...option('expires').map((where) => timed(where, DATE)),
                ],
                'session',
              ),
            },
          }) as const,
      ),
    ),
    ...EXPORTS.flatMap((handed) =>
      EXPIRIES.map(
        ({ lifetime, ...band }) =>
          ({
            emits: 'SessionSetup',
            at: { handed, to: 'register', arguments: [2, 2] },
            ...band,
            slots: { store: slot([], 'sealed'), lifetime },
          }) as const,
      ),
    ),
    ...EXPORTS.map(
      (handed) =>
        ({
          emits: 'SecretUse',
          at: { handed, to: 'register', arguments: [2, 2] },
          slots: { purpose: constant('session'), value: flow([arg(1, 'key'), arg(1, 'secret')]) },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
