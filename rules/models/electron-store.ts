import { keptIn } from './keptIn';
import { arg, assigned, chain, type LibraryModel } from './model';

/** Not where it is encrypted, or may be by what writes it out. */
const IN_THE_CLEAR = { absent: [chain('new', 0, 'encryptionKey'), chain('new', 0, 'serialize')] };

export const electronStore = {
  package: 'electron-store',
  source:
    'electron-store@8.2.0 and @10.0.0 index.js (extends conf), conf@10.2.0 dist/source/index.js ' +
    '(set: a key and a value, or an object; store; encryptionKey, serialize)',
  display: 'store',
  types: [{ name: '#Store', display: 'store', annotations: [''] }],
  gives: [{ path: '()', type: '#Store' }],
  emissions: [
    {
      emits: 'ClientStore',
      at: { call: '#Store.set', arguments: [2, 2], when: IN_THE_CLEAR },
      slots: keptIn('device', arg(0), arg(1)),
    },
    {
      emits: 'ClientStore',
      at: { call: '#Store.set', arguments: [1, 1], when: IN_THE_CLEAR },
      // The keys are those of the object.
      slots: keptIn('device', [], arg(0)),
    },
    {
      emits: 'ClientStore',
      // All of it at once.
      at: { assign: '#Store.store', when: IN_THE_CLEAR },
      doesMore: true,
      slots: keptIn('device', [], assigned),
    },
  ],
} satisfies LibraryModel;
