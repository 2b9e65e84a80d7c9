import type { LibraryModel } from './model';

/** Only what its containers give: what code registers under the names that they are asked for. */
export const awilix = {
  package: 'awilix',
  source:
    'awilix@12.0.5 lib/container.js (register, resolve, cradle) and lib/resolvers.js (asClass, asFunction, asValue)',
  display: 'container',
  types: [
    { name: '#AwilixContainer', display: 'container', annotations: ['AwilixContainer'] },
    {
      name: '#Resolver',
      display: 'resolver',
      fluent: ['singleton', 'scoped', 'transient', 'proxy', 'classic', 'setLifetime', 'inject', 'disposer'],
    },
  ],
  gives: [
    { path: 'createContainer()', type: '#AwilixContainer' },
    { path: '#AwilixContainer.createScope()', type: '#AwilixContainer' },
    ...['asClass()', 'asFunction()'].map((path) => ({ path, type: '#Resolver' })),
  ],
  results: [
    { path: '#AwilixContainer.resolve()', is: { offered: 0 } },
    { path: 'asValue()', is: { same: 0 } },
  ],
  offers: [
    { by: '#AwilixContainer.register', value: 0, is: 'instance' },
    { by: '#AwilixContainer.register', name: 0, value: 1, is: 'instance' },
  ],
  emissions: [],
} satisfies LibraryModel;
