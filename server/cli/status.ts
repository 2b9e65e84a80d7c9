import { SEVERITIES } from '../../rules/config';
import type { CheckCommand } from './arguments';
import type { SeverityCounts } from './report';

const CLEAN = 0;
const FINDINGS = 1;
export const COULD_NOT_RUN = 2;
export const INTERRUPTED = 130;

/** The exit status of a check: whether a finding is as severe as `--fail-on`, or warnings exceed `--max-warnings`. */
export function toStatus(counts: SeverityCounts, { failOn, maxWarnings }: CheckCommand): number {
  const failing = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  if (failing.some((severity) => counts[severity] > 0)) return FINDINGS;
  return maxWarnings !== undefined && counts.warning > maxWarnings ? FINDINGS : CLEAN;
}
