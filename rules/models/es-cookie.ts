import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, DAYS, type LibraryModel, slot, timed, type Where } from './model';

/** A cookie whose options are written as they stand, but for `expires`, which counts days. */
export function daySlots(option: (name: string) => readonly Where[]) {
  return {
    ...scriptCookie(),
    secure: slot(option('secure'), false),
    sameSite: {
      ...slot(option('sameSite'), 'unset'),
      spelled: { true: 'invalid', strict: 'strict', lax: 'lax', none: 'none' },
    },
    lifetime: slot(
      option('expires').map((where) => timed(where, DAYS)),
      'session',
    ),
  } as const;
}

export const esCookie = {
  package: 'es-cookie',
  source: 'es-cookie@1.5.0 src/es-cookie.js (set, encode, stringifyAttributes: expires in days)',
  display: 'Cookies',
  emissions: [
    ...cookieReadsOf('get', 'getAll'),
    { emits: 'CookieWrite', at: { call: 'set', arguments: [2, 3] }, slots: daySlots((name) => [arg(2, name)]) },
  ],
} satisfies LibraryModel;
