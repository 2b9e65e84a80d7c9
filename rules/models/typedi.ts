import type { LibraryModel } from './model';

/** Only what its containers give: instances of the classes that they are asked for. */
export const typedi = {
  package: 'typedi',
  source: 'typedi@0.10.0 types/container.class.d.ts (Container.get)',
  display: 'Container',
  results: [
    { path: 'Container.get()', is: { instance: 0 } },
    // The default export is the container, too.
    { path: 'get()', is: { instance: 0 } },
  ],
  emissions: [],
} satisfies LibraryModel;
