import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MANIFEST, TOKEN } from '../protocol/support/samples';
import type { Started } from './programs';

const ROOT = path.resolve(__dirname, '../..');

/** Two fixes that are safe, one of them behind a comment, and a token. */
export const sample = (comment: string): string => `import jwt from 'jsonwebtoken';

/* ${comment} */ export const one = (token, key) => jwt.verify(token, key, { algorithms: ['HS256', 'none'] });
export const two = (token, key) => jwt.verify(token, key, { algorithms: ['none', 'HS512'] });
export const old = jwt.decode('${TOKEN}');
`;

/** What a driver saw in its editor. */
export interface Report {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly source: string;
    readonly severity: number;
    /** Counted from 0. */
    readonly line: number;
    /** What is underlined. */
    readonly text: string;
  }[];
  readonly hover: string;
  /** The titles of what is offered for the first finding. */
  readonly actions: readonly string[];
  /** The buffer after the first of them. */
  readonly fixed: string;
  /** The buffer after all safe fixes. */
  readonly fixedAll: string;
  /** The diagnostics of that. */
  readonly left: Report['diagnostics'];
}

/** The only block of code in a language below a heading of a page. */
export function snippet(page: string, heading: string, language: string): string {
  const text = readFileSync(path.join(ROOT, 'docs/editors', page), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, name]) => name === language);
  const code = blocks[0]?.[2];
  if (blocks.length !== 1 || code === undefined) throw new Error(`${page}: not one block of ${language} in ${heading}`);
  return code;
}

/** How a driver is called, in an empty home that holds the editor's configuration. */
export interface Drive {
  readonly editor: Started;
  readonly file: string;
  readonly text: string;
  readonly config: { readonly name: string; readonly text: string };
  /** The arguments that load the configuration and the driver. */
  readonly args: (config: string) => readonly string[];
}

/** Runs an editor over a project with `authlint` on PATH, as npm installs it, and reads what its driver reported. */
export async function drive({ editor, file, text, config, args }: Drive): Promise<Report> {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'authlint-editor-')));
  try {
    const write = (name: string, content: string): string => {
      const target = path.join(home, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
      return target;
    };
    write("Zoë's app/package.json", MANIFEST);
    write("Zoë's app/.git/HEAD", 'ref: refs/heads/main\n');
    const opened = write(`Zoë's app/${file}`, text);
    const command = write('bin/authlint', `#!/bin/sh\nexec '${process.execPath}' '${ROOT}/dist/authlint.js' "$@"\n`);
    chmodSync(command, 0o755);
    const report = path.join(home, 'report.json');
    const output = await run(editor.executable, [...editor.args, ...args(write(config.name, config.text))], home, {
      ...process.env,
      ...editor.environment,
      HOME: home,
      XDG_CONFIG_HOME: path.join(home, 'config'),
      XDG_DATA_HOME: path.join(home, 'data'),
      XDG_STATE_HOME: path.join(home, 'state'),
      XDG_CACHE_HOME: path.join(home, 'cache'),
      PATH: `${path.join(home, 'bin')}${path.delimiter}${process.env.PATH}`,
      LC_ALL: 'C.UTF-8',
      AUTHLINT_FILE: opened,
      AUTHLINT_REPORT: report,
    });
    if (!existsSync(report)) throw new Error(`The editor ended without a report:\n${output}`);
    const { problem, ...seen } = JSON.parse(readFileSync(report, 'utf8'));
    if (problem !== undefined) throw new Error(`${problem}\n${JSON.stringify(seen, undefined, 2)}\n${output}`);
    return seen;
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 240_000 });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output = (output + chunk).slice(-4000);
      });
    }
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
