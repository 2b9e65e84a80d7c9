import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

/** Only its storages. */
export const pureadminUtils = {
  package: '@pureadmin/utils',
  source: '@pureadmin/utils@2.4.7 dist/index.mjs (storageLocal, storageSession)',
  display: 'storage',
  emissions: (
    [
      { call: 'storageLocal().setItem', area: 'localStorage' },
      { call: 'storageSession().setItem', area: 'sessionStorage' },
    ] as const
  ).map(
    ({ call, area }) =>
      ({
        emits: 'ClientStore',
        at: { call, arguments: [2, 2] },
        slots: keptIn(area, arg(0), arg(1)),
      }) as const,
  ),
} satisfies LibraryModel;
