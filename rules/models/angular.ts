import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { keptIn } from './keptIn';
import { arg, assigned, constant, DATE, key, type LibraryModel, required, slot, timed } from './model';

const AREAS = ['localStorage', 'sessionStorage'] as const;
/** What ngStorage hands over: a value for each key, all kept together. */
const TYPES = { localStorage: '#LocalStorage', sessionStorage: '#SessionStorage' } as const;

/** AngularJS, which hands services over by the names of parameters, with ngCookies, ngStorage and angular-local-storage. */
export const angular = {
  package: 'angular',
  broughtBy: ['angular-cookies', 'ngstorage', 'angular-local-storage'],
  source:
    'angular@1.8.3 ($window), angular-cookies@1.8.3 angular-cookies.js ($cookies, $cookieStore), ngstorage@0.3.11 ngStorage.js, ' +
    'angular-local-storage@0.7.1 dist/angular-local-storage.js (set: JSON below a prefix)',
  display: 'service',
  types: [
    { name: '#Window', display: '$window', conventionalNames: ['$window'], isShownByName: true },
    { name: '#Cookies', display: '$cookies', conventionalNames: ['$cookies'], isShownByName: true },
    { name: '#CookieStore', display: '$cookieStore', conventionalNames: ['$cookieStore'], isShownByName: true },
    ...AREAS.map((area) => ({
      name: TYPES[area],
      display: `$${area}`,
      conventionalNames: [`$${area}`],
      isShownByName: true as const,
    })),
    {
      name: '#LocalStorageService',
      display: 'localStorageService',
      conventionalNames: ['localStorageService'],
      isShownByName: true,
    },
  ],
  storages: AREAS.map((area) => ({ path: `#Window.${area}`, area })),
  emissions: [
    ...cookieReadsOf('#Cookies.get', '#Cookies.getAll', '#CookieStore.get'),
    ...AREAS.flatMap(
      (area) =>
        [
          {
            emits: 'ClientStore',
            at: { call: `#Window.${area}.setItem`, arguments: [2, 2] },
            slots: keptIn(area, arg(0), arg(1)),
          },
          { emits: 'ClientStore', at: { assign: `#Window.${area}.*` }, slots: keptIn(area, key, assigned) },
          {
            emits: 'ClientRead',
            at: { call: `#Window.${area}.getItem`, arguments: [1, 1] },
            slots: { area: constant(area), key: required(arg(0)) },
          },
          { emits: 'ClientStore', at: { assign: `${TYPES[area]}.*` }, slots: keptIn(area, key, assigned) },
        ] as const,
    ),
    ...(['set', 'add'] as const).map(
      (method) =>
        ({
          emits: 'ClientStore',
          // The third argument chooses another storage.
          at: { call: `#LocalStorageService.${method}`, arguments: [2, 2] },
          slots: keptIn('localStorage', arg(0), arg(1)),
        }) as const,
    ),
    ...['#Cookies.put', '#Cookies.putObject', '#CookieStore.put'].map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [2, 3] },
          slots: {
            ...scriptCookie(),
            secure: slot(arg(2, 'secure'), false),
            sameSite: {
              ...slot(arg(2, 'samesite'), 'unset'),
              spelled: { strict: 'strict', lax: 'lax', none: 'none' },
            },
            lifetime: slot(timed(arg(2, 'expires'), DATE), 'session'),
          },
        }) as const,
    ),
    {
      emits: 'CookieWrite',
      at: { call: '#LocalStorageService.cookie.set', arguments: [2, 4] },
      slots: {
        ...scriptCookie(),
        secure: required([]),
        sameSite: { ...required([]), spelled: {} },
        lifetime: required([]),
      },
    },
  ],
} satisfies LibraryModel;
