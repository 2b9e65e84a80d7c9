import { lineIndex, type ParsedDocument } from '../../rules';
import type { Files } from '../host/files/files';
import type { Skip } from '../host/files/skip';
import type { AnalyzedFile, Unchecked } from '../host/workspace';
import type { FileFindings, SkippedFile } from './report';

/** Gathers what the analyses of single files yield. */
export interface Collector {
  add(file: string, result: Pick<AnalyzedFile, 'kind' | 'document' | 'analysis'> | Unchecked): void;
  skip(skip: Skip): void;
  /** The analysis of a file failed as a whole. */
  fail(file: string, error: unknown): void;
  /** The first crash of each rule, and of the analysis as a whole. */
  crashes(): readonly Crash[];
  skipped(): readonly SkippedFile[];
  /** The files that have findings, in the order of their paths. */
  files(): readonly FileFindings[];
  /** The text of every file that a finding names; those that were not analysed are read. */
  texts(files: Files): Promise<ReadonlyMap<string, string>>;
}

/** A mistake of ours. `rule` is absent when it is not in a rule. */
export interface Crash {
  readonly file: string;
  readonly rule: string | undefined;
  readonly error: unknown;
}

export function createCollector(): Collector {
  const found = new Map<string, FileFindings>();
  const skipped = new Map<string, SkippedFile>();
  const texts = new Map<string, string>();
  const crashes = new Map<string | undefined, Crash>();
  const addCrash = (crash: Crash): void => {
    if (!crashes.has(crash.rule)) crashes.set(crash.rule, crash);
  };
  return {
    add(file, result) {
      if (result.kind === 'skipped') {
        skipped.set(result.skip.file, result.skip);
        return;
      }
      const { document, analysis } = result;
      for (const crash of analysis.crashes) addCrash({ file, ...crash });
      if (document.syntaxErrors.length > 0) skipped.set(file, toSkippedFile(document));
      // A file is analysed again when more is known of what it uses.
      found.delete(file);
      if (analysis.findings.length === 0) return;
      found.set(file, { file, findings: analysis.findings });
      texts.set(file, document.text);
    },
    skip(skip) {
      skipped.set(skip.file, skip);
    },
    fail(file, error) {
      addCrash({ file, rule: undefined, error });
      skipped.set(file, { file, reason: 'crash', message: 'authlint itself fails on this file. Please report that.' });
    },
    crashes: () => [...crashes.values()],
    skipped: () => [...skipped.values()],
    files: () => [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    async texts(files) {
      for (const file of [...found.values()].flatMap(namedFiles)) {
        if (!texts.has(file)) texts.set(file, (await files.text(file)) ?? '');
      }
      return texts;
    },
  };
}

function namedFiles({ findings }: FileFindings): readonly string[] {
  return findings.flatMap(({ related, fixes }) => [
    ...related.map((step) => step.file),
    ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.file)),
  ]);
}

/** A file that does not parse is checked as far as it does. */
function toSkippedFile({ file, text, syntaxErrors: [first] }: ParsedDocument): SkippedFile {
  const { line, character } = lineIndex(text).positionAt(first?.span.start ?? 0);
  const what = `The file does not parse from line ${line + 1}, column ${character + 1} on: ${first?.message}`;
  const remedy = 'It was checked as well as it could be. Mend it, or add it to "ignore" in authlint.config.json.';
  return { file, reason: 'syntax-error', message: `${what.replace(/\.$/, '')}. ${remedy}` };
}
