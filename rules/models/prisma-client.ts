import { arg, type LibraryModel } from './model';
import type { RecordResult } from './shape/results';

const FINDS = [
  'findUnique',
  'findUniqueOrThrow',
  'findFirst',
  'findFirstOrThrow',
  'create',
  'update',
  'upsert',
  'delete',
];
const RECORD: RecordResult = { record: 'plain', selectedBy: [arg(0, 'select'), arg(0, 'omit')] };

/** Only what its queries give: all columns of a row, unless they say which. */
export const prismaClient = {
  package: '@prisma/client',
  source: '@prisma/client@6.19.3 runtime/library.js and the generated client (select and omit of a query)',
  display: 'prisma',
  types: [{ name: '#PrismaClient', display: 'prisma', annotations: ['PrismaClient'] }],
  gives: [{ path: 'PrismaClient()', type: '#PrismaClient' }],
  results: FINDS.map((method) => ({ path: `#PrismaClient.*.${method}()`, is: RECORD })),
  emissions: [],
} satisfies LibraryModel;
