import type { LibraryModel } from './model';

/** Only what its containers give: what code sets under the names that they are asked for, or instances of these classes. */
export const typedi = {
  package: 'typedi',
  source:
    'typedi@0.10.0 types/container.class.d.ts (Container.get, Container.set), types/decorators/inject.decorator.d.ts',
  display: 'Container',
  results: [
    { path: 'Container.get()', is: { offered: 0 } },
    // The default export is the container, too.
    { path: 'get()', is: { offered: 0 } },
    { path: 'Inject()', is: { offered: 0 } },
  ],
  offers: ['Container.set', 'set'].map((by) => ({ by, name: 0, value: 1, is: 'value' }) as const),
  emissions: [],
} satisfies LibraryModel;
