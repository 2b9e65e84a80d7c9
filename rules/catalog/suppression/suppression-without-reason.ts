import { rule } from '../rule';

/** What it says is in rules/suppress/report.ts: it is about comments, not about facts. */
export default rule({
  id: 'suppression-without-reason',
  summary: 'A comment suppresses a finding without saying why',
  severity: 'warning',
  preset: 'recommended',
  cwe: [],
  asvs: [],
  standards: [],
  securitySeverity: 1,
  on: [],
  check: () => undefined,
});
