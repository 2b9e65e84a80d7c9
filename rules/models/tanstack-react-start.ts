import { ambientH3 } from './ambientH3';
import type { LibraryModel } from './model';

export const tanstackReactStart = {
  package: '@tanstack/react-start',
  modules: [
    '@tanstack/react-start/server',
    '@tanstack/react-start-server',
    '@tanstack/solid-start/server',
    '@tanstack/start-server-core',
    '@tanstack/start/server',
  ],
  source:
    '@tanstack/start-server-core@1.131.50 src/h3.ts over h3@1.13.0, @1.132.0 src/request-response.ts over ' +
    'h3@2.0.0-beta.4, @1.169.45 src/internal-request-response.ts (cookies alone)',
  display: 'server',
  runsOn: 'server',
  emissions: ambientH3({ until: '1.132.0', sameSite: 'unset' }, { since: '1.132.0', sameSite: undefined }),
} satisfies LibraryModel;
