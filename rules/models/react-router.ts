import type { LibraryModel } from './model';
import { remixCookies, remixSecrets, remixStorages } from './remixCookies';
import { redirects, responseMakers } from './setCookieText';

const STORAGES = [
  'createSessionStorage',
  'createMemorySessionStorage',
  'createFileSessionStorage',
  'createWorkersKVSessionStorage',
];
const BAND = { sameSite: 'lax' } as const;

export const reactRouter = {
  package: 'react-router',
  modules: ['react-router', '@react-router/node', '@react-router/cloudflare'],
  source:
    'react-router@8.5.1 dist/development/lib/server-runtime/cookies.js and sessions.js, react-router@7.0.0 dist/development/index.js, @react-router/node@8.5.1 and @react-router/cloudflare@8.3.1 dist/index.js',
  display: '',
  types: [{ name: '#DataFunctionArgs', display: 'args', annotations: ['LoaderFunctionArgs', 'ActionFunctionArgs'] }],
  requests: ['request', 'params'].map((part) => `#DataFunctionArgs.${part}`),
  emissions: [
    ...remixCookies(BAND),
    ...remixStorages(STORAGES, BAND),
    ...remixSecrets(['createCookieSessionStorage', ...STORAGES]),
    ...responseMakers(['data', 'redirect', 'redirectDocument', 'replace']),
    redirects('redirect', 0),
    redirects('redirectDocument', 0),
  ],
} satisfies LibraryModel;
