import assert from 'node:assert/strict';
import { parseCommandLine } from '../../server/cli/arguments';
import { CannotRun } from '../../server/cli/cannotRun';

const parse = (line: string) => parseCommandLine(line.split(' ').filter((word) => word !== ''));

function rejects(line: string, message: string): void {
  assert.throws(() => parse(line), new CannotRun(message));
}

const DEFAULTS = {
  command: 'check',
  paths: [],
  outputs: [{ format: 'pretty', file: undefined }],
  failOn: 'warning',
  maxWarnings: undefined,
  preset: undefined,
  rules: {},
  config: undefined,
  stdin: undefined,
  fix: undefined,
  dryRun: false,
  baseline: undefined,
  updateBaseline: false,
  quiet: false,
  ignore: true,
  color: undefined,
};

describe('arguments', () => {
  it('mean check when they name no command', () => {
    assert.deepEqual(parse(''), DEFAULTS);
    assert.deepEqual(parse('src lib'), { ...DEFAULTS, paths: ['src', 'lib'] });
    assert.deepEqual(parse('check rules'), { ...DEFAULTS, paths: ['rules'] });
    assert.deepEqual(parse('-- --odd'), { ...DEFAULTS, paths: ['--odd'] });
  });

  it('take every option of check, in any place', () => {
    const line = [
      'src --format pretty --format=sarif:out/a:b.sarif --fail-on never --max-warnings 0 --preset strict',
      '--rule jwt-alg-none=off --rule=jwt-long-lived=error --config c.json --quiet --no-ignore --no-color lib',
    ].join(' ');
    assert.deepEqual(parse(line), {
      command: 'check',
      paths: ['src', 'lib'],
      outputs: [
        { format: 'pretty', file: undefined },
        { format: 'sarif', file: 'out/a:b.sarif' },
      ],
      failOn: 'never',
      maxWarnings: 0,
      preset: 'strict',
      rules: { 'jwt-alg-none': 'off', 'jwt-long-lived': 'error' },
      config: 'c.json',
      stdin: undefined,
      fix: undefined,
      dryRun: false,
      baseline: undefined,
      updateBaseline: false,
      quiet: true,
      ignore: false,
      color: false,
    });
  });

  it('name a path for standard input', () => {
    assert.deepEqual(parse('--stdin --stdin-filename src/a.tsx'), { ...DEFAULTS, stdin: 'src/a.tsx' });
    assert.deepEqual(parse('--stdin'), { ...DEFAULTS, stdin: 'stdin.ts' });
    rejects('--stdin src', '`--stdin` and paths exclude each other.');
    rejects('--stdin-filename a.ts', '`--stdin-filename` needs `--stdin`.');
  });

  it('read the other commands', () => {
    assert.deepEqual(parse('facts a.ts --color'), { command: 'facts', file: 'a.ts', why: undefined, color: true });
    assert.deepEqual(parse('facts a.ts --why 12'), { command: 'facts', file: 'a.ts', why: 12, color: undefined });
    rejects('facts a.ts --why 0', '`--why` needs the number of a line: the first one is 1.');
    assert.deepEqual(parse('explain jwt-alg-none'), { command: 'explain', rule: 'jwt-alg-none', color: undefined });
    assert.deepEqual(parse('rules --json'), { command: 'rules', json: true, color: undefined });
    assert.deepEqual(parse('decode Bearer a.b.c'), { command: 'decode', token: 'Bearer a.b.c', color: undefined });
    for (const line of ['decode', 'decode -']) {
      assert.deepEqual(parse(line), { command: 'decode', token: undefined, color: undefined });
    }
    assert.deepEqual(parse('check --help src'), { command: 'help', color: undefined });
    assert.deepEqual(parse('-h'), { command: 'help', color: undefined });
    assert.deepEqual(parse('--version'), { command: 'version', color: undefined });
  });

  it('that are wrong are named, with what is allowed and what comes nearest', () => {
    rejects(
      '--fromat json',
      'unknown option `--fromat`. Did you mean `--format`?\n  Allowed: --format, --fail-on, --max-warnings, --preset, --rule, --config, --fix, --fix-suggestions, --fix-dry-run, --stdin, --stdin-filename, --baseline, --update-baseline, --quiet, --no-ignore, --why, --json, --color, --no-color, --help, --version, --lsp.',
    );
    rejects(
      '--format jsn',
      'unknown format `jsn`. Did you mean `json`?\n  Allowed: pretty, json, sarif, github, markdown.',
    );
    rejects('--format sarif:', '`--format sarif:` names no file. Usage: --format sarif:FILE');
    rejects(
      '--format json --format sarif',
      'standard output takes one report: give another one a file, as in `sarif:FILE`.',
    );
    rejects('--format', '`--format` needs a value: --format FORMAT[:FILE]');
    rejects('--config --quiet', '`--config` needs a value: --config FILE');
    rejects('--quiet=yes', '`--quiet` takes no value.');
    rejects(
      '--fail-on warn',
      'unknown severity `warn`. Did you mean `warning`?\n  Allowed: error, warning, information, never.',
    );
    rejects('--preset strickt', 'unknown preset `strickt`. Did you mean `strict`?\n  Allowed: recommended, strict.');
    rejects('--max-warnings few', '`--max-warnings` needs a whole number, not `few`.');
    rejects(
      '--rule jwt-alg-none',
      '`--rule jwt-alg-none` is not ID=SEVERITY.\n  Severities: error, warning, information, off.',
    );
    rejects('--rule jwt-alg-none=on', 'unknown severity `on`.\n  Allowed: error, warning, information, off.');
    rejects('explain', 'expected exactly one argument. Usage: authlint explain RULE');
    rejects('facts a.ts b.ts', 'expected exactly one argument. Usage: authlint facts FILE [--why LINE]');
    rejects('rules all', 'no argument expected. Usage: authlint rules [--json]');
    rejects('explain jwt-alg-none --format json', '`--format` belongs to `authlint check`, not to `explain`.');
    rejects('src --json', '`--json` belongs to `authlint rules`, not to `check`.');
  });
});
