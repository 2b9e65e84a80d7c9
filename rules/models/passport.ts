import type { LibraryModel } from './model';

export const passport = {
  package: 'passport',
  source:
    'passport@0.5.3 and @0.7.0 lib/sessionmanager.js (logIn), lib/http/request.js, lib/middleware/authenticate.js',
  display: 'passport',
  sessions: [
    {
      property: 'session',
      kept: 'other',
      signsIn: { methods: ['logIn', 'login'], middleware: 'authenticate', renewsSince: '0.6.0' },
    },
  ],
  emissions: [],
} satisfies LibraryModel;
