import { arg, type LibraryModel, sessionSecret } from './model';

/** It signs cookies, and carries keys to what signs with them. */
export const keygrip = {
  package: 'keygrip',
  source: 'keygrip@1.1.0 index.js (Keygrip)',
  display: 'Keygrip',
  results: [{ path: '()', is: { argument: 0 } }],
  emissions: [{ emits: 'SecretUse', at: { call: '', arguments: [1, 3] }, slots: sessionSecret(arg(0)) }],
} satisfies LibraryModel;
