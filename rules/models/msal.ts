import type { LibraryModel } from './model';
import { msalStorage } from './msalStorage';

export const msal = {
  package: 'msal',
  source: 'msal@1.4.18 lib-es6/Configuration.js',
  display: 'msal',
  emissions: [{ emits: 'SdkStorage', at: { call: 'UserAgentApplication', arguments: [1, 1] }, slots: msalStorage }],
} satisfies LibraryModel;
