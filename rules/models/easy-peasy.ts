import { isIn, keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';
import type { Condition } from './shape/conditions';

const STORAGE = arg(1, 'storage');
/** What may encrypt. */
const TRANSFORMERS = arg(1, 'transformers');
const asIs = { where: TRANSFORMERS, kinds: ['absent'] } as const;

/** Storages by their names, or as objects; without one, the state ends with the tab. */
const KEPT: readonly { readonly area: 'localStorage' | 'sessionStorage' | 'device'; readonly when: Condition }[] = [
  { area: 'localStorage', when: { all: [{ where: STORAGE, is: ['localstorage'] }, asIs] } },
  { area: 'sessionStorage', when: { all: [{ where: STORAGE, is: ['sessionstorage'] }, asIs] } },
  { area: 'sessionStorage', when: { all: [{ where: STORAGE, kinds: ['absent'] }, asIs] } },
  ...(['localStorage', 'sessionStorage', 'device'] as const).map((area) => ({
    area,
    when: { ...isIn(area, [STORAGE], [TRANSFORMERS]), byDefault: false },
  })),
];

/** Until release 4, they had other names. */
const LISTS = { only: [arg(1, 'allow'), arg(1, 'whitelist')], except: [arg(1, 'deny'), arg(1, 'blacklist')] };

export const easyPeasy = {
  package: 'easy-peasy',
  source: 'easy-peasy@6.1.1 dist/index.js (persist, createStorageWrapper, createPersistor, resolvePersistTargets)',
  display: 'persist',
  emissions: KEPT.map(
    ({ area, when }) =>
      ({
        emits: 'ClientStore',
        at: { call: 'persist', arguments: [1, 2], when },
        doesMore: true,
        stateOf: { reducer: arg(0), holds: 'state', only: LISTS.only, except: LISTS.except },
        slots: keptIn(area, [], STORAGE),
      }) as const,
  ),
} satisfies LibraryModel;
