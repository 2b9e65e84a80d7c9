import type { LibraryModel } from './model';

/** The token by which a service reaches a device; nothing else that its listeners get is a credential either. */
export const capacitorPushNotifications = {
  package: '@capacitor/push-notifications',
  source: '@capacitor/push-notifications@6.0.2 dist/esm/definitions.d.ts (addListener, Token)',
  display: 'PushNotifications',
  types: [{ name: '#Token', display: 'token', annotations: ['Token'] }],
  handlers: [{ path: 'PushNotifications.addListener', parameters: ['#Token'] }],
  results: ['#Token', '#Token.value'].map((path) => ({ path, is: { identifier: true } }) as const),
  emissions: [],
} satisfies LibraryModel;
