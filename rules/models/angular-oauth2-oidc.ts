import { arg, type LibraryModel, required, type Where } from './model';
import { sdkStorage } from './sdkStorage';

const SPELLED = { 'MemoryStorage()': 'memory', MemoryStorage: 'memory' } as const;
const FACTORY: Where = { from: 'factory', index: 0, factory: ['useFactory'], path: [] };

export const angularOauth2Oidc = {
  package: 'angular-oauth2-oidc',
  source: 'angular-oauth2-oidc@22.0.2 and @10.0.3 (OAuthStorage, setStorage)',
  display: 'oauth',
  types: [{ name: '#OAuthService', display: 'oauthService', annotations: ['OAuthService'] }],
  results: ['getAccessToken()', 'getIdToken()', 'getRefreshToken()'].map(
    (path) => ({ path: `#OAuthService.${path}`, is: 'credential' }) as const,
  ),
  emissions: [
    {
      emits: 'SdkStorage',
      at: { call: 'OAuthStorage', arguments: [1, 1] },
      slots: sdkStorage({
        storage: { ...required([arg(0, 'useValue'), FACTORY]), spelled: SPELLED },
        safer: 'window.sessionStorage',
      }),
    },
    {
      emits: 'SdkStorage',
      at: { call: '#OAuthService.setStorage', arguments: [1, 1] },
      slots: sdkStorage({ storage: { ...required(arg(0)), spelled: SPELLED }, safer: 'window.sessionStorage' }),
    },
  ],
} satisfies LibraryModel;
