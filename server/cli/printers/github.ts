import type { Severity } from '../../../rules/config';
import { type Report, relativePath } from '../report';
import { rangesIn } from './ranges';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

/** The workflow commands by which GitHub Actions annotates the lines of a pull request. */
export function toGithub(report: Report): string {
  const rangeOf = rangesIn(report.texts);
  return report.files
    .flatMap(({ file, findings }) =>
      findings.map(({ rule, severity, span, message, because, help }) => {
        const { start, end } = rangeOf({ file, span });
        const properties = {
          file: relativePath(report.directory, file),
          line: start.line,
          endLine: end.line,
          // GitHub shows columns only of what is on one line.
          ...(start.line === end.line && { col: start.column, endColumn: end.column }),
          title: `authlint: ${rule}`,
        };
        const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
        return `::${COMMANDS[severity]} ${list.join(',')}::${escaped(`${message} ${because}\n${help}`)}\n`;
      }),
    )
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
