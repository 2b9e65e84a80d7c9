import type { Connection } from 'vscode-languageserver';
import type { RuleCrash } from '../../rules';
import type { ConfigProblem } from '../host/config/readConfig';
import type { Skip } from '../host/files/skip';

/** What goes wrong, each thing said once in the editor's log. No text of a user's file is ever part of it. */
export interface Log {
  skipped(skip: Skip): void;
  config(problem: ConfigProblem): void;
  crashed(file: string, crash: RuleCrash): void;
  failed(what: string, error: unknown): void;
  /** The workspace is too large to be looked at as a whole. */
  tooManyFiles(limit: number): void;
}

export function createLog({ console }: Connection): Log {
  const said = new Set<string>();
  const once = (key: string, write: () => void): void => {
    if (said.has(key)) return;
    said.add(key);
    write();
  };
  return {
    skipped: ({ file, reason, message }) => once(`${reason} ${file}`, () => console.warn(`${file}: ${message}`)),
    config({ file, line, column, message }) {
      const text = `${file}:${line}:${column}: ${message}`;
      once(text, () => console.error(text));
    },
    crashed: (file, { rule, error }) => once(rule, () => console.error(`${rule} failed on ${file}. ${toTrace(error)}`)),
    failed(what, error) {
      const trace = toTrace(error);
      once(`${what} ${trace}`, () => console.error(`${what} failed. ${trace}`));
    },
    tooManyFiles(limit) {
      const text = `The workspace does not lie on a disk and has more than ${limit} scripts. What depends on all of them is not reported: open a smaller folder.`;
      once(text, () => console.warn(text));
    },
  };
}

/** The kind of an error and where it happened. Its message may quote what was analysed. */
function toTrace(error: unknown): string {
  if (!(error instanceof Error)) return 'No trace.';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
