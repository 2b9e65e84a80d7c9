import { parseArgs } from 'node:util';
import { PRESETS, type Preset, type Severity } from '../../rules/config';
import { CannotRun, unknownWord } from './cannotRun';
import type { FactsCommand } from './commands/facts';
import {
  COMMANDS,
  type CommandName,
  FAIL_ON,
  type FailOn,
  FORMATS,
  type Format,
  OPTIONS,
  type OptionDescription,
  type OptionName,
  RULE_LEVELS,
} from './options';

/** What the user asked for. */
export type CommandLine = (
  | CheckCommand
  | FactsCommand
  | { readonly command: 'explain'; readonly rule: string }
  | { readonly command: 'rules'; readonly json: boolean }
  | { readonly command: 'decode'; readonly token: string | undefined }
  | { readonly command: 'help' }
  | { readonly command: 'version' }
) & { readonly color: boolean | undefined };

export interface CheckCommand {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly outputs: readonly Output[];
  readonly failOn: FailOn;
  readonly maxWarnings: number | undefined;
  readonly preset: Preset | undefined;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly config: string | undefined;
  /** The path that the text on standard input is checked under. */
  readonly stdin: string | undefined;
  /** Which fixes are applied, if any. */
  readonly fix: 'safe' | 'suggestion' | undefined;
  /** Whether fixes are only shown. */
  readonly dryRun: boolean;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly quiet: boolean;
  readonly ignore: boolean;
}

