import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { keptBy } from './keptIn';
import { arg, constant, DAYS, type LibraryModel, required, slot, timed } from './model';

const STORAGES = [
  { plugin: 'LocalStorage', area: 'localStorage' },
  { plugin: 'SessionStorage', area: 'sessionStorage' },
] as const;

/** Only its plugins that keep something: as they are imported, and as `useQuasar()` gives them. */
export const quasar = {
  package: 'quasar',
  source: 'quasar@2.27.0 src/plugins/storage/engine/web-storage.js (getStorage), src/plugins/cookies/Cookies.js (set)',
  display: 'quasar',
  emissions: [
    ...cookieReadsOf('Cookies.get', 'Cookies.has', 'Cookies.getAll', 'useQuasar().cookies.get'),
    ...STORAGES.flatMap(({ plugin, area }) =>
      [plugin, `useQuasar().${area}`].flatMap((of) => [
        keptBy(`${of}.set`, area),
        keptBy(`${of}.setItem`, area),
        {
          emits: 'ClientRead',
          at: { call: `${of}.getItem`, arguments: [1, 1] },
          slots: { area: constant(area), key: required(arg(0)) },
        } as const,
      ]),
    ),
    ...['Cookies', 'useQuasar().cookies'].map(
      (of) =>
        ({
          emits: 'CookieWrite',
          at: { call: `${of}.set`, arguments: [2, 3] },
          slots: {
            ...scriptCookie(),
            secure: slot(arg(2, 'secure'), false),
            sameSite: {
              ...slot(arg(2, 'sameSite'), 'unset'),
              spelled: { strict: 'strict', lax: 'lax', none: 'none' },
            },
            lifetime: slot(timed(arg(2, 'expires'), DAYS), 'session'),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
