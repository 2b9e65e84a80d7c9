import { arg, type LibraryModel, required, slot } from './model';
import { sdkStorage } from './sdkStorage';

const SPELLED = { 'CookieStorage()': 'cookie' } as const;

export const amazonCognitoIdentityJs = {
  package: 'amazon-cognito-identity-js',
  source: 'amazon-cognito-identity-js@6.3.21 src/CognitoUserPool.js, src/CognitoUser.js and src/StorageHelper.js',
  display: 'cognito',
  emissions: [
    {
      emits: 'SdkStorage',
      at: { call: 'CognitoUserPool', arguments: [1, 2] },
      slots: sdkStorage({
        storage: { ...slot(arg(0, 'Storage'), 'localStorage'), spelled: SPELLED },
        safer: 'window.sessionStorage',
        clientKey: arg(0, 'ClientId'),
      }),
    },
    {
      emits: 'SdkStorage',
      at: { call: 'CognitoUser', arguments: [1, 1] },
      // Its default is the pool's, which is told of already.
      slots: sdkStorage({
        storage: { ...required(arg(0, 'Storage')), spelled: SPELLED },
        safer: 'window.sessionStorage',
      }),
    },
  ],
} satisfies LibraryModel;
