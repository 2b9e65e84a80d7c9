import { PRESETS, SEVERITIES } from '../../rules/config';

export const COMMANDS = ['check', 'explain', 'rules', 'facts', 'decode'] as const;
export type CommandName = (typeof COMMANDS)[number];

export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export const RULE_LEVELS = [...SEVERITIES, 'off'] as const;

/** One option as it is parsed and as `--help` shows it. */
export interface OptionDescription {
  readonly type: 'string' | 'boolean';
  /** The commands that take it; absent: all of them. */
  readonly commands?: readonly CommandName[];
  readonly placeholder?: string;
  readonly help: string;
}

const CHECK = ['check'] as const;

/** Every option by its name without the dashes, in the order of `--help`. */
export const OPTIONS = {
  format: {
    type: 'string',
    commands: CHECK,
    placeholder: 'FORMAT[:FILE]',
    help: `${toChoice(FORMATS, 'pretty')}; repeatable`,
  },
  'fail-on': {
    type: 'string',
    commands: CHECK,
    placeholder: 'SEVERITY',
    help: `exit 1 from this severity on: ${toChoice(FAIL_ON, 'warning')}`,
  },
  'max-warnings': {
    type: 'string',
    commands: CHECK,
    placeholder: 'N',
    help: 'exit 1 on errors and on more than N warnings, unless --fail-on says otherwise',
  },
  preset: { type: 'string', commands: CHECK, placeholder: 'PRESET', help: toChoice(PRESETS, 'recommended') },
  rule: {
    type: 'string',
    commands: CHECK,
    placeholder: 'ID=SEVERITY',
    help: `set one rule to ${toChoice(RULE_LEVELS)}; repeatable`,
  },
  config: {
    type: 'string',
    commands: CHECK,
    placeholder: 'FILE',
    help: 'use this configuration instead of the nearest authlint.config.json',
  },
  fix: { type: 'boolean', commands: CHECK, help: 'apply the fixes that change nothing but the danger' },
  'fix-suggestions': {
    type: 'boolean',
    commands: CHECK,
    help: 'apply the other fixes too, but for those that need a choice',
  },
  'fix-dry-run': {
    type: 'boolean',
    commands: CHECK,
    help: 'print what --fix would change as a diff, and change nothing',
  },
  stdin: { type: 'boolean', commands: CHECK, help: 'check the text on standard input' },
  'stdin-filename': {
    type: 'string',
    commands: CHECK,
    placeholder: 'FILE',
    help: 'the path to check that text under (default stdin.ts)',
  },
  baseline: {
    type: 'string',
    commands: CHECK,
    placeholder: 'FILE',
    help: 'leave out what FILE lists (default: the nearest .authlint-baseline.json)',
  },
  'update-baseline': { type: 'boolean', commands: CHECK, help: 'write the findings that there are into the baseline' },
  quiet: { type: 'boolean', commands: CHECK, help: 'print errors only; the exit status still counts everything' },
  'no-ignore': { type: 'boolean', commands: CHECK, help: 'check ignored files too' },
  why: {
    type: 'string',
    commands: ['facts'],
    placeholder: 'LINE',
    help: 'say why a line is reported, or why it is not',
  },
  json: { type: 'boolean', commands: ['rules'], help: 'print the rules as JSON' },
  color: { type: 'boolean', help: 'use colours even when the output is no terminal' },
  'no-color': { type: 'boolean', help: 'never use colours (as the variable NO_COLOR does)' },
  help: { type: 'boolean', help: 'print this help' },
  version: { type: 'boolean', help: 'print the version' },
} as const satisfies Readonly<Record<string, OptionDescription>>;

export type OptionName = keyof typeof OPTIONS;

/** `a (default), b or c`. */
function toChoice(words: readonly string[], standard?: string): string {
  const shown = words.map((word) => (word === standard ? `${word} (default)` : word));
  return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
