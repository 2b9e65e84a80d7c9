import { rules } from '../../../rules';
import { withAddresses } from '../../host/files/page';
import { readRulePages } from '../../host/nodeRulePages';
import { unknownWord } from '../cannotRun';
import { toTerminalMarkdown } from '../markdown';
import type { Terminal } from '../terminal';

/** Prints a rule's page, or at least where to read it. */
export function explain(id: string, terminal: Terminal): number {
  const rule = rules.find((candidate) => candidate.id === id);
  const ids = rules.map((candidate) => candidate.id);
  if (rule === undefined) throw unknownWord('rule', id, ids);
  const page = readRulePages().get(id) ?? `# ${id}\n\n${rule.summary}.`;
  terminal.print(`${toTerminalMarkdown(withAddresses(page), terminal)}\n\n${terminal.colors.dim(rule.docsUrl)}\n`);
  return 0;
}
