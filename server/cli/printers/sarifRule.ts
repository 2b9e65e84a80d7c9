import type { ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../../rules/config';
import type { RuleText } from '../report';

/** SARIF's names for our severities. */
export const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

/** GitHub's scale: over 9.0 critical, from 7.0 high, from 4.0 medium, below low. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', information: '3.0' };

const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'recommendation',
};

/** A rule as SARIF describes it; its page is the help that GitHub shows beside each result. */
export function toReportingDescriptor({ id, summary, severity, cwe, page, docsUrl }: RuleText): ReportingDescriptor {
  return {
    id,
    name: toPascalCase(id),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    helpUri: docsUrl,
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['security', `external/cwe/cwe-${String(cwe).padStart(3, '0')}`],
      precision: 'high',
      'problem.severity': PROBLEM_SEVERITIES[severity],
      'security-severity': SECURITY_SEVERITIES[severity],
    },
  };
}

/** `jwt-alg-none` as `JwtAlgNone`. */
function toPascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
