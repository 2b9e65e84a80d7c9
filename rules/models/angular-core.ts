import type { LibraryModel } from './model';
import { PROVIDERS } from './providerOffers';

/** Only what its containers give (what providers provide, instances of the classes that they are asked for, the page), and the token of forms. */
export const angularCore = {
  package: '@angular/core',
  modules: ['@angular/core', '@angular/common', '@angular/common/http'],
  source:
    '@angular/core@22.2.6 types/core.d.ts (inject, Injector.get, InjectionToken, Provider, DOCUMENT), @angular/common@18.2.0 index.d.ts (DOCUMENT) and http/index.d.ts (HttpXsrfTokenExtractor)',
  display: 'inject',
  types: [
    { name: '#Injector', display: 'injector', annotations: ['Injector', 'EnvironmentInjector'] },
    { name: '#XsrfTokens', display: 'extractor', annotations: ['HttpXsrfTokenExtractor'] },
    { name: 'document', ofPlatform: true, display: 'document', annotations: ['DOCUMENT'] },
  ],
  results: [
    { path: 'inject()', is: { offered: 0 } },
    { path: 'Inject()', is: { offered: 0 } },
    { path: '#Injector.get()', is: { offered: 0 } },
    { path: '#XsrfTokens.getToken()', is: { identifier: true } },
    { path: 'InjectionToken()', is: { returnedBy: 1, path: ['factory'] } },
  ],
  offers: PROVIDERS,
  emissions: [],
} satisfies LibraryModel;
