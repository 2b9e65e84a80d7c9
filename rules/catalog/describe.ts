import { DOCS_URL, type Preset, type Severity } from '../config';
import { catalog } from '.';

/** What surfaces tell people of a rule. */
export interface RuleDescription {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly preset: Preset;
  readonly cwe: readonly number[];
  readonly asvs: readonly string[];
  readonly standards: readonly string[];
  readonly securitySeverity: number;
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
