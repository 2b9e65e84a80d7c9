import { keptIn } from './keptIn';
import { arg, type Emission, type Where } from './model';

const AREAS = ['localStorage', 'sessionStorage', 'indexedDB'] as const;

/** What makes the store whose plugin the code is: the call around it, else the file's only one. */
const STORES = ['createStore', 'Store'].map(
  (call): Where => ({ from: 'around', call, in: 'vuex', isOnly: true, index: 0, path: [] }),
);

/** What a plugin of vuex keeps of the state, where its options hold none of `absent`. */
export function keptStatesOf(call: string, only: string, absent: readonly string[]): readonly Emission[] {
  return AREAS.flatMap((area) =>
    STORES.map(
      (reducer) =>
        ({
          emits: 'ClientStore',
          at: {
            call,
            arguments: [0, 1],
            when: {
              storage: [arg(0, 'storage')],
              area,
              byDefault: area === 'localStorage',
              absent: absent.map((name) => arg(0, name)),
            },
          },
          doesMore: true,
          stateOf: {
            reducer,
            inMembers: { state: 'state', parts: 'modules' },
            only: [arg(0, only)],
            except: [],
          },
          slots: keptIn(area, [], arg(0, 'storage')),
        }) as const,
    ),
  );
}
