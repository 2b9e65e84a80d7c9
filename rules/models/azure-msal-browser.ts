import type { LibraryModel } from './model';

const SIGN_INS = [
  'acquireTokenByCode',
  'acquireTokenPopup',
  'acquireTokenSilent',
  'handleRedirectPromise',
  'loginPopup',
  'ssoSilent',
];
const FACTORIES = ['createNestablePublicClientApplication()', 'createStandardPublicClientApplication()'];

export const azureMsalBrowser = {
  package: '@azure/msal-browser',
  modules: ['@azure/msal-browser', '@azure/msal-react'],
  source:
    '@azure/msal-browser@5.29.0 types/app/IPublicClientApplication.d.ts, @azure/msal-common@16.16.1 types/response/AuthenticationResult.d.ts, @azure/msal-react@5.7.1 types',
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
    ...['PublicClientApplication()', ...FACTORIES, 'useMsal().instance'].map((path) => ({
      path,
      type: '#PublicClientApplication',
    })),
    ...SIGN_INS.map((method) => ({ path: `#PublicClientApplication.${method}()`, type: '#AuthenticationResult' })),
    { path: 'useMsalAuthentication().result', type: '#AuthenticationResult' },
  ],
  results: (['accessToken', 'idToken'] as const).map(
    (name) => ({ path: `#AuthenticationResult.${name}`, is: 'credential' }) as const,
  ),
  emissions: [],
} satisfies LibraryModel;
