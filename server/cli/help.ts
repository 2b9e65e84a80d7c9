import { OPTIONS, type OptionDescription } from './options';

export const COMMAND_HELP = [
  ['authlint [check] [PATHS]', 'find broken authentication in these files and folders (default: here)'],
  ['authlint explain RULE', 'what a rule reports, why, and how to fix it'],
  ['authlint rules [--json]', 'all rules'],
  ['authlint facts FILE', 'what the engine sees in a file: the first thing in a bug report'],
  ['authlint facts FILE --why LINE', 'why a line is reported, or why it is not'],
  ['authlint decode [TOKEN|-]', 'what is inside a token; without one, reads standard input'],
  ['authlint --lsp', 'the language server, over standard input and output'],
] as const;

export const EXIT_HELP = [
  ['0', 'nothing at or above --fail-on'],
  ['1', 'findings'],
  ['2', 'could not run'],
  ['130', 'interrupted'],
] as const;

/** The text of `--help`. */
export function helpText(): string {
  const options = Object.entries<OptionDescription>(OPTIONS).map(
    ([name, { placeholder, help }]) =>
      [`--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`, help] as const,
  );
  const sections = [
    'authlint finds broken authentication in TypeScript and JavaScript.',
    `Usage\n${toTable(COMMAND_HELP)}`,
    `Options\n${toTable(options)}`,
    `Exit status\n${toTable(EXIT_HELP)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function toTable(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
