import type { LibraryModel } from './model';
import { msalStorage } from './msalStorage';

const SIGN_INS = [
  'acquireTokenByCode',
  'acquireTokenPopup',
  'acquireTokenSilent',
  'handleRedirectPromise',
  'loginPopup',
  'ssoSilent',
];
const FACTORIES = [
  'createNestablePublicClientApplication',
  'createStandardPublicClientApplication',
  'PublicClientApplication.createPublicClientApplication',
] as const;
const CLIENTS = ['PublicClientApplication', ...FACTORIES] as const;

export const azureMsalBrowser = {
  package: '@azure/msal-browser',
  modules: ['@azure/msal-browser', '@azure/msal-react', '@azure/msal-angular'],
  source:
    '@azure/msal-browser@5.29.0 types/app/IPublicClientApplication.d.ts, @azure/msal-common@16.16.1 types/response/AuthenticationResult.d.ts, @azure/msal-react@5.7.1 types, @azure/msal-browser@5.29.0, @4.30.0, @3.30.0 src/config/Configuration.ts and @2.39.0 dist/config/Configuration.d.ts (cacheLocation)',
  display: 'instance',
  types: [
    {
      name: '#PublicClientApplication',
      display: 'instance',
      annotations: ['PublicClientApplication', 'IPublicClientApplication'],
      conventionalNames: ['msalInstance'],
    },
    { name: '#AuthenticationResult', display: 'result', annotations: ['AuthenticationResult'] },
  ],
  gives: [
    ...[...CLIENTS.map((call) => `${call}()`), 'useMsal().instance'].map((path) => ({
      path,
      type: '#PublicClientApplication',
    })),
    ...SIGN_INS.map((method) => ({ path: `#PublicClientApplication.${method}()`, type: '#AuthenticationResult' })),
    { path: 'useMsalAuthentication().result', type: '#AuthenticationResult' },
  ],
  results: (['accessToken', 'idToken'] as const).map(
    (name) => ({ path: `#AuthenticationResult.${name}`, is: 'credential' }) as const,
  ),
  emissions: [
    ...CLIENTS.map((call) => ({ emits: 'SdkStorage', at: { call, arguments: [1, 3] }, slots: msalStorage }) as const),
    // Before version 2 it took the configuration itself.
    { emits: 'SdkStorage', at: { call: 'MsalModule.forRoot', arguments: [1, 3] }, slots: msalStorage },
  ],
} satisfies LibraryModel;
