import type { SameSite } from '../facts/schema';
import type { LibraryModel } from './model';
import { remixCookies, remixSecrets, remixStorages } from './remixCookies';
import { redirects, responseMakers } from './setCookieText';

const STORAGES = [
  'createSessionStorage',
  'createMemorySessionStorage',
  'createFileSessionStorage',
  'createWorkersKVSessionStorage',
  'createArcTableSessionStorage',
];
const ARGS = ['LoaderFunctionArgs', 'ActionFunctionArgs', 'LoaderArgs', 'ActionArgs', 'DataFunctionArgs'];
const SENT = ['request', 'params'].map((part) => `#DataFunctionArgs.${part}`);
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
  types: [{ name: '#DataFunctionArgs', display: 'args', annotations: ARGS }],
  requests: SENT,
  emissions: [
    ...BANDS.flatMap((band) => [...remixCookies(band), ...remixStorages(STORAGES, band)]),
    ...remixSecrets(['createCookieSessionStorage', ...STORAGES]),
    ...responseMakers(['json', 'defer', 'data', 'redirect', 'redirectDocument', 'replace']),
    redirects('redirect', 0),
    redirects('redirectDocument', 0),
  ],
} satisfies LibraryModel;
