import { arg, type LibraryModel } from './model';
import type { RecordResult } from './shape/results';

const FINDS = ['findOne', 'findById'];
const CHANGES = ['findOneAndUpdate', 'findByIdAndUpdate', 'create'];
const ENDS = ['', '.exec()', '.orFail()', '.orFail().exec()'];
/** Of a query that changes, the second argument is what it changes. */
const FOUND: RecordResult = { record: 'document', selectedBy: [arg(1)] };
const CHANGED: RecordResult = {
  record: 'document',
  selectedBy: [arg(2, 'projection'), arg(2, 'select'), arg(2, 'fields')],
};

/** Only what its queries give: documents, which may hide fields until they are copied; `lean()` gives them as they are. */
export const mongoose = {
  package: 'mongoose',
  source:
    'mongoose@8.24.10 lib/model.js, lib/query.js (projection, select, lean) and lib/document.js (toObject, toJSON)',
  display: 'Model',
  types: [{ name: '#Model', display: 'Model', annotations: ['Model'] }],
  gives: [{ path: 'model()', type: '#Model' }],
  results: [
    ...FINDS.flatMap((method) => [
      ...ENDS.map((end) => ({ path: `#Model.${method}()${end}`, is: FOUND })),
      ...['.lean()', '.lean().exec()'].map((end) => ({
        path: `#Model.${method}()${end}`,
        is: { ...FOUND, record: 'plain' } as const,
      })),
      // What holds the fields inside of a document.
      { path: `#Model.${method}()._doc`, is: { ...FOUND, record: 'plain' } as const },
    ]),
    ...CHANGES.map((method) => ({ path: `#Model.${method}()`, is: CHANGED })),
  ],
  emissions: [],
} satisfies LibraryModel;
