import { COMMAND_HELP, EXIT_HELP } from '../../server/cli/help';
import { OPTIONS, type OptionDescription } from '../../server/cli/options';
import type { GeneratedFile } from '../registries';
import { code, note, table } from './markdown';

/** What `--help` says, as a page. */
export function commandLinePage(): GeneratedFile {
  const options = Object.entries<OptionDescription>(OPTIONS).map(([name, { placeholder, help, commands }]) => [
    code(`--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`),
    help.replaceAll('|', '\\|'),
    commands?.map(code).join(', ') ?? 'all',
  ]);
  const parts = [
    note('server/cli/options.ts and server/cli/help.ts'),
    '# Command line',
    table(
      ['command', 'what it does'],
      COMMAND_HELP.map(([command, help]) => [code(command), help]),
    ),
    '## Options',
    table(['option', 'what it does', 'of'], options),
    '## Exit status',
    table(
      ['status', 'meaning'],
      EXIT_HELP.map(([status, meaning]) => [status, meaning]),
    ),
    '[Getting started](getting-started.md) · [Configuration](configuration.md)',
  ];
  return { path: 'docs/command-line.md', text: `${parts.join('\n\n')}\n` };
}
