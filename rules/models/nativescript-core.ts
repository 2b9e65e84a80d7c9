import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

const MODULES = [
  '@nativescript/core/application-settings',
  'tns-core-modules/application-settings',
  'application-settings',
];

export const nativescriptCore = {
  package: '@nativescript/core',
  modules: ['@nativescript/core', ...MODULES],
  source:
    '@nativescript/core@8.9.0 application-settings/index.android.js (SharedPreferences), index.ios.js (NSUserDefaults), index.d.ts',
  display: 'ApplicationSettings',
  emissions: [
    { call: 'ApplicationSettings.setString', in: '@nativescript/core' },
    ...MODULES.map((module) => ({ call: 'setString', in: module })),
  ].map(
    (at) =>
      ({
        emits: 'ClientStore',
        at: { ...at, arguments: [2, 2] },
        slots: keptIn('device', arg(0), arg(1)),
      }) as const,
  ),
} satisfies LibraryModel;
