import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

/** What the schema of SARIF 2.1.0 has to say against a log, as text; `undefined` when nothing. */
export function findSarifErrors(log: string): string | undefined {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const isValid = ajv.validate(JSON.parse(readFileSync(SCHEMA, 'utf8')), JSON.parse(log));
  return isValid ? undefined : ajv.errorsText();
}
