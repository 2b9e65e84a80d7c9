import type { LibraryModel } from './model';

/** Only what its containers give: instances of the classes that they are asked for. */
export const nestjsCore = {
  package: '@nestjs/core',
  source: '@nestjs/core@12.5.1 injector/module-ref.d.ts (ModuleRef.get, resolve, create)',
  display: 'moduleRef',
  types: [{ name: '#ModuleRef', display: 'moduleRef', annotations: ['ModuleRef'] }],
  results: [
    { path: '#ModuleRef.get()', is: { instance: 0 } },
    { path: '#ModuleRef.resolve()', is: { instance: 0 } },
    { path: '#ModuleRef.create()', is: { instance: 0 } },
  ],
  emissions: [],
} satisfies LibraryModel;
