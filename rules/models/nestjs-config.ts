import type { LibraryModel } from './model';

/** Only what it reads: variables of the environment, with what stands in for them. */
export const nestjsConfig = {
  package: '@nestjs/config',
  source: '@nestjs/config@12.0.1 dist/config.service.js (get, getOrThrow)',
  display: 'config',
  types: [{ name: '#ConfigService', display: 'config', annotations: ['ConfigService'] }],
  gives: [{ path: 'ConfigService()', type: '#ConfigService' }],
  results: [
    { path: '#ConfigService.get()', is: { environment: 0, fallback: 1 } },
    { path: '#ConfigService.getOrThrow()', is: { environment: 0, fallback: 1 } },
  ],
  emissions: [],
} satisfies LibraryModel;
