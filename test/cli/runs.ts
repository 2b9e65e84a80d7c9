import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pico from 'picocolors';
import { run } from '../../server/cli/run';

/** Commands are loaded by import(), which the hook of mocha's set-up, for require() alone, does not reach. */
const loader = import('tsx/esm/api').then(({ register }) => register());

/** What a run of the command line left behind. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A directory for one test, and the command line run in it, inside of this process. */
export interface Sandbox {
  readonly directory: string;
  write(file: string, content: string | Uint8Array): void;
  /** Runs a line of arguments that are separated by spaces. */
  authlint(line: string, input?: string): Promise<Outcome>;
  remove(): void;
}

export function createSandbox(): Sandbox {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'authlint-')));
  return {
    directory,
    write(file, content) {
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), content);
    },
    async authlint(line, input = '') {
      let stdout = '';
      let stderr = '';
      await loader;
      const status = await run(line.split(' ').filter(Boolean), (color) => ({
        directory,
        width: 80,
        colors: pico.createColors(color === true),
        print: (text) => {
          stdout += text;
        },
        note: (text) => {
          stderr += `${text}\n`;
        },
        status: () => undefined,
        readInput: () => Promise.resolve(new TextEncoder().encode(input)),
      }));
      return { status, stdout, stderr };
    },
    remove: () => rmSync(directory, { recursive: true }),
  };
}
