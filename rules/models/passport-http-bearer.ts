import type { LibraryModel } from './model';
import { verifiers } from './passportStrategies';

/** Only what it takes from a request. */
export const passportHttpBearer = {
  package: 'passport-http-bearer',
  source: 'passport-http-bearer@1.0.1 lib/strategy.js',
  display: '',
  types: [{ name: '#Sent', display: 'token' }],
  handlers: verifiers(['', 'Strategy'], 1),
  requests: ['#Sent'],
  emissions: [],
} satisfies LibraryModel;
