import { arg, type LibraryModel, sessionSecret } from './model';

/** The cookie that it writes is no credential, and has no options. */
export const tinyCsrf = {
  package: 'tiny-csrf',
  source: 'tiny-csrf@1.1.6 index.js and encryption.js',
  display: 'csurf',
  runsOn: 'server',
  emissions: [{ emits: 'SecretUse', at: { call: '', arguments: [1, 4] }, slots: sessionSecret(arg(0)) }],
} satisfies LibraryModel;
