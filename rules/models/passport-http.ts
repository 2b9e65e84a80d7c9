import type { LibraryModel } from './model';
import { verifiers } from './passportStrategies';

/** Only what it takes from a request. */
export const passportHttp = {
  package: 'passport-http',
  source: 'passport-http@0.3.0 lib/passport-http/strategies/basic.js',
  display: '',
  types: [{ name: '#Sent', display: 'credentials' }],
  handlers: verifiers(['BasicStrategy'], 2),
  requests: ['#Sent'],
  emissions: [],
} satisfies LibraryModel;
