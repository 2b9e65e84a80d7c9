import { buffer } from 'node:stream/consumers';
import pico from 'picocolors';
import type { Colors } from 'picocolors/types';

/** Where a command runs: what it reads and where it writes. Standard output takes reports and nothing else. */
export interface Terminal {
  readonly directory: string;
  /** Columns of standard output; 80 when it is no terminal. */
  readonly width: number;
  /** For standard output. */
  readonly colors: Colors;
  print(text: string): void;
  /** Writes a line to standard error. */
  note(text: string): void;
  /** Shows a line on standard error that the next one replaces, if a terminal listens; an empty one takes it away. */
  status(text: string): void;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
}

const DEFAULT_WIDTH = 80;
const NARROWEST = 60;
const WIDEST = 120;
const CLEAR_LINE = '\u001b[2K';

/** The process's own terminal. `color` is what the command line says about colours, if anything. */
export function processTerminal(color: boolean | undefined): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    directory: process.cwd(),
    width: Math.min(WIDEST, Math.max(NARROWEST, stdout.columns ?? DEFAULT_WIDTH)),
    colors: pico.createColors(hasColors(color, stdout.isTTY === true, env)),
    print: (text) => stdout.write(text),
    note: (text) => stderr.write(`${text}\n`),
    status(text) {
      if (stderr.isTTY) stderr.write(`\r${CLEAR_LINE}${text}`);
    },
    readInput() {
      if (stdin.isTTY) stderr.write('Reading from the terminal; Ctrl-D ends the text.\n');
      return buffer(stdin);
    },
  };
}

/** Whether to colour: the option decides, then NO_COLOR, then FORCE_COLOR, then whether a terminal listens. */
export function hasColors(option: boolean | undefined, isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (option !== undefined) return option;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTerminal && env.TERM !== 'dumb';
}
