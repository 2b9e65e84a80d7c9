import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

export const reactJhipster = {
  package: 'react-jhipster',
  source: 'react-jhipster@0.25.3 lib/util/storage-util.js (Storage)',
  display: 'Storage',
  emissions: (
    [
      { call: 'Storage.local.set', area: 'localStorage' },
      { call: 'Storage.session.set', area: 'sessionStorage' },
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
