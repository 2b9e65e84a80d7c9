import { rules } from '../../../rules';
import type { CheckCommand } from '../arguments';
import { type BaselineRun, compare, coverage, update } from '../baseline';
import { CannotRun, unknownWord } from '../cannotRun';
import { type Collector, createCollector } from '../collector';
import { createFixing, type Fixing } from '../fixing';
import { checkPaths, checkText } from '../inputs';
import { configMessage, crashNotes, fixNotes, skippedNotes } from '../notes';
import { writeReports } from '../outputs';
import { overlayOf } from '../overlay';
import { toAbsolute, toExistingPaths } from '../paths';
import { toUnifiedDiff } from '../printers/diff';
import { countSeverities, errorsIn, type FileFindings, type Report, relativePath } from '../report';
import { toStatus } from '../status';
import type { Terminal } from '../terminal';
import { openWorkspace } from '../workspace';

/** Fixes may make room for others. A chain of them ends here. */
const MOST_ROUNDS = 10;

/** Checks files, fixes them if asked to, and prints the reports that were asked for. Resolves to the exit status. */
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
  let pass = await runPass(command, terminal, new Map());
  if (command.fix !== undefined) {
    const fixing = createFixing(command.fix);
    for (let round = 0; round < MOST_ROUNDS && fixing.take(pass.fresh, pass.texts); round++) {
      pass = await runPass(command, terminal, fixing.texts);
    }
    finish(fixing, command, terminal, directory);
  }
  for (const note of pass.notes) terminal.note(note);
  const { collector, checked, fresh, found, known, texts } = pass;
  const skipped = collector.skipped();
  for (const note of [...skippedNotes(skipped, directory), ...crashNotes(collector.crashes(), directory)]) {
    terminal.note(note);
  }
  return {
    directory,
    files: command.quiet ? errorsIn(fresh) : fresh,
    all: fresh,
    found,
    known,
    skipped,
    checked,
    milliseconds: performance.now() - start,
    texts,
    rules: descriptions,
  };
}

/** What one look at the files yields. */
interface Pass {
  readonly collector: Collector;
  readonly checked: number;
  readonly texts: ReadonlyMap<string, string>;
  /** All findings, and those that no baseline lists. */
  readonly found: readonly FileFindings[];
  readonly fresh: readonly FileFindings[];
  readonly known: number;
  readonly notes: readonly string[];
}

/** Checks the files as they are on disk, but for those that have other texts by now. */
async function runPass(command: CheckCommand, terminal: Terminal, changed: ReadonlyMap<string, string>): Promise<Pass> {
  const directory = toAbsolute('.', terminal.directory);
  const { preset, stdin } = command;
  const inDirectory = (path: string | undefined): string | undefined => path && toAbsolute(path, directory);
  const { fileSystem, reader } = overlayOf(changed);
  const baseline = inDirectory(command.baseline);
  const workspace = openWorkspace(
    { rules: command.rules, ...(preset !== undefined && { preset }) },
    { config: inDirectory(command.config), baseline, fileSystem },
  );
  if (baseline !== undefined && !command.updateBaseline && !(await workspace.files.has(baseline))) {
    throw new CannotRun(`there is no baseline \`${command.baseline}\`: \`--update-baseline\` writes one.`);
  }
  const collector = createCollector();
  const input = { command, terminal, workspace, collector, reader };
  const checked = stdin === undefined ? await checkPaths(input) : await checkText(stdin, input);
  const problems = workspace.configs.problems();
  if (problems.length > 0) throw new CannotRun(configMessage(problems, directory));
  const found = collector.files();
  const texts = await collector.texts(workspace.files);
  const covers = stdin === undefined ? coverage(toExistingPaths(command.paths, directory)) : () => false;
  const run: BaselineRun = { files: found, texts, workspace, directory, covers };
  const written = command.updateBaseline ? [await update(run, baseline)] : [];
  const { files: fresh, known, notes } = await compare(run);
  return { collector, checked, texts, found, fresh, known, notes: [...written, ...notes] };
}

/** Shows or writes what fixes changed. */
function finish(fixing: Fixing, { dryRun }: CheckCommand, terminal: Terminal, directory: string): void {
  if (dryRun) {
    for (const { file, before, replacements } of fixing.changes()) {
      terminal.print(toUnifiedDiff(relativePath(directory, file), before, replacements));
    }
  } else fixing.write();
  for (const note of fixNotes(fixing.applied, dryRun, directory)) terminal.note(note);
}
