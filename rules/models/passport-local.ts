import type { LibraryModel } from './model';
import { verifiers } from './passportStrategies';

/** Only what it takes from a request. */
export const passportLocal = {
  package: 'passport-local',
  source: 'passport-local@1.0.0 lib/strategy.js',
  display: '',
  types: [{ name: '#Sent', display: 'credentials' }],
  handlers: verifiers(['', 'Strategy'], 2),
  requests: ['#Sent'],
  emissions: [],
} satisfies LibraryModel;
