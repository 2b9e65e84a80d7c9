import { isIn, keptIn } from './keptIn';
import { arg, type LibraryModel, type Where } from './model';

const AREAS = ['localStorage', 'sessionStorage'] as const;
/** They may encrypt, or choose. */
const OTHERS = ['setState', 'reducer', 'subscriber'].map((name) => arg(0, name));
const around = (call: string, ...path: readonly string[]): Where => ({
  from: 'around',
  call,
  in: 'vuex',
  index: 0,
  path,
});

export const vuexPersistedstate = {
  package: 'vuex-persistedstate',
  source: 'vuex-persistedstate@4.1.0 dist/vuex-persistedstate.es.js, vuex@4.1.0 (createStore, Store)',
  display: 'createPersistedState',
  emissions: AREAS.flatMap((area) => [
    {
      emits: 'ClientStore',
      at: { call: '', arguments: [1, 1], when: isIn(area, [arg(0, 'storage')], OTHERS) },
      doesMore: true,
      stateOf: { named: arg(0, 'paths') },
      slots: keptIn(area, [], arg(0, 'paths')),
    } as const,
    ...['createStore', 'Store'].map(
      (call) =>
        ({
          emits: 'ClientStore',
          at: {
            call: '',
            arguments: [0, 1],
            when: isIn(area, [arg(0, 'storage')], [...OTHERS, arg(0, 'paths')]),
          },
          doesMore: true,
          stateOf: { reducer: around(call, 'state'), holds: 'state', only: [], except: [] },
          slots: keptIn(area, [], []),
        }) as const,
    ),
  ]),
} satisfies LibraryModel;
