import { decodeToken, findWellKnownSecret, toPlainText } from '../../../rules/token';
import { join } from '../../host/files/path';
import { CannotRun } from '../cannotRun';
import { configMessage } from '../notes';
import { toAbsolute } from '../paths';
import type { Terminal } from '../terminal';
import { openWorkspace } from '../workspace';

/**
 * Prints what is inside a token; without one, of the token on standard input, which keeps it out of shell histories. The
 * policy is that of the current directory, as in the editor.
 */
export async function decode(token: string | undefined, terminal: Terminal): Promise<number> {
  const raw = token ?? new TextDecoder().decode(await terminal.readInput());
  const decoded = decodeToken(raw);
  if (decoded === undefined) {
    throw new CannotRun('there is no token in this text: none of it has a header that is JSON with a string `alg`.');
  }
  const directory = toAbsolute('.', terminal.directory);
  const workspace = openWorkspace({});
  const { policy } = await workspace.settingsOf(join(directory, 'token'));
  const problems = workspace.configs.problems();
  if (problems.length > 0) throw new CannotRun(configMessage(problems, directory));
  const wellKnownSecret = await findWellKnownSecret(decoded);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  terminal.print(toPlainText(decoded, Date.now(), { policy, wellKnownSecret, timeZone }));
  return 0;
}
