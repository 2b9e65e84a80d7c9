import type { LibraryModel } from './model';

/** Only what its containers give: instances of the classes that they are asked for. */
export const tsyringe = {
  package: 'tsyringe',
  source: 'tsyringe@4.10.0 dist/typings/types/dependency-container.d.ts (resolve)',
  display: 'container',
  types: [{ name: '#DependencyContainer', display: 'container', annotations: ['DependencyContainer'] }],
  gives: [{ path: 'container', type: '#DependencyContainer' }],
  results: [{ path: '#DependencyContainer.resolve()', is: { instance: 0 } }],
  emissions: [],
} satisfies LibraryModel;
