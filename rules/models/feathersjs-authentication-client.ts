import { arg, type LibraryModel, slot } from './model';
import { sdkStorage, WEB_STORAGES } from './sdkStorage';

const CALLS = [
  { call: '', in: '@feathersjs/authentication-client' },
  { call: 'authentication', in: '@feathersjs/client' },
] as const;

export const feathersjsAuthenticationClient = {
  package: '@feathersjs/authentication-client',
  modules: ['@feathersjs/authentication-client', '@feathersjs/client'],
  source:
    '@feathersjs/authentication-client@5.0.46 lib/index.js (getDefaultStorage) and lib/core.js (setAccessToken), @feathersjs/client@4.5.15 src/feathers.js and @5.0.46 src/feathers.ts',
  display: 'authentication',
  emissions: CALLS.map(
    (trigger) =>
      ({
        emits: 'SdkStorage',
        at: { ...trigger, arguments: [0, 1] },
        slots: sdkStorage({
          storage: {
            ...slot(arg(0, 'storage'), 'localStorage'),
            spelled: { ...WEB_STORAGES, 'MemoryStorage()': 'memory' },
          },
          safer: 'window.sessionStorage',
        }),
      }) as const,
  ),
} satisfies LibraryModel;