/** One report: its format, and its file unless it goes to standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string | undefined;
}

type Values = ReadonlyMap<OptionName, readonly string[]>;

/** Reads the arguments that follow the program's name; throws CannotRun. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...OPTIONS, help: { type: 'boolean', short: 'h' } },
    strict: false,
    tokens: true,
  });
  const values = new Map<OptionName, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = toOptionName(token.name, token.rawName);
    values.set(name, [...(values.get(name) ?? []), toOptionValue(name, token.value, token.inlineValue)]);
  }
  const color = values.has('no-color') ? false : values.has('color') ? true : undefined;
  if (values.has('help')) return { command: 'help', color };
  if (values.has('version')) return { command: 'version', color };
  const command = COMMANDS.find((name) => name === positionals[0]);
  requireOwnOptions(command ?? 'check', values);
  const rest = command === undefined ? positionals : positionals.slice(1);
  return { ...toCommand(command ?? 'check', rest, values), color };
}

function toOptionName(name: string, rawName: string): OptionName {
  if (Object.hasOwn(OPTIONS, name)) return name as OptionName;
  const names = [...Object.keys(OPTIONS), 'lsp'].map((known) => `--${known}`);
  throw unknownWord('option', rawName, names);
}

function toOptionValue(name: OptionName, value: string | undefined, inline: boolean | undefined): string {
  const { type, placeholder }: OptionDescription = OPTIONS[name];
  if (type === 'boolean') {
    if (value !== undefined) throw new CannotRun(`\`--${name}\` takes no value.`);
    return '';
  }
  if (value === undefined || value === '' || (inline !== true && value.startsWith('-'))) {
    throw new CannotRun(`\`--${name}\` needs a value: --${name} ${placeholder}`);
  }
  return value;
}

function requireOwnOptions(command: CommandName, values: Values): void {
  for (const name of values.keys()) {
    const { commands }: OptionDescription = OPTIONS[name];
    if (commands === undefined || commands.includes(command)) continue;
    throw new CannotRun(`\`--${name}\` belongs to \`authlint ${commands.join('`, `')}\`, not to \`${command}\`.`);
  }
}

function toCommand(command: CommandName, positionals: readonly string[], values: Values): CommandWithoutColor {
  switch (command) {
    case 'check':
      return toCheck(positionals, values);
    case 'facts':
      return {
        command,
        file: onlyPositional(positionals, 'authlint facts FILE [--why LINE]'),
        why: toLine(values.get('why')?.at(-1)),
      };
    case 'explain':
      return { command, rule: onlyPositional(positionals, 'authlint explain RULE') };
    case 'rules':
      if (positionals.length > 0) throw new CannotRun('no argument expected. Usage: authlint rules [--json]');
      return { command, json: values.has('json') };
    case 'decode':
      return { command, token: positionals.join(' ').replace(/^-$/, '') || undefined };
  }
}

type CommandWithoutColor = CommandLine extends infer C ? (C extends unknown ? Omit<C, 'color'> : never) : never;

function onlyPositional(positionals: readonly string[], usage: string): string {
  const [only, ...others] = positionals;
  if (only === undefined || others.length > 0) throw new CannotRun(`expected exactly one argument. Usage: ${usage}`);
  return only;
}

function toCheck(paths: readonly string[], values: Values): CheckCommand {
  const last = (name: OptionName): string | undefined => values.get(name)?.at(-1);
  const stdin = values.has('stdin') ? (last('stdin-filename') ?? 'stdin.ts') : undefined;
  if (stdin !== undefined && paths.length > 0) throw new CannotRun('`--stdin` and paths exclude each other.');
  if (stdin === undefined && values.has('stdin-filename')) throw new CannotRun('`--stdin-filename` needs `--stdin`.');
  const preset = last('preset');
  const dryRun = values.has('fix-dry-run');
  const fix = values.has('fix-suggestions') ? 'suggestion' : values.has('fix') || dryRun ? 'safe' : undefined;
  const updateBaseline = values.has('update-baseline');
  if (stdin !== undefined && fix !== undefined) throw new CannotRun('`--stdin` and `--fix` exclude each other.');
  if (stdin !== undefined && updateBaseline)
    throw new CannotRun('`--stdin` and `--update-baseline` exclude each other.');
  if (fix !== undefined && updateBaseline) throw new CannotRun('`--fix` and `--update-baseline` exclude each other.');
  const outputs = toOutputs(values.get('format') ?? (dryRun ? [] : ['pretty']));
  if (dryRun && outputs.some(({ file }) => file === undefined)) {
    throw new CannotRun('`--fix-dry-run` prints a diff: give the report a file, as in `--format json:FILE`.');
  }
  const maxWarnings = toCount('max-warnings', last('max-warnings'));
  return {
    command: 'check',
    paths,
    outputs,
    failOn: toWord('severity', last('fail-on') ?? (maxWarnings === undefined ? 'warning' : 'error'), FAIL_ON),
    maxWarnings,
    preset: preset === undefined ? undefined : toWord('preset', preset, PRESETS),
    rules: Object.fromEntries((values.get('rule') ?? []).map(toRuleLevel)),
    config: last('config'),
    stdin,
    fix,
    dryRun,
    baseline: last('baseline'),
    updateBaseline,
    quiet: values.has('quiet'),
    ignore: !values.has('no-ignore'),
  };
}

function toOutputs(formats: readonly string[]): readonly Output[] {
  const outputs = formats.map((text): Output => {
    const colon = text.indexOf(':');
    const format = toWord('format', colon < 0 ? text : text.slice(0, colon), FORMATS);
    const file = colon < 0 ? undefined : text.slice(colon + 1);
    if (file === '') throw new CannotRun(`\`--format ${text}\` names no file. Usage: --format ${format}:FILE`);
    return { format, file };
  });
  const [, second] = outputs.filter((output) => output.file === undefined);
  if (second === undefined) return outputs;
  throw new CannotRun(`standard output takes one report: give another one a file, as in \`${second.format}:FILE\`.`);
}

function toRuleLevel(text: string): readonly [string, Severity | 'off'] {
  const equals = text.indexOf('=');
  if (equals < 1) {
    throw new CannotRun(`\`--rule ${text}\` is not ID=SEVERITY.\n  Severities: ${RULE_LEVELS.join(', ')}.`);
  }
  return [text.slice(0, equals), toWord('severity', text.slice(equals + 1), RULE_LEVELS)];
}

function toWord<Word extends string>(kind: string, text: string, allowed: readonly Word[]): Word {
  const word = allowed.find((candidate) => candidate === text);
  if (word === undefined) throw unknownWord(kind, text, allowed);
  return word;
}

function toLine(text: string | undefined): number | undefined {
  const line = toCount('why', text);
  if (line === 0) throw new CannotRun('`--why` needs the number of a line: the first one is 1.');
  return line;
}

function toCount(name: OptionName, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new CannotRun(`\`--${name}\` needs a whole number, not \`${text}\`.`);
  return Number(text);
}
