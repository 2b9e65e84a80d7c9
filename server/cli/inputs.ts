import { statSync } from 'node:fs';
import { mayHoldFacts } from '../../rules';
import { findAnalysisRoot } from '../host/analysisRoot';
import { findExclusion } from '../host/exclusions';
import { scan } from '../host/nodeScan';
import { dirname } from '../host/path';
import { toSource } from '../host/source';
import type { Workspace } from '../host/workspace';
import type { CheckCommand } from './arguments';
import type { Collector } from './collector';
import { toAbsolute, toExistingPaths } from './paths';
import { createProgress } from './progress';
import type { Terminal } from './terminal';

/** What is checked, how, and where the results go. */
export interface Input {
  readonly command: CheckCommand;
  readonly terminal: Terminal;
  readonly workspace: Workspace;
  readonly collector: Collector;
}

/** Checks the files and directories that the command line names. Resolves to the number of files looked at. */
export async function checkPaths({ command, terminal, workspace, collector }: Input): Promise<number> {
  const paths: string[] = [];
  for (const path of toExistingPaths(command.paths, terminal.directory)) {
    if (!command.ignore || !(await isIgnored(path, workspace))) paths.push(path);
  }
  if (paths.length === 0) terminal.note('authlint: everything named is ignored; `--no-ignore` checks it all the same.');
  const progress = createProgress(terminal);
  const totals = await scan({ paths, obeysIgnores: command.ignore, mayHoldFacts }, workspace, {
    async onFile(file, text) {
      await progress.step();
      collector.add(file, await workspace.analyzeFile(file, text));
    },
    onSkip: collector.skip,
  });
  progress.end();
  return totals.files;
}

/** Checks the text on standard input as the content of a file. Resolves to the number of files looked at: 0 or 1. */
export async function checkText(name: string, { command, terminal, workspace, collector }: Input): Promise<number> {
  const file = toAbsolute(name, terminal.directory);
  const source = toSource(file, await terminal.readInput());
  if (command.ignore && (await isIgnored(file, workspace))) return 0;
  if (source.kind === 'skipped') collector.skip(source.skip);
  else collector.add(file, await workspace.analyzeFile(file, source.text));
  return 1;
}

/** Tools name files without knowing what is ignored, so naming a file does not overrule that. */
async function isIgnored(path: string, workspace: Workspace): Promise<boolean> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
  const root = await findAnalysisRoot(dirname(path), workspace.files, workspace.configs);
  const exclusion = await findExclusion(path, root, await workspace.settingsOf(path), workspace);
  return exclusion === 'ignored-by-config' || exclusion === 'ignored-by-git';
}
