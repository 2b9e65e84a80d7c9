import { findAnalysisRoot } from '../host/analysisRoot';
import { findExclusion } from '../host/files/exclusions';
import { basename, dirname } from '../host/files/path';
import { type ScanReader, type ScanTotals, scan } from '../host/files/scan';
import { notAScript } from '../host/files/skip';
import { toSource } from '../host/files/source';
import { isScript } from '../host/files/sourceFiles';
import type { Workspace } from '../host/workspace';
import type { CheckCommand } from './arguments';
import type { Collector } from './collector';
import { isDirectory, toAbsolute, toExistingPaths } from './paths';
import { createProgress, type Progress } from './progress';
import { counted } from './report';
import type { Terminal } from './terminal';
import { indexTrees } from './trees';

/** What is checked, how, and where the results go. */
export interface Input {
  readonly command: CheckCommand;
  readonly terminal: Terminal;
  readonly workspace: Workspace;
  readonly collector: Collector;
  /** Reads what is looked into. */
  readonly reader: ScanReader;
}

/** Checks the files and directories that the command line names. Resolves to the number of files looked at. */
export async function checkPaths(input: Input): Promise<number> {
  const { command, terminal } = input;
  const named = await namedPaths(input);
  const progress = createProgress(terminal);
  const totals =
    named.directories.length > 0 ? await checkTrees(named, input, progress) : await checkFiles(named, input, progress);
  progress.end();
  const isNothingNamed = named.directories.length === 0 && named.files.length === 0;
  if (isNothingNamed) terminal.note('authlint: everything named is ignored; `--no-ignore` checks it all the same.');
  else if (totals.files === 0) terminal.note(`authlint: ${emptinessOf(totals, command)}.`);
  return totals.files;
}

interface NamedPaths {
  readonly directories: readonly string[];
  readonly files: readonly string[];
}

async function namedPaths({ command, terminal, workspace }: Input): Promise<NamedPaths> {
  const paths = toExistingPaths(command.paths, terminal.directory);
  const ignored = await Promise.all(paths.map((path) => command.ignore && isIgnored(path, workspace)));
  const named = paths.filter((_, index) => !ignored[index]);
  return { directories: named.filter(isDirectory), files: named.filter((path) => !isDirectory(path)) };
}

/** Checks a few files: everything that they use is looked into. */
function checkFiles(named: NamedPaths, input: Input, progress: Progress): Promise<ScanTotals> {
  const { command, workspace, collector } = input;
  const options = { ...named, obeysIgnores: command.ignore, mayMatter: () => true };
  return scan(options, input.reader, workspace, {
    async onFile(file, text) {
      await progress.step();
      await check(file, text, input);
    },
    onSkip: collector.skip,
  });
}

/** Checks directories in the light of all that is in them. */
async function checkTrees(named: NamedPaths, input: Input, progress: Progress): Promise<ScanTotals> {
  const { workspace, collector, command } = input;
  const { totals } = await indexTrees(
    { ...named, obeysIgnores: command.ignore },
    workspace,
    {
      onFile: progress.step,
      onResult: collector.add,
      onFailure: collector.fail,
      onSkip: collector.skip,
    },
    input.reader,
  );
  return totals;
}

/** A run that checks nothing looks like a clean one, so it says what it left out. */
function emptinessOf({ testFiles }: ScanTotals, { ignore }: CheckCommand): string {
  const ignored = ignore ? ' that is not ignored' : '';
  const tests = testFiles === 0 ? '' : `, apart from test code (${counted(testFiles, 'file')})`;
  return `there is no TypeScript or JavaScript here${ignored}${tests}`;
}

/** Checks the text on standard input as the content of a file. Resolves to the number of files looked at: 0 or 1. */
export async function checkText(name: string, input: Input): Promise<number> {
  const { command, terminal, workspace, collector } = input;
  const file = toAbsolute(name, terminal.directory);
  const source = toSource(file, await terminal.readInput());
  if (command.ignore && (await isIgnored(file, workspace))) return 0;
  if (!isScript(basename(file))) collector.skip(notAScript(file));
  else if (source.kind === 'skipped') collector.skip(source.skip);
  else await check(file, source.text, input);
  return 1;
}

/** Checks a file in the light of what it uses. */
async function check(file: string, text: string, { workspace, collector }: Input): Promise<void> {
  try {
    collector.add(file, await workspace.analyzeFile(file, { text }));
  } catch (error) {
    collector.fail(file, error);
  }
}

/** Tools name files without knowing what is ignored, so naming a file does not overrule that. */
async function isIgnored(path: string, workspace: Workspace): Promise<boolean> {
  if (isDirectory(path)) return false;
  const root = await findAnalysisRoot(dirname(path), workspace.files, workspace.configs);
  const exclusion = await findExclusion(path, root, await workspace.settingsOf(path), workspace);
  return exclusion === 'ignored-by-config' || exclusion === 'ignored-by-git';
}
