import type { LibraryModel } from './model';

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
  modules: ['oidc-client-ts', 'react-oidc-context'],
  source:
    'oidc-client-ts@3.5.0 dist/types/oidc-client-ts.d.ts, react-oidc-context@3.3.1 dist/types/react-oidc-context.d.ts',
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
  results: (['toStorageString()', 'access_token', 'id_token', 'refresh_token'] as const).map(
    (path) => ({ path: `#User.${path}`, is: 'credential' }) as const,
  ),
  emissions: [],
} satisfies LibraryModel;
