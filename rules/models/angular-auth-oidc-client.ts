import { arg, type LibraryModel, readOnly, slot } from './model';
import { sdkStorage } from './sdkStorage';

export const angularAuthOidcClient = {
  package: 'angular-auth-oidc-client',
  source:
    'angular-auth-oidc-client@22.0.1 fesm2022/angular-auth-oidc-client.mjs, @11.6.11 lib/config/openid-configuration.d.ts',
  display: 'oidc',
  types: [{ name: '#OidcConfigService', display: 'oidcConfigService', annotations: ['OidcConfigService'] }],
  emissions: [
    {
      emits: 'SdkStorage',
      at: { call: 'AbstractSecurityStorage', arguments: [1, 1] },
      slots: sdkStorage({
        storage: {
          ...slot(readOnly(arg(0, 'useClass')), 'sessionStorage'),
          spelled: { DefaultLocalStorageService: 'localStorage', DefaultSessionStorageService: 'sessionStorage' },
        },
        safer: 'none',
      }),
    },
    // Before version 12.
    {
      emits: 'SdkStorage',
      at: { call: '#OidcConfigService.withConfig', arguments: [1, 2] },
      slots: sdkStorage({ storage: slot(arg(0, 'storage'), 'sessionStorage'), safer: 'window.sessionStorage' }),
    },
  ],
} satisfies LibraryModel;
