import { decodeToken, toPlainText } from '../../../rules/token';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage';

/** Prints what is inside a token; without one, of the token on standard input, which keeps it out of shell histories. */
export async function decode(token: string | undefined, terminal: Terminal): Promise<number> {
  const raw = token ?? new TextDecoder().decode(await terminal.readInput());
  const decoded = decodeToken(raw);
  if (decoded === undefined) {
    throw new UsageError('there is no token in this text: none of it has a header that is JSON with a string `alg`.');
  }
  terminal.print(`${toPlainText(decoded, Date.now())}\n`);
  return 0;
}
