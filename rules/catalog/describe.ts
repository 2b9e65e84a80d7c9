import { DOCS_URL } from '../config';
import { catalog } from '.';
import type { Rule } from './rule';

/** What surfaces tell people of a rule. */
export interface RuleDescription extends Omit<Rule, 'on' | 'check'> {
  readonly docsUrl: string;
}

export const rules: readonly RuleDescription[] = catalog.map(
  ({ id, summary, severity, preset, cwe, asvs, standards, securitySeverity }) => ({
    id,
    summary,
    severity,
    preset,
    cwe,
    asvs,
    standards,
    securitySeverity,
    docsUrl: `${DOCS_URL}/docs/rules/${id}`,
  }),
);
