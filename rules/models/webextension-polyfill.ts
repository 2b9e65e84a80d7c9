import { extensionStores } from './extensionStorage';
import type { LibraryModel } from './model';

export const webextensionPolyfill = {
  package: 'webextension-polyfill',
  source:
    'webextension-polyfill@0.12.0 dist/browser-polyfill.js, @types/webextension-polyfill@0.12.6 namespaces/storage.d.ts',
  display: 'browser',
  emissions: extensionStores(''),
} satisfies LibraryModel;
