import { arg, type LibraryModel } from './model';
import type { RecordResult } from './shape/results';

const QUERIES = [
  { method: 'findOne', options: 0 },
  { method: 'findByPk', options: 1 },
  { method: 'create', options: 1 },
] as const;

/** Only what its queries give: instances, which `toJSON` may hide fields of; `dataValues` and `get()` give them all. */
export const sequelize = {
  package: 'sequelize',
  modules: ['sequelize', 'sequelize-typescript'],
  source: 'sequelize@6.37.8 lib/model.js (findOne, findByPk, attributes, get, dataValues, toJSON)',
  display: 'Model',
  types: [
    { name: '#Sequelize', display: 'sequelize', annotations: ['Sequelize'] },
    { name: '#Model', display: 'Model' },
  ],
  gives: [
    { path: 'Sequelize()', type: '#Sequelize' },
    { path: '#Sequelize.define()', type: '#Model' },
    { path: 'Model', type: '#Model' },
  ],
  results: QUERIES.flatMap(({ method, options }) => {
    const instance: RecordResult = { record: 'document', selectedBy: [arg(options, 'attributes')] };
    const plain: RecordResult = { ...instance, record: 'plain' };
    const path = `#Model.${method}()`;
    return [
      { path, is: instance },
      { path: `${path}.dataValues`, is: plain },
      { path: `${path}.get()`, is: plain },
    ];
  }),
  emissions: [],
} satisfies LibraryModel;
