import { arg, constant, flow, type LibraryModel, required } from './model';

export const localStorageModel = {
  package: 'local-storage',
  source: 'local-storage@2.0.0 local-storage.js (accessor, set), local-storage@1.4.2 local-storage.js',
  display: 'ls',
  emissions: (['', 'set'] as const).map(
    (call) =>
      ({
        emits: 'ClientStore',
        at: { call, arguments: [2, 2] },
        slots: { area: constant('localStorage'), key: required(arg(0)), value: flow(arg(1)) },
      }) as const,
  ),
} satisfies LibraryModel;
