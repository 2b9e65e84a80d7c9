import { arg, constant, flow, type LibraryModel, required } from './model';

export const lscache = {
  package: 'lscache',
  source: 'lscache@1.3.2 lscache.js (set, setItem)',
  display: 'lscache',
  emissions: [
    {
      emits: 'ClientStore',
      at: { call: 'set', arguments: [2, 3] },
      slots: { area: constant('localStorage'), key: required(arg(0)), value: flow(arg(1)) },
    },
  ],
} satisfies LibraryModel;
