import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

const PLACES = [
  { module: '@capacitor/preferences', call: 'Preferences.set' },
  { module: '@capacitor/storage', call: 'Storage.set' },
  { module: '@capacitor/core', call: 'Plugins.Storage.set' },
];

export const capacitorPreferences = {
  package: '@capacitor/preferences',
  modules: PLACES.map(({ module }) => module),
  source:
    '@capacitor/preferences@8.0.1 android/src/main/java/com/capacitorjs/plugins/preferences/Preferences.java, ' +
    'ios/Sources/PreferencesPlugin/Preferences.swift, @capacitor/storage@1.2.5',
  display: 'Preferences',
  emissions: PLACES.map(
    ({ module, call }) =>
      ({
        emits: 'ClientStore',
        at: { call, in: module, arguments: [1, 1] },
        slots: keptIn('device', arg(0, 'key'), arg(0, 'value')),
      }) as const,
  ),
} satisfies LibraryModel;
