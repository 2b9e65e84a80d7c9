import { rules } from '../../../rules';
import type { Terminal } from '../terminal';

/** Prints every rule: its severity and summary, or as JSON all that is known of it. */
export function listRules(json: boolean, { colors, print }: Terminal): number {
  if (json) {
    print(`${JSON.stringify(rules, undefined, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  const paint = { error: colors.red, warning: colors.yellow, information: colors.blue };
  for (const { id, summary, severity } of rules) {
    print(`${colors.bold(id.padEnd(width))}  ${paint[severity](severity.padEnd('information'.length))}  ${summary}\n`);
  }
  return 0;
}
