import { copyFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CACHE } from './setUp';

/** A linter as it is run on the folder it stands in. */
export interface Tool {
  readonly name: string;
  /** What Node.js is given. */
  readonly command: readonly string[];
  /** How many findings its output holds; absent for what reports none. */
  readonly count?: (stdout: string) => number;
}

/** A copy of the bundle that we ship, so that nobody builds another one while this one is measured. */
export const AUTHLINT = join(CACHE, 'authlint.js');

/** The command line, as it was when the bench started. */
export function setUpAuthlint(): Tool {
  copyFileSync(join(__dirname, '../../dist/authlint.js'), AUTHLINT);
  return {
    name: 'authlint',
    command: [AUTHLINT, 'check', '--fail-on', 'never', '--format', 'json'],
    count: (stdout) => JSON.parse(stdout).findings.length,
  };
}

/** What others run, with the same eight rules: sonarjs on cookies, sessions, JWTs and secrets. */
export function peers(directory: string): readonly Tool[] {
  return [
    {
      name: 'ESLint + sonarjs',
      command: [
        binaryOf(directory, 'eslint'),
        '--no-config-lookup',
        '--no-inline-config',
        '--config',
        join(directory, 'eslint.config.mjs'),
        '--format',
        'json',
        '.',
      ],
      count: (stdout) => {
        const results = JSON.parse(stdout) as readonly { messages: readonly { ruleId: string | null }[] }[];
        return results.flatMap((it) => it.messages).filter((it) => it.ruleId !== null).length;
      },
    },
    {
      name: 'oxlint + sonarjs',
      command: [
        binaryOf(directory, 'oxlint'),
        '--disable-nested-config',
        '--config',
        join(directory, 'oxlint.json'),
        '--format',
        'json',
        '.',
      ],
      count: (stdout) => JSON.parse(stdout).diagnostics.length,
    },
  ];
}

function binaryOf(directory: string, name: string): string {
  const manifest = createRequire(join(directory, 'package.json')).resolve(`${name}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
}
