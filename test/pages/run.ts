import assert from 'node:assert/strict';
import { type Finding, lineIndex, type Settings } from '../../rules';
import { type Files, fixed } from '../checks/fixes';
import { fileOf, lastFile, namedFiles } from './files';
import { type Block, CODE_LANGUAGES, changedLines, codeOf, type Page, type Section, withMarks } from './fixture';
import { type PageKind, settingsOf } from './kind';
import { analyzed, worldOf } from './world';

/** The text of a page with everything that the engine says drawn anew; equal to the page when it is right. */
export function redrawn(page: Page, kind: PageKind): string {
  const lines: (string | readonly string[])[] = [...page.lines];
  for (const section of page.sections) {
    for (const [block, drawn] of redrawnBlocks(section, kind)) {
      for (let index = 0; index < block.lines.length; index++) lines[block.start + index] = [];
      if (block.lines.length === 0) lines[block.start - 1] = [page.lines[block.start - 1] ?? '', ...drawn];
      else lines[block.start] = drawn;
    }
  }
  return lines.flat().join('\n');
}

function redrawnBlocks(section: Section, kind: PageKind): ReadonlyMap<Block, readonly string[]> {
  const drawn = new Map<Block, readonly string[]>();
  const named = namedFiles(section);
  let files: Files = named;
  for (const block of section.blocks) {
    if (CODE_LANGUAGES.has(block.language)) {
      const file = fileOf(block);
      files = new Map([...named, [file, codeOf(block)]]);
      const { findings } = analyzed(file, files, settingsOf(section, kind));
      drawn.set(block, withMarks(codeOf(block), marksOf(findings, file, codeOf(block), kind.isShort === true)));
    } else if (block.language === 'facts') {
      const file = lastFile(section, block);
      const listing = analyzed(file, files, settingsOf(section, kind)).listing();
      drawn.set(block, listing.split('\n'));
    } else if (block.language === 'diff') {
      drawn.set(block, diffOf(block, section, files, kind));
    }
  }
  return drawn;
}

/** What is found in the code of a section; `watched` may look at which settings are asked for. */
export function findingsIn(
  section: Section,
  kind: PageKind,
  watched: (settings: Settings) => Settings,
): readonly Finding[] {
  const named = namedFiles(section);
  const settings = watched(settingsOf(section, kind));
  return section.blocks
    .filter(({ language }) => CODE_LANGUAGES.has(language))
    .flatMap((block) => {
      const files = new Map([...named, [fileOf(block), codeOf(block)]]);
      const { analyze: analyzeIn, index } = worldOf(files, settings);
      return analyzeIn(fileOf(block), { ...index, isWrapper: () => true }).findings;
    });
}

function marksOf(
  findings: readonly Finding[],
  file: string,
  code: string,
  isShort: boolean,
): ReadonlyMap<number, readonly string[]> {
  const lines = lineIndex(code);
  const marks = new Map<number, string[]>();
  const mark = (offset: number, end: number, text: string): void => {
    const start = lines.positionAt(offset);
    const stop = lines.positionAt(end);
    const width = (stop.line === start.line ? stop.character : lines.lineText(start.line).length) - start.character;
    const drawn = `${' '.repeat(start.character)}${'~'.repeat(Math.max(width, 1))} ${text}`;
    marks.set(start.line, [...(marks.get(start.line) ?? []), drawn]);
  };
  for (const { rule, span, message, severity, related } of findings) {
    mark(span.start, span.end, isShort ? rule : `${severity} ${rule}: ${message}`);
    for (const step of isShort ? [] : related)
      if (step.file === file) mark(step.span.start, step.span.end, `^ ${step.message}`);
  }
  return marks;
}

function diffOf(block: Block, section: Section, files: Files, kind: PageKind): readonly string[] {
  const file = lastFile(section, block);
  const settings = settingsOf(section, kind);
  const { findings } = analyzed(file, files, settings);
  const fix = findings.flatMap(({ fixes }) => fixes).find(({ title }) => title === block.title);
  assert.ok(
    fix !== undefined,
    `no fix is called "${block.title}"; there are ${[...new Set(findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)))].join(', ')}`,
  );
  const target = block.file === undefined ? file : fileOf(block);
  const before = files.get(target) ?? '';
  return changedLines(before, fixed(files, { fix, choice: undefined }).get(target) ?? '');
}
