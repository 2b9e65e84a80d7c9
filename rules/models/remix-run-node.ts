import type { SameSite } from '../facts/schema';
import type { LibraryModel } from './model';
import { remixCookies, remixSecrets, remixStorages } from './remixCookies';

const STORAGES = [
  'createSessionStorage',
  'createMemorySessionStorage',
  'createFileSessionStorage',
  'createWorkersKVSessionStorage',
  'createArcTableSessionStorage',
];
const BANDS: readonly { readonly since?: string; readonly until?: string; readonly sameSite: SameSite }[] = [
  { until: '1.6.0', sameSite: 'unset' },
  { since: '1.6.0', sameSite: 'lax' },
];

export const remixRunNode = {
  package: '@remix-run/node',
  modules: ['@remix-run/node', '@remix-run/cloudflare', '@remix-run/deno', '@remix-run/architect'],
  source:
    '@remix-run/server-runtime@2.17.5, @1.19.3, @1.6.0, @1.5.1 and @1.0.6 cookies.js, sessions.js and sessions/cookieStorage.js',
  display: '',
  emissions: [
    ...BANDS.flatMap((band) => [...remixCookies(band), ...remixStorages(STORAGES, band)]),
    ...remixSecrets(['createCookieSessionStorage', ...STORAGES]),
  ],
} satisfies LibraryModel;
