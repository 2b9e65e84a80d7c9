import type { LibraryModel } from './model';
import { oidcStorage, WEB_STORAGE_STATE_STORE } from './oidcStorage';

export const oidcClient = {
  package: 'oidc-client',
  source: 'oidc-client@1.11.5 index.d.ts, src/UserManagerSettings.js and src/WebStorageStateStore.js',
  display: 'userManager',
  types: [
    { name: '#UserManager', display: 'userManager', annotations: ['UserManager'] },
    { name: '#User', display: 'user', annotations: ['User'] },
  ],
  gives: [
    { path: 'UserManager()', type: '#UserManager' },
    ...[
      'getUser',
      'signinCallback',
      'signinPopup',
      'signinPopupCallback',
      'signinRedirectCallback',
      'signinSilent',
    ].map((method) => ({ path: `#UserManager.${method}()`, type: '#User' })),
  ],
  handlers: [{ path: '#UserManager.events.addUserLoaded', parameters: ['#User'] }],
  results: [
    WEB_STORAGE_STATE_STORE,
    ...(['toStorageString()', 'access_token', 'id_token', 'refresh_token'] as const).map(
      (path) => ({ path: `#User.${path}`, is: 'credential' }) as const,
    ),
  ],
  emissions: [{ emits: 'SdkStorage', at: { call: 'UserManager', arguments: [1, 1] }, slots: oidcStorage }],
} satisfies LibraryModel;
