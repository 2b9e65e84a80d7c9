import type { LibraryModel } from './model';

/** Methods that say more of an object, or of the whole, and leave its members as they are. */
const SAME = [
  'strict',
  'passthrough',
  'loose',
  'strip',
  'catchall',
  'required',
  'describe',
  'brand',
  'readonly',
  'refine',
  'superRefine',
];

/** Only what it gives where nobody does: the defaults of an object's members. */
export const zod = {
  package: 'zod',
  source: 'zod@3.25.76 v3/types.js (ZodDefault, ZodObject), v4/classic/schemas.js',
  display: 'zod',
  types: [{ name: '#Object', display: 'schema', fluent: SAME }],
  gives: ['object()', 'strictObject()', 'looseObject()', 'z.object()', 'z.strictObject()', 'z.looseObject()'].map(
    (path) => ({ path, type: '#Object' }),
  ),
  results: ['#Object.parse()', '#Object.parseAsync()', '#Object.safeParse().data', '#Object.safeParseAsync().data'].map(
    (path) => ({
      path,
      is: { schema: { by: ['object', 'strictObject', 'looseObject'], lists: 0, defaults: { method: 'default' } } },
    }),
  ),
  emissions: [],
} satisfies LibraryModel;
