import { readFileSync, writeFileSync } from 'node:fs';
import { applyEdits, type Edit, type Fix, parseDocument } from '../../rules';
import { type Draft, type Replacement, revise, toReplacements, untouched } from '../host/draft';
import { basename } from '../host/files/path';
import { decodeText } from '../host/files/source';
import { isScript } from '../host/files/sourceFiles';
import { takeApart } from '../host/files/takeApart';
import { CannotRun } from './cannotRun';
import type { FileFindings } from './report';

/** A fix that was applied, for people. */
export interface Applied {
  /** The files that it changes. */
  readonly files: readonly string[];
  readonly rule: string;
  readonly title: string;
}

/** The fixes of a run: what has been applied so far, in memory. */
export interface Fixing {
  /** The files that changed, with their new texts. */
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: readonly Applied[];
  /** Applies what can be applied at once. `false` when there is nothing more to apply. */
  take(files: readonly FileFindings[], texts: ReadonlyMap<string, string>): boolean;
  /** What was changed, by file: the text on disk, and edits of it. */
  changes(): readonly Change[];
  /** Writes the files. */
  write(): void;
}

export interface Change {
  readonly file: string;
  readonly before: string;
  readonly replacements: readonly Replacement[];
}

interface Candidate extends Applied {
  readonly edits: readonly Edit[];
}

/** Applies fixes in memory. `level`: only what is safe, or suggestions too; what needs a choice is left to people. */
export function createFixing(level: Fix['safety']): Fixing {
  const originals = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  const texts = new Map<string, string>();
  const applied: Applied[] = [];

  const apply = (file: string, before: string, edits: readonly Edit[]): void => {
    const sorted = edits.toSorted((a, b) => a.span.start - b.span.start);
    if (!originals.has(file)) originals.set(file, before);
    drafts.set(file, revise(drafts.get(file) ?? untouched(before.length), sorted));
    texts.set(file, applyEdits(before, sorted));
  };
  return {
    texts,
    applied,
    take(files, current) {
      const fixes = takeApart(candidatesIn(files, level, current));
      const sound = isSound(fixes, current) ? fixes : soundOnes(fixes, current);
      for (const [file, edits] of byFile(sound)) apply(file, current.get(file) ?? '', edits);
      applied.push(...sound.map(({ files: changed, rule, title }) => ({ files: changed, rule, title })));
      return sound.length > 0;
    },
    changes: () =>
      [...drafts].map(([file, draft]) => {
        const before = originals.get(file) ?? '';
        return { file, before, replacements: toReplacements(draft, before.length) };
      }),
    write() {
      for (const [file, text] of texts) write(file, text);
    },
  };
}

function candidatesIn(
  files: readonly FileFindings[],
  level: Fix['safety'],
  texts: ReadonlyMap<string, string>,
): readonly Candidate[] {
  const isEditable = ({ file }: Edit): boolean =>
    isScript(basename(file)) && texts.has(file) && !file.split('/').includes('node_modules');
  return files.flatMap(({ findings }) =>
    findings.flatMap(({ rule, fixes }): readonly Candidate[] => {
      const fix = fixes.find(
        ({ safety, choices, edits }) =>
          (safety === 'safe' || level === 'suggestion') && choices === undefined && edits.every(isEditable),
      );
      if (fix === undefined) return [];
      const changed = [...new Set(fix.edits.map((edit) => edit.file))];
      return [{ files: changed, rule, title: fix.title, edits: fix.edits }];
    }),
  );
}

/** Whether every file parses afterwards as well as it did before. */
function isSound(fixes: readonly Candidate[], texts: ReadonlyMap<string, string>): boolean {
  return [...byFile(fixes)].every(([file, edits]) => {
    const before = texts.get(file) ?? '';
    const after = applyEdits(before, edits);
    return errorsIn(file, after) <= errorsIn(file, before);
  });
}

/** Those that are sound together, first come first served. */
function soundOnes(fixes: readonly Candidate[], texts: ReadonlyMap<string, string>): readonly Candidate[] {
  const taken: Candidate[] = [];
  for (const fix of fixes) if (isSound([...taken, fix], texts)) taken.push(fix);
  return taken;
}

function errorsIn(file: string, text: string): number {
  const parsed = parseDocument(file, text);
  return parsed.kind === 'parsed' ? parsed.document.syntaxErrors.length : Number.POSITIVE_INFINITY;
}

function byFile(fixes: readonly Candidate[]): ReadonlyMap<string, readonly Edit[]> {
  const files = new Map<string, Edit[]>();
  for (const edit of fixes.flatMap(({ edits }) => edits)) files.set(edit.file, [...(files.get(edit.file) ?? []), edit]);
  return files;
}

/** A byte order mark stays. */
function write(file: string, text: string): void {
  try {
    const mark = decodeText(readFileSync(file))?.byteOrderMark === true ? '\uFEFF' : '';
    writeFileSync(file, mark + text);
  } catch (error) {
    throw new CannotRun(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}
