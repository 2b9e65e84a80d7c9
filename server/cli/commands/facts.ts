import { explainLine, listWrappers } from '../../../rules';
import { relative } from '../../host/files/path';
import { toWhyText } from '../../host/whyText';
import { CannotRun } from '../cannotRun';
import { configMessage } from '../notes';
import { toAbsolute, toExistingPaths } from '../paths';
import { indexAround } from '../surroundings';
import type { Terminal } from '../terminal';
import { openWorkspace } from '../workspace';

/** Which file, and which of its lines is asked about. */
export interface FactsCommand {
  readonly command: 'facts';
  readonly file: string;
  /** Counts from 1. */
  readonly why: number | undefined;
}

/** Prints what the engine sees in a file, in the light of the files around it. Secrets in it show as their length only. */
export async function facts({ file: path, why }: FactsCommand, terminal: Terminal): Promise<number> {
  const [file = ''] = toExistingPaths([path], terminal.directory);
  const directory = toAbsolute('.', terminal.directory);
  const workspace = openWorkspace({});
  const index = await indexAround(file, directory, workspace);
  const result = await workspace.analyzeFile(file, { index });
  const problems = workspace.configs.problems();
  if (problems.length > 0) throw new CannotRun(configMessage(problems, directory));
  if (result.kind === 'skipped') throw new CannotRun(`${path}: ${result.skip.message}`);
  if (why !== undefined) {
    const count = result.document.text.split('\n').length;
    if (why > count) throw new CannotRun(`${path} has ${count} lines, and no line ${why}.`);
    const explanation = await workspace.consult(
      file,
      (document, world) => explainLine(document, world, why - 1),
      index,
    );
    if (explanation === undefined) throw new CannotRun(`${path} cannot be analysed.`);
    terminal.print(
      await toWhyText(explanation, { textOf: workspace.files.text, nameOf: (one) => relative(directory, one) ?? one }),
    );
    return 0;
  }
  const listing = result.analysis.listing();
  const wrappers = await workspace.consult(file, listWrappers, index);
  if (listing !== '') terminal.print(`${listing.trimEnd()}\n`);
  else terminal.note(`authlint: there are no facts in ${path}.`);
  if (wrappers) terminal.print(`\nIts functions, for those that call them:\n${wrappers.trimEnd()}\n`);
  return 0;
}
