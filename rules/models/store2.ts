import { arg, constant, flow, type LibraryModel, required } from './model';

export const store2 = {
  package: 'store2',
  source: 'store2@2.14.4 dist/store2.js (Store, storeAPI.set, setAll, add)',
  display: 'store',
  types: [
    { name: '#Local', display: 'store' },
    { name: '#Session', display: 'store.session' },
  ],
  gives: [
    { path: 'local', type: '#Local' },
    { path: 'session', type: '#Session' },
    { path: 'namespace()', type: '#Local' },
    { path: '#Local.local', type: '#Local' },
    { path: '#Local.session', type: '#Session' },
    { path: '#Local.namespace()', type: '#Local' },
    { path: '#Session.namespace()', type: '#Session' },
  ],
  emissions: (
    [
      { area: 'localStorage', stores: ['', '#Local'] },
      { area: 'sessionStorage', stores: ['#Session'] },
    ] as const
  ).flatMap(({ area, stores }) =>
    stores.flatMap((store) => {
      const methods = store === '' ? '' : `${store}.`;
      return [
        ...[store, `${methods}set`, `${methods}add`].map(
          (call) =>
            ({
              emits: 'ClientStore',
              at: { call, arguments: [2, 3] },
              slots: { area: constant(area), key: required(arg(0)), value: flow(arg(1)) },
            }) as const,
        ),
        {
          emits: 'ClientStore',
          at: { call: `${methods}setAll`, arguments: [1, 2] },
          // The keys are those of the object.
          slots: { area: constant(area), key: required([]), value: flow(arg(0)) },
        } as const,
      ];
    }),
  ),
} satisfies LibraryModel;
