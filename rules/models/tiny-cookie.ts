import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, DAYS, type LibraryModel, SECONDS, slot, timed, type Where } from './model';

/** A cookie whose options are argument `index`: written as they stand, but for `expires`, which counts days. */
export function tinySlots(index: number, ...days: readonly Where[]) {
  return {
    ...scriptCookie(),
    secure: slot(arg(index, 'secure'), false),
    sameSite: {
      ...slot([arg(index, 'samesite'), arg(index, 'sameSite'), arg(index, 'SameSite')], 'unset'),
      // It becomes a text like any other value.
      whenUndefined: 'invalid',
      spelled: { true: 'invalid', false: 'invalid', strict: 'strict', lax: 'lax', none: 'none' },
    },
    lifetime: slot([timed(arg(index, 'max-age'), SECONDS), timed(arg(index, 'expires'), DAYS), ...days], 'session'),
  } as const;
}

export const tinyCookie = {
  package: 'tiny-cookie',
  source: 'tiny-cookie@2.5.1 dist/tiny-cookie.mjs (set, setRaw, convert), tiny-cookie@1.0.1 tiny-cookie.js',
  display: 'Cookie',
  emissions: [
    ...cookieReadsOf('get', 'getCookie', 'getRaw', 'getRawCookie', 'getAll', 'getAllCookies'),
    ...(['set', 'setCookie'] as const).flatMap((call) => [
      { emits: 'CookieWrite', at: { call, arguments: [2, 3] }, slots: tinySlots(2) } as const,
      { emits: 'CookieWrite', at: { call, arguments: [4, 4] }, slots: tinySlots(3) } as const,
    ]),
    ...(['setRaw', 'setRawCookie'] as const).map(
      (call) => ({ emits: 'CookieWrite', at: { call, arguments: [2, 3] }, slots: tinySlots(2) }) as const,
    ),
    { emits: 'CookieWrite', at: { call: '', arguments: [2, 3] }, until: '2.0.0', slots: tinySlots(2) },
  ],
} satisfies LibraryModel;
