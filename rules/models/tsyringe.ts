import type { LibraryModel } from './model';

/** Only what its containers give: what code registers under the names that they are asked for, or instances of these classes. */
export const tsyringe = {
  package: 'tsyringe',
  source:
    'tsyringe@4.10.0 dist/typings/types/dependency-container.d.ts (resolve, register) and dist/typings/providers (useClass, useValue, useFactory)',
  display: 'container',
  types: [{ name: '#DependencyContainer', display: 'container', annotations: ['DependencyContainer'] }],
  gives: [{ path: 'container', type: '#DependencyContainer' }],
  results: [
    { path: '#DependencyContainer.resolve()', is: { offered: 0 } },
    { path: 'inject()', is: { offered: 0 } },
  ],
  offers: [
    { by: '#DependencyContainer.register', name: 0, value: 1, path: ['useClass'], is: 'instance' },
    { by: '#DependencyContainer.register', name: 0, value: 1, path: ['useValue'], is: 'value' },
    { by: '#DependencyContainer.register', name: 0, value: 1, path: ['useFactory'], is: 'returned' },
    { by: '#DependencyContainer.register', name: 0, value: 1, is: 'instance' },
    { by: '#DependencyContainer.registerSingleton', name: 0, value: 1, is: 'instance' },
    { by: '#DependencyContainer.registerType', name: 0, value: 1, is: 'instance' },
    { by: '#DependencyContainer.registerInstance', name: 0, value: 1, is: 'value' },
  ],
  emissions: [],
} satisfies LibraryModel;
