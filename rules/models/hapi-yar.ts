import type { SameSite, Setting } from '../facts/schema';
import { plainCookie } from './cookieOptions';
import { HAPI_SAME_SITE } from './hapiState';
import { arg, constant, flow, type LibraryModel, MILLISECONDS, required, sessionSecret, slot, timed } from './model';
import type { SlotOf } from './shape/slots';

/** `server.register({ plugin: Yar, options })`. */
const AT = { to: 'register', under: 'plugin', arguments: [1, 2] } as const;
const EXPORTS = ['', 'plugin'] as const;

function option(name: string) {
  return arg(0, 'options', 'cookieOptions', name);
}

const sameSite: SlotOf<Setting<SameSite>> = { ...slot(option('isSameSite'), 'lax'), ...HAPI_SAME_SITE };

export const hapiYar = {
  package: '@hapi/yar',
  source: '@hapi/yar@11.0.3 lib/index.js, @hapi/statehood@8.2.1 lib/index.js, @hapi/hoek@11.0.7 lib/applyToDefaults.js',
  display: 'server',
  emissions: EXPORTS.flatMap((handed) => [
    {
      emits: 'CookieWrite',
      at: { handed, ...AT },
      slots: {
        ...plainCookie('server'),
        carriesSession: constant(true),
        name: slot(arg(0, 'options', 'name'), 'session'),
        value: flow([]),
        // The server's own `state` may say otherwise.
        httpOnly: required(option('isHttpOnly')),
        secure: slot(option('isSecure'), true),
        sameSite,
        domain: required(option('domain')),
        path: slot(option('path'), ''),
        lifetime: required(timed(option('ttl'), MILLISECONDS)),
      },
    } as const,
    { emits: 'SecretUse', at: { handed, ...AT }, slots: sessionSecret(option('password')) } as const,
  ]),
} satisfies LibraryModel;
