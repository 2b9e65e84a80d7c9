import pico from 'picocolors';
import type { Severity } from '../../../rules/config';
import { type Report, relativePath } from '../report';
import { summaryLine } from './pretty';
import { rangesIn } from './ranges';

const LABELS: Readonly<Record<Severity, string>> = { error: '🔴 error', warning: '🟡 warning', information: '🔵 info' };

/** The report as a comment or a summary on GitHub or GitLab: one table for each file. */
export function toMarkdown(report: Report): string {
  const rangeOf = rangesIn(report.texts);
  const sections = report.files.map(({ file, findings }) => {
    const name = relativePath(report.directory, file);
    const rows = findings.map(({ rule, severity, span, message, because, help }) => {
      const { line, column } = rangeOf({ file, span }).start;
      const docs = report.rules.get(rule)?.docsUrl;
      const link = docs === undefined ? `\`${rule}\`` : `[${rule}](${docs})`;
      return `| ${line}:${column} | ${LABELS[severity]} | ${cell(message)} ${cell(because)}<br>${cell(help)} | ${link} |`;
    });
    return [`### ${code(name)}`, '', '| place | severity | finding | rule |', '|---|---|---|---|', ...rows, ''].join(
      '\n',
    );
  });
  const summary = `**authlint**: ${summaryLine(report, pico.createColors(false))}`;
  return `${[`${summary}\n`, ...sections].join('\n')}`;
}

/** Prose of ours, in which only what stands in backticks is the user's: there, too, a bar would end the cell. */
function cell(text: string): string {
  return text
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[<>*_[\]\\]/g, '\\$&')))
    .join('`')
    .replaceAll('|', '\\|')
    .replace(/\s+/g, ' ');
}

function code(name: string): string {
  return name.includes('`') ? `\`\` ${name} \`\`` : `\`${name}\``;
}
