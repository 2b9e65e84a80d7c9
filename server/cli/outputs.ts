import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import pico from 'picocolors';
import { readRulePages } from '../host/nodeRulePages';
import type { Output } from './arguments';
import { CannotRun } from './cannotRun';
import type { Format } from './options';
import { type PrettyStyle, summaryLine, toPretty } from './printers/pretty';
import type { Report } from './report';
import type { Terminal } from './terminal';

const FILE_STYLE: PrettyStyle = { colors: pico.createColors(false), width: 100 };

type Printer = (report: Report, style: PrettyStyle) => string;

/** Prints a report in every format that was asked for, to files or to standard output; says something in any case. */
export async function writeReports(outputs: readonly Output[], report: Report, terminal: Terminal): Promise<void> {
  for (const { format, file } of outputs) {
    const print = await loadPrinter(format);
    if (file === undefined) terminal.print(print(report, terminal));
    else await writeReport(resolve(terminal.directory, file), print(report, FILE_STYLE));
  }
  if (outputs.some(({ file }) => file === undefined)) return;
  terminal.note(`authlint: ${summaryLine(report, FILE_STYLE.colors)}`);
}

async function loadPrinter(format: Format): Promise<Printer> {
  switch (format) {
    case 'pretty':
      return toPretty;
    case 'json':
      return (await import('./printers/json')).toJson;
    case 'sarif': {
      const { toSarif } = await import('./printers/sarif');
      return (report) => toSarif(report, readRulePages());
    }
    case 'github':
      return (await import('./printers/github')).toGithub;
    case 'markdown':
      return (await import('./printers/markdown')).toMarkdown;
  }
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new CannotRun(`the report cannot be written to ${file}: ${error instanceof Error ? error.message : error}`);
  }
}
