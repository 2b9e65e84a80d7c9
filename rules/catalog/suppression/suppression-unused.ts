import { rule } from '../rule';

/** What it says is in rules/suppress/report.ts: it is about comments, not about facts. */
export default rule({
  id: 'suppression-unused',
  summary: 'A comment suppresses a finding that is not there',
  severity: 'warning',
  preset: 'recommended',
  cwe: [1116],
  asvs: [],
  standards: [],
  securitySeverity: 1,
  on: [],
  check: () => undefined,
});
