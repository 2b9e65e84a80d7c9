import { ambientH3 } from './ambientH3';
import type { LibraryModel } from './model';

/** What SolidStart builds on. */
export const vinxi = {
  package: 'vinxi',
  modules: ['vinxi/http'],
  broughtBy: ['@solidjs/start'],
  source: 'vinxi@0.5.11 runtime/http.js (createWrapperFunction), h3@1.15.3 dist/index.mjs (setCookie, updateSession)',
  display: 'http',
  runsOn: 'server',
  emissions: ambientH3({ sameSite: 'unset' }),
} satisfies LibraryModel;
