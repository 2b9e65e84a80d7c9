import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

const AREAS = [
  { adapter: 'local', area: 'localStorage' },
  { adapter: 'session', area: 'sessionStorage' },
] as const;
/** What a store holds is written whenever it changes; a source alone writes, and a target alone reads. */
const STORE = [arg(0, 'store'), arg(0, 'source')];

export const effectorStorage = {
  package: 'effector-storage',
  modules: ['effector-storage', ...AREAS.map(({ adapter }) => `effector-storage/${adapter}`)],
  source: 'effector-storage@8.0.0 local/index.js, session/index.js and core/index.js (persist)',
  display: 'persist',
  emissions: AREAS.flatMap(({ adapter, area }) => [
    {
      emits: 'ClientStore',
      at: { call: 'persist', in: `effector-storage/${adapter}`, arguments: [1, 1] },
      doesMore: true,
      slots: keptIn(area, arg(0, 'key'), STORE),
    } as const,
    {
      emits: 'ClientStore',
      at: {
        call: 'persist',
        in: 'effector-storage',
        arguments: [1, 1],
        when: { where: arg(0, 'adapter'), part: `effector-storage/${adapter} ${adapter}` },
      },
      doesMore: true,
      slots: keptIn(area, arg(0, 'key'), STORE),
    } as const,
  ]),
} satisfies LibraryModel;
