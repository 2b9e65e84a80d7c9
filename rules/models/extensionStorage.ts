import { keptIn } from './keptIn';
import { arg } from './model';

/** What lies on the disk in the clear: `session` is kept in memory, and `managed` cannot be written to. */
export function extensionStores(root: string) {
  return ['local', 'sync'].map(
    (area) =>
      ({
        emits: 'ClientStore',
        at: { call: `${root}storage.${area}.set`, arguments: [1, 2] },
        // The keys are those of the object.
        slots: keptIn('device', [], arg(0)),
      }) as const,
  );
}
