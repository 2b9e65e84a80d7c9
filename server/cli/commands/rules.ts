import { rules } from '../../../rules';
import type { Terminal } from '../terminal';

/** Prints every rule with its severity and summary. */
export function listRules(json: boolean, { colors, print }: Terminal): number {
  if (json) {
    const list = rules.map(({ id, summary, severity, cwe, docsUrl }) => ({ id, summary, severity, cwe, docsUrl }));
    print(`${JSON.stringify(list, undefined, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  const paint = { error: colors.red, warning: colors.yellow, information: colors.blue };
  for (const { id, summary, severity } of rules) {
    print(`${colors.bold(id.padEnd(width))}  ${paint[severity](severity.padEnd('information'.length))}  ${summary}\n`);
  }
  return 0;
}
