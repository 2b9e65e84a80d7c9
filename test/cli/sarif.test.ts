import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { lineHashes } from '../../server/cli/printers/lineHash';
import { toSarif } from '../../server/cli/printers/sarif';
import type { Report } from '../../server/cli/report';
import { findingAt, reportOf, sampleReport, spanOf } from './sampleReport';

const schema = JSON.parse(readFileSync(require.resolve(SCHEMA_FILE), 'utf8'));
