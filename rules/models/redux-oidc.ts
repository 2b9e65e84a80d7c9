import type { LibraryModel } from './model';
import { oidcStorage } from './oidcStorage';

export const reduxOidc = {
  package: 'redux-oidc',
  source: 'redux-oidc@3.1.7 src/helpers/createUserManager.js, which hands on to oidc-client',
  display: 'oidc',
  emissions: [{ emits: 'SdkStorage', at: { call: 'createUserManager', arguments: [1, 1] }, slots: oidcStorage }],
} satisfies LibraryModel;
