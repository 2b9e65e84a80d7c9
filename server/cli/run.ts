import { type CommandLine, parseCommandLine } from './arguments';
import { CannotRun } from './cannotRun';
import { COULD_NOT_RUN } from './status';
import type { Terminal } from './terminal';

/**
 * Runs the command that the arguments ask for, on a terminal that is opened once it is known whether they decide about
 * colours. Resolves to the exit status and never rejects.
 */
export async function run(args: readonly string[], open: (color: boolean | undefined) => Terminal): Promise<number> {
  try {
    const commandLine = parseCommandLine(args);
    return await runCommand(commandLine, open(commandLine.color));
  } catch (error) {
    open(undefined).note(`authlint: ${toMessage(error)}`);
    return COULD_NOT_RUN;
  }
}

/** What a command needs is loaded when it runs, so that each starts as fast as it can. */
async function runCommand(commandLine: CommandLine, terminal: Terminal): Promise<number> {
  switch (commandLine.command) {
    case 'check':
      return (await import('./commands/check')).check(commandLine, terminal);
    case 'facts':
      return (await import('./commands/facts')).facts(commandLine, terminal);
    case 'explain':
      return (await import('./commands/explain')).explain(commandLine.rule, terminal);
    case 'rules':
      return (await import('./commands/rules')).listRules(commandLine.json, terminal);
    case 'decode':
      return (await import('./commands/decode')).decode(commandLine.token, terminal);
    case 'help':
      terminal.print((await import('./help')).helpText());
      return 0;
    case 'version':
      terminal.print(`${(await import('./version')).VERSION}\n`);
      return 0;
  }
}

function toMessage(error: unknown): string {
  if (error instanceof CannotRun) return error.message;
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `internal error: please report it with this trace.\n${cause}`;
}
