import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

/** A table, by how code reaches it: by its type, or as a member of the database. */
const TABLES = ['#Table', '#Dexie.*'];

export const dexie = {
  package: 'dexie',
  source: 'dexie@4.2.1 dist/dexie.d.ts (Table, EntityTable, Dexie.table), dist/dexie.js (Table.put, bulkPut, update)',
  display: 'db',
  types: [
    { name: '#Dexie', display: 'db', annotations: ['', 'Dexie'] },
    { name: '#Table', display: 'table', annotations: ['Table', 'EntityTable', 'Dexie.Table'] },
  ],
  gives: [...['()', 'Dexie()'].map((path) => ({ path, type: '#Dexie' })), { path: '#Dexie.table()', type: '#Table' }],
  emissions: TABLES.flatMap((table) => [
    ...['put', 'add', 'bulkPut', 'bulkAdd'].map(
      (method) =>
        ({
          emits: 'ClientStore',
          at: { call: `${table}.${method}`, arguments: [1, 3] },
          slots: keptIn('indexedDB', arg(1), arg(0)),
        }) as const,
    ),
    ...['update', 'upsert'].map(
      (method) =>
        ({
          emits: 'ClientStore',
          at: { call: `${table}.${method}`, arguments: [2, 2] },
          // The first argument is the key of a row, or the row.
          slots: keptIn('indexedDB', [], arg(1)),
        }) as const,
    ),
  ]),
} satisfies LibraryModel;
