import type { LibraryModel } from './model';

const MODULES = ['firebase/messaging', '@firebase/messaging', '@react-native-firebase/messaging'];

/** The tokens by which Firebase reaches a device. */
export const firebaseMessaging = {
  package: '@firebase/messaging',
  modules: MODULES,
  source:
    '@firebase/messaging@0.12.4 dist/index-public.d.ts (getToken), @react-native-firebase/messaging@20.0.0 lib/index.d.ts (messaging().getToken, getAPNSToken)',
  display: 'messaging',
  types: [{ name: '#PushToken', display: 'token' }],
  // What a device gets in the place of an old one.
  handlers: ['onTokenRefresh', '().onTokenRefresh'].flatMap((path) =>
    MODULES.map((module) => ({ path, in: module, parameters: ['#PushToken'] })),
  ),
  results: [
    ...MODULES.map((module) => ({ path: '#PushToken', in: module, is: { identifier: true } }) as const),
    ...MODULES.flatMap((module) =>
      ['getToken()', 'getAPNSToken()', '().getToken()', '().getAPNSToken()'].map(
        (path) => ({ path, in: module, is: { identifier: true } }) as const,
      ),
    ),
  ],
  emissions: [],
} satisfies LibraryModel;
