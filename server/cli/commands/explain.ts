import { rules } from '../../../rules';
import { withAddresses } from '../../host/files/page';
import { unknownWord } from '../cannotRun';
import { toTerminalMarkdown } from '../markdown';
import type { Terminal } from '../terminal';

/** Prints a rule's page. */
export function explain(id: string, terminal: Terminal): number {
  const rule = rules.find((candidate) => candidate.id === id);
  const ids = rules.map((candidate) => candidate.id);
  if (rule === undefined) throw unknownWord('rule', id, ids);
  const page = toTerminalMarkdown(withAddresses(rule.page), terminal);
  terminal.print(`${page}\n\n${terminal.colors.dim(rule.docsUrl)}\n`);
  return 0;
}
