import type { LibraryModel } from './model';
import type { SchemaDefaults } from './shape/results';

/** Methods that say more of an object, and leave its members as they are. */
const SAME = [
  'unknown',
  'required',
  'prefs',
  'preferences',
  'options',
  'label',
  'description',
  'and',
  'or',
  'with',
  'when',
  'meta',
];

const MEMBERS = { by: ['object', 'keys'], lists: 0, defaults: { method: 'default' } } satisfies SchemaDefaults;

/** Only what it gives where nobody does: the defaults of an object's members. */
export const joi = {
  package: 'joi',
  modules: ['joi', '@hapi/joi'],
  source: 'joi@17.13.3 lib/validator.js (internals.finalize, internals.default), lib/index.js; @hapi/joi@17.1.1',
  display: 'Joi',
  types: [{ name: '#Object', display: 'schema', fluent: SAME }],
  gives: ['object()', '#Object.keys()', '#Object.append()'].map((path) => ({ path, type: '#Object' })),
  results: [
    ...['#Object.validate().value', '#Object.validateAsync()'].map((path) => ({ path, is: { schema: MEMBERS } })),
    ...['validate().value', 'attempt()'].map((path) => ({ path, is: { schema: { ...MEMBERS, handed: 1 } } })),
  ],
  emissions: [],
} satisfies LibraryModel;
