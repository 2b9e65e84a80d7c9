import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';
import type { Trigger } from './shape/triggers';

/** `Vue.ls` and `this.$ls`, unless the plugin is told another name; the third argument says for how long. */
const WRITES: readonly Trigger[] = [
  { call: 'ls.set', in: 'vue', arguments: [2, 3] },
  { call: 'useStorage().ls.set', arguments: [2, 3] },
  { method: 'set', of: '$ls', arguments: [2, 3] },
];

export const vueLs = {
  package: 'vue-ls',
  source:
    "vue-ls@4.2.0 src/index.js (install, useStorage: storage 'local', name 'ls'), src/storage/WebStorage.js (set)",
  display: 'Vue.ls',
  emissions: WRITES.map((at) => ({ emits: 'ClientStore', at, slots: keptIn('localStorage', arg(0), arg(1)) }) as const),
} satisfies LibraryModel;
