import { COOKIE_SAME_SITE, SESSION_COOKIE } from './cookieOptions';
import { arg, constant, type Emission, flow, required, SECONDS, slot, timed, type Where } from './model';

/** Where the first of these options can be written, by their paths. */
export type Places = (...paths: readonly (readonly string[])[]) => readonly Where[];

const THIRTY_DAYS = 30 * 24 * 60 * 60;

type Slots = Extract<Emission, { emits: 'CookieWrite' }>['slots'];

/** Whose defaults count: Auth.js lets the options be merged into them; `replaced`: those of the cookie itself, which are none. */
type Defaults = 'known' | 'replaced' | 'unclear' | 'hidden';

/** The session cookie of Auth.js and next-auth. */
export function authSession(at: Places, defaults: Defaults) {
  const option = (name: string): readonly string[] => ['cookies', 'sessionToken', 'options', name];
  const isKnown = defaults === 'known';
  const isReplaced = defaults === 'replaced';
  return {
    ...SESSION_COOKIE,
    name: required(at(['cookies', 'sessionToken', 'name'])),
    value: flow([]),
    httpOnly: { where: at(option('httpOnly')), ...((isKnown || isReplaced) && { default: isKnown }) },
    // By default it is on where the site's own URL starts with https.
    secure: {
      where: isReplaced ? at(option('secure')) : at(option('secure'), ['useSecureCookies']),
      ...(isKnown && { default: 'auto' as const }),
      ...(isReplaced && { default: false }),
    },
    sameSite: {
      where: at(option('sameSite')),
      ...(isKnown && { default: 'lax' as const }),
      ...(isReplaced && { default: 'unset' as const }),
      spelled: COOKIE_SAME_SITE,
    },
    prefix: slot([], 'none'),
    domain: { where: at(option('domain')), ...((isKnown || isReplaced) && { default: '' }) },
    path: { where: at(option('path')), ...((isKnown || isReplaced) && { default: '' }) },
    lifetime: {
      where: at(option('maxAge'), ['session', 'maxAge']).map((where) => timed(where, SECONDS)),
      ...(defaults !== 'hidden' && { default: THIRTY_DAYS }),
      refusesUndefined: true,
    },
  } satisfies Slots;
}

/** The secret that session tokens are encrypted with. */
export function authSecret(at: Places) {
  return { purpose: constant('session'), value: flow(at(['jwt', 'secret'], ['secret'])) } as const;
}

/** Options that stand in an argument. */
export function authOptions(index: number): Places {
  return (...paths) => paths.map((path) => arg(index, ...path));
}

/** Options that stand in the only argument, or in what a function there returns. */
export const lazyAuthOptions: Places = (...paths) => [
  ...paths.map((path) => arg(0, ...path)),
  ...paths.map((path): Where => ({ from: 'factory', index: 0, factory: [], path })),
];
