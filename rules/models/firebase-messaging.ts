import type { LibraryModel } from './model';

const MODULES = ['firebase/messaging', '@firebase/messaging', '@react-native-firebase/messaging'];

/** The tokens by which Firebase reaches a device. */
export const firebaseMessaging = {
  package: '@firebase/messaging',
  modules: MODULES,
  source:
    '@firebase/messaging@0.12.4 dist/index-public.d.ts (getToken), @react-native-firebase/messaging@20.0.0 lib/index.d.ts (messaging().getToken, getAPNSToken)',
  display: 'messaging',
  results: MODULES.flatMap((module) =>
    ['getToken()', 'getAPNSToken()', '().getToken()', '().getAPNSToken()'].map(
      (path) => ({ path, in: module, is: { identifier: true } }) as const,
    ),
  ),
  emissions: [],
} satisfies LibraryModel;
