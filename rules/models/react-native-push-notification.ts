import type { LibraryModel } from './model';

/** The token by which a service reaches a device. */
export const reactNativePushNotification = {
  package: 'react-native-push-notification',
  source: 'react-native-push-notification@8.1.1 index.js (configure, _onRegister)',
  display: 'PushNotification',
  types: [{ name: '#PushToken', display: 'token' }],
  handlers: [{ path: 'configure', under: 'onRegister', parameters: ['#PushToken'] }],
  results: ['#PushToken', '#PushToken.token'].map((path) => ({ path, is: { identifier: true } }) as const),
  emissions: [],
} satisfies LibraryModel;
