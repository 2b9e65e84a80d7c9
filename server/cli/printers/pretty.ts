import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Colors, Formatter } from 'picocolors/types';
import type { Severity } from '../../../rules/config';
import type { Finding, Related } from '../../../rules/finding';
import { type LineIndex, lineIndex } from '../../../rules/text/lineIndex';
import type { Place, Span } from '../../../rules/text/span';
import {
  counted,
  countSeverities,
  countsText,
  type FileFindings,
  type Report,
  relativePath,
  type SeverityCounts,
} from '../report';
import { maskSecrets } from '../secrets';
import { codeFrame } from './codeFrame';
import { toVisible } from './visible';

export interface PrettyStyle {
  readonly colors: Colors;
  /** Columns of the terminal. */
  readonly width: number;
}

interface Canvas extends PrettyStyle {
  readonly report: Report;
  indexOf(file: string): LineIndex | undefined;
}

const WIDEST_TEXT = 100;
const HEAD_INDENT = 2;
const BODY_INDENT = 4;
const LABEL_WIDTH = 6;
const LABELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'info' };

/** The report for people: grouped by file; each finding with its code, its reason, its path and its remedy. */
export function toPretty(report: Report, style: PrettyStyle): string {
  const indexes = new Map([...maskSecrets(report)].map(([file, text]) => [file, lineIndex(text)]));
  const canvas: Canvas = { ...style, report, indexOf: (file) => indexes.get(file) };
  const lines = report.files.flatMap((file) => fileLines(file, canvas));
  return `${[...lines, summaryLine(report, style.colors)].join('\n')}\n`;
}

/** `✖ 3 errors, 2 warnings in 2 of 14 files, 120 ms`. */
export function summaryLine({ files, all, checked, skipped, known, milliseconds }: Report, colors: Colors): string {
  const counts = countSeverities(all);
  const hidden = sum(counts) - sum(countSeverities(files));
  const where = all.length === 0 ? '' : `${all.length.toLocaleString('en')} of `;
  const details = [
    ` in ${where}${counted(checked, 'file')}`,
    ...(skipped.length === 0 ? [] : [`${skipped.length.toLocaleString('en')} not fully checked`]),
    ...(hidden === 0 ? [] : [`${hidden.toLocaleString('en')} not shown (--quiet)`]),
    ...(known === 0 ? [] : [`${known.toLocaleString('en')} in the baseline`]),
    toDuration(milliseconds),
  ];
  const tail = colors.dim(details.join(', '));
  if (all.length === 0) return `${colors.green('✔')} no findings${tail}`;
  const paint = counts.error > 0 ? colors.red : counts.warning > 0 ? colors.yellow : colors.blue;
  return `${paint('✖')} ${colors.bold(countsText(counts))}${tail}`;
}

function sum({ error, warning, information }: SeverityCounts): number {
  return error + warning + information;
}

function toDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function fileLines(file: FileFindings, canvas: Canvas): readonly string[] {
  const { colors, report, width } = canvas;
  const path = toVisible(relativePath(report.directory, file.file));
  const counts = countsText(countSeverities([file]));
  const rule = '─'.repeat(Math.max(2, Math.min(width, WIDEST_TEXT) - stringWidth(path) - counts.length - 8));
  const heading = `${colors.dim('──')} ${colors.bold(path)} ${colors.dim(`${rule} ${counts} ──`)}`;
  return [heading, '', ...file.findings.flatMap((finding) => [...findingLines(file.file, finding, canvas), ''])];
}

function findingLines(file: string, finding: Finding, canvas: Canvas): readonly string[] {
  const { colors, width } = canvas;
  const index = canvas.indexOf(file) ?? lineIndex('');
  const paint = painter(finding.severity, colors);
  const label = LABELS[finding.severity];
  const style = { width: width - BODY_INDENT, context: 1, dim: colors.dim, mark: paint } as const;
  const head = wrapped(toProse(finding.message, colors.bold, colors), HEAD_INDENT + label.length + 2, canvas);
  return [
    ...indented(HEAD_INDENT, [
      ...prefixed(`${paint(colors.bold(label))}  `, label.length + 2, head),
      `${location({ file, span: finding.span }, canvas)}  ${colors.dim(finding.rule)}`,
    ]),
    '',
    ...indented(BODY_INDENT, [
      ...codeFrame(index, finding.span, style),
      '',
      ...field('why', prose(finding.because, canvas), canvas),
      ...field(
        'path',
        finding.related.flatMap((step) => pathLines(file, finding, step, canvas)),
        canvas,
      ),
      ...field('fix', prose(finding.help, canvas), canvas),
      ...field('docs', [colors.dim(canvas.report.rules.get(finding.rule)?.docsUrl ?? '')], canvas),
    ]),
  ];
}

function pathLines(file: string, finding: Finding, step: Related, canvas: Canvas): readonly string[] {
  const { colors, width } = canvas;
  const message = toProse(step.message, String, colors);
  const heading = wrapped(`${location(step, canvas)}  ${message}`, BODY_INDENT + LABEL_WIDTH, canvas);
  const index = canvas.indexOf(step.file);
  if (index === undefined || (step.file === file && isOnLinesOf(finding.span, step.span, index))) return heading;
  const frameWidth = width - BODY_INDENT - LABEL_WIDTH;
  const style = { width: frameWidth, context: 0, dim: colors.dim, mark: colors.cyan } as const;
  return [...heading, ...codeFrame(index, step.span, style)];
}

/** Whether the finding's own frame shows the line of a step. */
function isOnLinesOf(span: Span, step: Span, index: LineIndex): boolean {
  const { line } = index.positionAt(step.start);
  return index.positionAt(span.start).line <= line && line <= index.positionAt(span.end).line;
}

/** `src/a.ts:12:5`, which terminals and editors turn into a link. */
function location(place: Place, { colors, report, indexOf }: Canvas): string {
  const path = toVisible(relativePath(report.directory, place.file));
  const position = indexOf(place.file)?.positionAt(place.span.start);
  return colors.cyan(position === undefined ? path : `${path}:${position.line + 1}:${position.character + 1}`);
}

function field(label: string, lines: readonly string[], { colors }: Canvas): readonly string[] {
  return lines.length === 0 ? [] : prefixed(colors.dim(label.padEnd(LABEL_WIDTH)), LABEL_WIDTH, lines);
}

/** Lines behind a prefix of that many columns; the others are aligned with the first. */
function prefixed(prefix: string, columns: number, [first = '', ...others]: readonly string[]): readonly string[] {
  return [`${prefix}${first}`, ...indented(columns, others)];
}

function prose(text: string, canvas: Canvas): readonly string[] {
  return wrapped(toProse(text, String, canvas.colors), BODY_INDENT + LABEL_WIDTH, canvas);
}

function wrapped(text: string, indent: number, { width }: Canvas): readonly string[] {
  return wrapAnsi(text, Math.min(width, WIDEST_TEXT) - indent, { hard: true }).split('\n');
}

function indented(columns: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(columns)}${line}`));
}

/** A sentence of ours with `code` in it; `code` loses its backticks where colour tells it. */
function toProse(text: string, paint: Formatter, colors: Colors): string {
  const pieces = toVisible(text).split('`');
  if (!colors.isColorSupported || pieces.length % 2 === 0) return paint(pieces.join('`'));
  return pieces
    .map((piece, index) => (piece === '' ? '' : index % 2 === 1 ? colors.cyan(piece) : paint(piece)))
    .join('');
}

function painter(severity: Severity, colors: Colors): Formatter {
  return { error: colors.red, warning: colors.yellow, information: colors.blue }[severity];
}
