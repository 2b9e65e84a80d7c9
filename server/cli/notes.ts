import type { ConfigProblem } from '../host/config/readConfig';
import type { Crash } from './collector';
import type { Applied } from './fixing';
import { toVisible } from './printers/visible';
import { counted, relativePath, type SkippedFile } from './report';

const MOST_NOTES = 10;

/** One line for each file that was not checked as a whole, and one for the rest when they are many. */
export function skippedNotes(skipped: readonly SkippedFile[], directory: string): readonly string[] {
  const notes = skipped.map(({ file, message }) => `authlint: ${name(file, directory)}: ${toVisible(message)}`);
  const rest = notes.length - MOST_NOTES;
  if (rest <= 1) return notes;
  return [...notes.slice(0, MOST_NOTES), `authlint: ${rest} more files like these; \`--format json\` names them all.`];
}

/** What a bug report needs: the traces of crashes. */
export function crashNotes(crashes: readonly Crash[], directory: string): readonly string[] {
  return crashes.map(({ file, rule, error }) => {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const what = rule === undefined ? 'the analysis' : `the rule ${rule}`;
    return `authlint: ${what} crashed on ${name(file, directory)}; please report this trace.\n${trace}`;
  });
}

/** The message of a run that stops because of configs: `authlint.config.json:3:5: message` per line. */
export function configMessage(problems: readonly ConfigProblem[], directory: string): string {
  const lines = problems.map(
    ({ file, line, column, message }) => `${name(file, directory)}:${line}:${column}: ${toVisible(message)}`,
  );
  return lines.length === 1 ? lines.join('') : `the configuration is not valid.\n${lines.join('\n')}`;
}

/** What was fixed, one line for each file. */
export function fixNotes(applied: readonly Applied[], dryRun: boolean, directory: string): readonly string[] {
  if (applied.length === 0) return ['authlint: there is nothing to fix.'];
  const changes = new Map<string, Set<string>>();
  for (const { files, rule, title } of applied) {
    for (const file of files) changes.set(file, (changes.get(file) ?? new Set()).add(`${title} (${rule})`));
  }
  const what = `${counted(applied.length, 'finding')} in ${counted(changes.size, 'file')}`;
  const lines = [...changes].map(([file, titles]) => `  ${name(file, directory)}: ${[...titles].join(', ')}`);
  return [`authlint: ${dryRun ? 'would fix' : 'fixed'} ${what}.`, ...lines];
}

function name(file: string, directory: string): string {
  return toVisible(relativePath(directory, file));
}
