import { arg, type LibraryModel, readOnly, slot } from './model';
import { sdkStorage, WEB_STORAGES } from './sdkStorage';

const TOKENS = ['accessToken.accessToken', 'idToken.idToken', 'refreshToken.refreshToken'];

export const oktaOktaAuthJs = {
  package: '@okta/okta-auth-js',
  modules: ['@okta/okta-auth-js', '@okta/okta-react'],
  source:
    '@okta/okta-auth-js@8.0.1 types/lib/oidc/types/api.d.ts, Token.d.ts and TokenManager.d.ts, @okta/okta-react@6.11.0 bundles/types/OktaContext.d.ts, @okta/okta-auth-js@8.0.1 esm/browser/oidc/TokenManager.js, storage/BaseStorageManager.js and storage/options/browser.js (storage)',
  display: 'oktaAuth',
  types: [
    { name: '#OktaAuth', display: 'oktaAuth', annotations: ['OktaAuth'], conventionalNames: ['oktaAuth'] },
    { name: '#AuthState', display: 'authState', annotations: ['AuthState'] },
    { name: '#Tokens', display: 'tokens', annotations: ['Tokens'] },
  ],
  gives: [
    { path: 'OktaAuth()', type: '#OktaAuth' },
    { path: 'useOktaAuth().oktaAuth', type: '#OktaAuth' },
    { path: 'useOktaAuth().authState', type: '#AuthState' },
    { path: '#OktaAuth.authStateManager.getAuthState()', type: '#AuthState' },
    { path: '#OktaAuth.authStateManager.updateAuthState()', type: '#AuthState' },
    { path: '#OktaAuth.tokenManager.getTokens()', type: '#Tokens' },
    { path: '#OktaAuth.tokenManager.getTokensSync()', type: '#Tokens' },
  ],
  handlers: [{ path: '#OktaAuth.authStateManager.subscribe', parameters: ['#AuthState'] }],
  results: [
    ...['getAccessToken', 'getIdToken', 'getRefreshToken'].map((name) => `#OktaAuth.${name}()`),
    ...['#AuthState', '#Tokens'].flatMap((type) => TOKENS.map((path) => `${type}.${path}`)),
  ].map((path) => ({ path, is: 'credential' }) as const),
  emissions: [
    {
      emits: 'SdkStorage',
      at: { call: 'OktaAuth', arguments: [1, 1] },
      slots: sdkStorage({
        storage: {
          ...slot(
            [
              arg(0, 'tokenManager', 'storage'),
              readOnly(arg(0, 'storageManager', 'token', 'storageProvider')),
              arg(0, 'storageManager', 'token', 'storageType'),
              readOnly(arg(0, 'storageManager', 'token', 'storageTypes')),
            ],
            'localStorage',
          ),
          spelled: { ...WEB_STORAGES, cookie: 'cookie', memory: 'memory' },
        },
        safer: 'sessionStorage',
        clientKey: arg(0, 'clientId'),
      }),
    },
  ],
} satisfies LibraryModel;
