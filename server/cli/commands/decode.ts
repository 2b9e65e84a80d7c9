import { POLICIES } from '../../../rules/config';
import { decodeToken, findWellKnownSecret, toPlainText } from '../../../rules/token';
import { CannotRun } from '../cannotRun';
import type { Terminal } from '../terminal';

/** Prints what is inside a token; without one, of the token on standard input, which keeps it out of shell histories. */
export async function decode(token: string | undefined, terminal: Terminal): Promise<number> {
  const raw = token ?? new TextDecoder().decode(await terminal.readInput());
  const decoded = decodeToken(raw);
  if (decoded === undefined) {
    throw new CannotRun('there is no token in this text: none of it has a header that is JSON with a string `alg`.');
  }
  const wellKnownSecret = await findWellKnownSecret(decoded);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  terminal.print(toPlainText(decoded, Date.now(), { policy: POLICIES.recommended, wellKnownSecret, timeZone }));
  return 0;
}
