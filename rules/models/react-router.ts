import type { LibraryModel } from './model';
import { remixCookies, remixSecrets, remixStorages } from './remixCookies';

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
  emissions: [
    ...remixCookies(BAND),
    ...remixStorages(STORAGES, BAND),
    ...remixSecrets(['createCookieSessionStorage', ...STORAGES]),
  ],
} satisfies LibraryModel;
