import { CannotRun } from '../cannotRun';
import { configMessage } from '../notes';
import { toAbsolute, toExistingPaths } from '../paths';
import type { Terminal } from '../terminal';
import { openWorkspace } from '../workspace';

/** Prints what the engine sees in a file. Secrets in it show as their length only. */
export async function facts(path: string, terminal: Terminal): Promise<number> {
  const [file = ''] = toExistingPaths([path], terminal.directory);
  const workspace = openWorkspace({});
  const result = await workspace.analyzeFile(file);
  const problems = workspace.configs.problems();
  if (problems.length > 0) throw new CannotRun(configMessage(problems, toAbsolute('.', terminal.directory)));
  if (result.kind === 'skipped') throw new CannotRun(`${path}: ${result.skip.message}`);
  const listing = result.analysis.listing();
  if (listing === '') terminal.note(`authlint: there are no facts in ${path}.`);
  else terminal.print(`${listing.trimEnd()}\n`);
  return 0;
}
