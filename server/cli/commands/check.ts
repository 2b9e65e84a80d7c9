import { rules } from '../../../rules';
import type { CheckCommand } from '../arguments';
import { CannotRun, unknownWord } from '../cannotRun';
import { createCollector } from '../collector';
import { checkPaths, checkText } from '../inputs';
import { configMessage, crashNotes, skippedNotes } from '../notes';
import { writeReports } from '../outputs';
import { toAbsolute } from '../paths';
import { countSeverities, errorsIn, type Report } from '../report';
import { toStatus } from '../status';
import type { Terminal } from '../terminal';
import { openWorkspace } from '../workspace';

/** Checks files and prints the reports that were asked for. Resolves to the exit status. */
export async function check(command: CheckCommand, terminal: Terminal): Promise<number> {
  const report = await findReport(command, terminal);
  await writeReports(command.outputs, report, terminal);
  return toStatus(countSeverities(report.all), command);
}

async function findReport(command: CheckCommand, terminal: Terminal): Promise<Report> {
  const start = performance.now();
  const descriptions = new Map(rules.map((rule) => [rule.id, rule]));
  const unknown = Object.keys(command.rules).find((id) => !descriptions.has(id));
  if (unknown !== undefined) throw unknownWord('rule', unknown, [...descriptions.keys()]);
  const directory = toAbsolute('.', terminal.directory);
  const { preset, config, stdin } = command;
  const workspace = openWorkspace(
    { rules: command.rules, ...(preset !== undefined && { preset }) },
    config === undefined ? undefined : toAbsolute(config, directory),
  );
  const collector = createCollector();
  const input = { command, terminal, workspace, collector };
  const checked = stdin === undefined ? await checkPaths(input) : await checkText(stdin, input);
  const problems = workspace.configs.problems();
  if (problems.length > 0) throw new CannotRun(configMessage(problems, directory));
  const files = collector.files();
  const skipped = collector.skipped();
  for (const note of [...skippedNotes(skipped, directory), ...crashNotes(collector.crashes(), directory)]) {
    terminal.note(note);
  }
  return {
    directory,
    files: command.quiet ? errorsIn(files) : files,
    all: files,
    skipped,
    checked,
    milliseconds: performance.now() - start,
    texts: await collector.texts(workspace.files),
    rules: descriptions,
  };
}
