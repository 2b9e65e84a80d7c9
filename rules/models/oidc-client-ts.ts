import type { LibraryModel } from './model';
import { oidcStorage, WEB_STORAGE_STATE_STORE } from './oidcStorage';

/** The calls of a `UserManager` that give a user. */
const SIGN_INS = [
  'getUser',
  'signinCallback',
  'signinPopup',
  'signinRedirectCallback',
  'signinResourceOwnerCredentials',
  'signinSilent',
];

export const oidcClientTs = {
  package: 'oidc-client-ts',
  modules: ['oidc-client-ts', 'oidc-react', 'react-oidc-context'],
  source:
    'oidc-client-ts@3.5.0 dist/types/oidc-client-ts.d.ts, react-oidc-context@3.3.1 dist/types/react-oidc-context.d.ts, oidc-client-ts@3.5.0 dist/esm/oidc-client-ts.js (userStore), oidc-react@4.0.1 build/src/index.js, which exports its classes',
  display: 'userManager',
  types: [
    { name: '#UserManager', display: 'userManager', annotations: ['UserManager'], conventionalNames: ['userManager'] },
    { name: '#User', display: 'user', annotations: ['User'] },
  ],
  gives: [
    { path: 'UserManager()', type: '#UserManager' },
    { path: 'useAuth().user', in: 'react-oidc-context', type: '#User' },
    ...SIGN_INS.flatMap((method) => [
      { path: `#UserManager.${method}()`, type: '#User' },
      { path: `useAuth().${method}()`, in: 'react-oidc-context', type: '#User' },
    ]),
  ],
  handlers: [{ path: '#UserManager.events.addUserLoaded', parameters: ['#User'] }],
  results: [
    WEB_STORAGE_STATE_STORE,
    ...(['toStorageString()', 'access_token', 'id_token', 'refresh_token'] as const).map(
      (path) => ({ path: `#User.${path}`, is: 'credential' }) as const,
    ),
  ],
  emissions: [
    { emits: 'SdkStorage', at: { call: 'UserManager', arguments: [1, 4] }, slots: oidcStorage },
    {
      emits: 'SdkStorage',
      at: { call: 'AuthProvider', in: 'react-oidc-context', arguments: [1, 1] },
      slots: oidcStorage,
    },
  ],
} satisfies LibraryModel;
