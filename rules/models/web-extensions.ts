import { extensionStores } from './extensionStorage';
import type { LibraryModel } from './model';

/** Only where it is reached without an import. */
export const webExtensions = {
  package: '',
  source: '@types/chrome@0.3.7 index.d.ts (chrome.storage)',
  display: 'chrome',
  emissions: extensionStores('chrome.'),
} satisfies LibraryModel;
