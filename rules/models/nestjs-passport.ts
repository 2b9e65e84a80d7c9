import type { LibraryModel } from './model';

/** `PassportStrategy(Strategy)` is a strategy that is made with the same options. */
export const nestjsPassport = {
  package: '@nestjs/passport',
  source: '@nestjs/passport@12.0.0 dist/passport/passport.strategy.js',
  display: 'PassportStrategy',
  results: [{ path: 'PassportStrategy()', is: { same: 0 } }],
  emissions: [],
} satisfies LibraryModel;
