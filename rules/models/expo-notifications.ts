import type { LibraryModel } from './model';

/** The tokens by which Expo reaches a device. */
export const expoNotifications = {
  package: 'expo-notifications',
  source: 'expo-notifications@0.28.0 build/getExpoPushTokenAsync.d.ts, build/getDevicePushTokenAsync.d.ts',
  display: 'Notifications',
  results: ['getExpoPushTokenAsync()', 'getDevicePushTokenAsync()'].flatMap((call) =>
    [call, `${call}.data`].map((path) => ({ path, is: { identifier: true } }) as const),
  ),
  emissions: [],
} satisfies LibraryModel;
