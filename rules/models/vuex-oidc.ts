import type { LibraryModel } from './model';
import { lastingOidcStorage } from './oidcStorage';

export const vuexOidc = {
  package: 'vuex-oidc',
  source: 'vuex-oidc@4.0.2 dist/vuex-oidc.esm.js (defaultOidcConfig)',
  display: 'oidc',
  emissions: (['vuexOidcCreateStoreModule', 'vuexOidcCreateUserManager'] as const).map(
    (call) => ({ emits: 'SdkStorage', at: { call, arguments: [1, 3] }, slots: lastingOidcStorage }) as const,
  ),
} satisfies LibraryModel;
