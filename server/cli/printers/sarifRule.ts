import type { ReportingDescriptor, Result } from 'sarif';
import type { RuleDescription } from '../../../rules';
import type { Severity } from '../../../rules/config';
import { toCommonMark } from '../../host/files/page';

/** SARIF's names for our severities. */
export const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'recommendation',
};

/** A rule as SARIF describes it; its page is the help that GitHub shows beside each result. */
export function toReportingDescriptor(rule: RuleDescription, page: string | undefined): ReportingDescriptor {
  const { id, summary, severity } = rule;
  return {
    id,
    name: toPascalCase(id),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    helpUri: rule.docsUrl,
    help: { text: `${summary}. ${rule.docsUrl}`, ...(page !== undefined && { markdown: toCommonMark(page) }) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [
        'security',
        ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, '0')}`),
        ...rule.asvs.map((section) => `external/asvs/v5.0.0-${section}`),
      ],
      precision: 'high',
      'problem.severity': PROBLEM_SEVERITIES[severity],
      'security-severity': rule.securitySeverity.toFixed(1),
    },
  };
}

/** `jwt-alg-none` as `JwtAlgNone`. */
function toPascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
