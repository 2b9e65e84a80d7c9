import { statSync } from 'node:fs';
import { mayHoldFacts, mayUseWrapper, type Wrapper } from '../../rules';
import { findAnalysisRoot } from '../host/analysisRoot';
import { findExclusion } from '../host/exclusions';
import { type ScanTotals, scan } from '../host/nodeScan';
import { basename, dirname } from '../host/path';
import { notAScript, type Skip } from '../host/skip';
import { toSource } from '../host/source';
import { isScript } from '../host/sourceFiles';
import type { Workspace } from '../host/workspace';
import type { IndexBuilder } from '../host/workspaceIndex';
import type { CheckCommand } from './arguments';
import type { Collector } from './collector';
import { toAbsolute, toExistingPaths } from './paths';
import { createProgress } from './progress';
import { counted } from './report';
import type { Terminal } from './terminal';

/** What is checked, how, and where the results go. */
export interface Input {
  readonly command: CheckCommand;
  readonly terminal: Terminal;
  readonly workspace: Workspace;
  readonly collector: Collector;
  readonly index: IndexBuilder;
}

/** Checks the files and directories that the command line names. Resolves to the number of files looked at. */
export async function checkPaths(input: Input): Promise<number> {
  const { command, terminal, workspace, collector } = input;
  const paths: string[] = [];
  for (const path of toExistingPaths(command.paths, terminal.directory)) {
    if (!command.ignore || !(await isIgnored(path, workspace))) paths.push(path);
  }
  const progress = createProgress(terminal);
  /** Checks the files that may matter, again if need be; what of them other files may use. */
  const wave = async (mayMatter: (text: string) => boolean, onSkip?: (skip: Skip) => void): Promise<Wave> => {
    const fresh: Wrapper[] = [];
    const totals = await scan({ paths, obeysIgnores: command.ignore, mayHoldFacts: mayMatter }, workspace, {
      async onFile(file, text) {
        await progress.step();
        fresh.push(...(await analyze(file, text, input)));
      },
      // What is skipped in one wave is skipped in all.
      onSkip: (skip) => onSkip?.(skip),
    });
    return { totals, fresh };
  };
  const first = await wave(mayHoldFacts, collector.skip);
  const { totals } = first;
  // A function that does something with what it is given matters wherever it is used, to the last wrapper of a wrapper.
  for (let { fresh } = first; fresh.length > 0; ) ({ fresh } = await wave(mayUseWrapper(fresh)));
  progress.end();
  if (paths.length === 0) terminal.note('authlint: everything named is ignored; `--no-ignore` checks it all the same.');
  else if (totals.files === 0) terminal.note(`authlint: ${emptinessOf(totals, command)}.`);
  return totals.files;
}

interface Wave {
  readonly totals: ScanTotals;
  /** Functions that no earlier wave had found. */
  readonly fresh: readonly Wrapper[];
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
  else await analyze(file, source.text, input);
  return 1;
}

/** Analyses a file; the wrappers that are new in it. A file that the analysis fails on costs itself only. */
async function analyze(
  file: string,
  text: string,
  { workspace, collector, index }: Input,
): Promise<readonly Wrapper[]> {
  try {
    const result = await workspace.analyzeFile(file, text);
    collector.add(file, result);
    return result.kind === 'analyzed' ? index.add(file, result.home, result.analysis.contribution()) : [];
  } catch (error) {
    collector.fail(file, error);
    return [];
  }
}

/** Tools name files without knowing what is ignored, so naming a file does not overrule that. */
async function isIgnored(path: string, workspace: Workspace): Promise<boolean> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
  const root = await findAnalysisRoot(dirname(path), workspace.files, workspace.configs);
  const exclusion = await findExclusion(path, root, await workspace.settingsOf(path), workspace);
  return exclusion === 'ignored-by-config' || exclusion === 'ignored-by-git';
}
