import { keptIn } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

const ATOMS = ['persistentAtom', 'persistentJSON'];

/** `encode` may encrypt; `setPersistentEngine`, of the whole page, may keep it elsewhere. */
function plain(maker: string) {
  return { absent: [chain(maker, 2, 'encode'), chain('setPersistentEngine', 0)] };
}

export const nanostoresPersistent = {
  package: '@nanostores/persistent',
  source: '@nanostores/persistent@1.3.5 index.js (persistentAtom, persistentJSON, persistentMap)',
  display: 'store',
  emissions: [
    ...ATOMS.map(
      (maker) =>
        ({
          emits: 'ClientStore',
          at: { call: `${maker}().set`, arguments: [1, 1], when: plain(maker) },
          doesMore: true,
          slots: keptIn('localStorage', chain(maker, 0), arg(0)),
        }) as const,
    ),
    {
      emits: 'ClientStore',
      at: { call: 'persistentMap().setKey', arguments: [2, 2], when: plain('persistentMap') },
      doesMore: true,
      slots: keptIn('localStorage', arg(0), arg(1)),
    },
    {
      emits: 'ClientStore',
      at: { call: 'persistentMap().set', arguments: [1, 1], when: plain('persistentMap') },
      doesMore: true,
      // The keys are those of the object.
      slots: keptIn('localStorage', [], arg(0)),
    },
  ],
} satisfies LibraryModel;
