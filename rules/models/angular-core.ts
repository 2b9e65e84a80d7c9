import type { LibraryModel } from './model';

/** Only what its containers give: instances of the classes that they are asked for. */
export const angularCore = {
  package: '@angular/core',
  source: '@angular/core@22.2.6 types/core.d.ts (inject, Injector.get)',
  display: 'inject',
  types: [{ name: '#Injector', display: 'injector', annotations: ['Injector', 'EnvironmentInjector'] }],
  results: [
    { path: 'inject()', is: { instance: 0 } },
    { path: '#Injector.get()', is: { instance: 0 } },
  ],
  emissions: [],
} satisfies LibraryModel;
