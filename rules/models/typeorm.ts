import { arg, type LibraryModel } from './model';
import type { RecordResult } from './shape/results';

const ROW: RecordResult = { record: 'plain', selectedBy: [] };
const SELECTED: RecordResult = { record: 'plain', selectedBy: [arg(0, 'select')] };

/** Only what its repositories give: entities with all columns, unless the query says which. */
export const typeorm = {
  package: 'typeorm',
  source: 'typeorm@0.3.31 repository/Repository.d.ts and find-options/FindOneOptions.d.ts (select)',
  display: 'repository',
  types: [
    { name: '#Repository', display: 'repository', annotations: ['Repository'] },
    { name: '#DataSource', display: 'dataSource', annotations: ['DataSource', 'EntityManager'] },
  ],
  gives: [
    { path: 'DataSource()', type: '#DataSource' },
    { path: 'getRepository()', type: '#Repository' },
    { path: '#DataSource.getRepository()', type: '#Repository' },
  ],
  results: [
    { path: '#Repository.findOne()', is: SELECTED },
    { path: '#Repository.findOneOrFail()', is: SELECTED },
    { path: '#Repository.findOneBy()', is: ROW },
    { path: '#Repository.findOneByOrFail()', is: ROW },
  ],
  emissions: [],
} satisfies LibraryModel;
