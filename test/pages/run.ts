import assert from 'node:assert/strict';
import {
  type Analysis,
  analyze,
  applyEdits,
  chooseEdits,
  createReader,
  type Dependency,
  type Finding,
  type Fix,
  fileSigns,
  lineIndex,
  type ModuleSummary,
  type ParsedDocument,
  parseDocument,
  readVariable,
  rules,
  type Settings,
  settingsFor,
  summarize,
  type WorkspaceIndex,
  type World,
} from '../../rules';
import { PRECEDENCE } from '../../rules/catalog/precedence';
import { createIndex } from '../../server/host/workspaceIndex';
import { type Block, CODE_LANGUAGES, changedLines, codeOf, type Page, type Section, withMarks } from './fixture';

/** How the pages of one folder are run. */
export interface PageKind {
  /** The only rule that runs; all of them when absent. */
  readonly rule?: string;
  /** Squiggles carry the rule's id alone. */
  readonly isShort?: boolean;
}

type Files = ReadonlyMap<string, string>;

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

function fileOf({ file, language }: Block): string {
  return `/page/${file ?? `input.${language}`}`;
}

function namedFiles({ blocks }: Section): Files {
  const files = new Map<string, string>();
  for (const block of blocks) {
    if (block.file !== undefined && block.language !== 'diff') files.set(fileOf(block), codeOf(block));
  }
  return files;
}

/** The file of the code block that a block comments on. */
function lastFile({ blocks }: Section, block: Block): string {
  const before = blocks.slice(0, blocks.indexOf(block)).filter(({ language }) => CODE_LANGUAGES.has(language));
  const last = before[before.length - 1];
  assert.ok(last !== undefined, 'a facts or diff block stands under code');
  return fileOf(last);
}

function settingsOf({ blocks }: Section, { rule }: PageKind): Settings {
  const config = blocks.find(({ language, title }) => language === 'json' && title === 'config');
  const given = config === undefined ? {} : (JSON.parse(codeOf(config)) as Partial<Settings>);
  const base = settingsFor(given.preset ?? 'recommended');
  const others = rule === undefined ? [] : rules.filter(({ id }) => id !== rule).map(({ id }) => [id, 'off'] as const);
  return { ...base, ...given, rules: { ...Object.fromEntries(others), ...given.rules } };
}

/**
 * Analyses a file in a world that consists of the files of its section. Where there are several, looking only into
 * functions whose names their contributions list must find what looking into every function finds.
 */
export function analyzed(file: string, files: Files, settings: Settings): Analysis {
  const { analyze: analyzeIn, index } = worldOf(files, settings);
  const analysis = analyzeIn(file, { ...index, isWrapper: () => true });
  assert.deepEqual(analysis.crashes, []);
  if (files.size > 1) {
    const narrow = analyzeIn(file, index);
    assert.deepEqual(narrow.findings, analysis.findings, `${file}: a function that leads to a fact is not contributed`);
  }
  return analysis;
}

interface PageWorld {
  analyze(file: string, index: WorkspaceIndex): Analysis;
  readonly index: WorkspaceIndex;
}

const worlds = new WeakMap<Files, Map<Settings, PageWorld>>();

function worldOf(files: Files, settings: Settings): PageWorld {
  const bySettings = worlds.get(files) ?? new Map<Settings, PageWorld>();
  worlds.set(files, bySettings);
  const world = bySettings.get(settings) ?? createWorld(files, settings);
  bySettings.set(settings, world);
  return world;
}

function createWorld(files: Files, settings: Settings): PageWorld {
  const scripts = [...files.keys()].filter((name) => !/\.(?:json|env)$/.test(name));
  const modules = [...files.keys()].filter((name) => !/\/package\.json$|\.env$/.test(name));
  const documents = new Map(modules.map((name) => [name, documentOf(name, files.get(name) ?? '')]));
  const summaries = new Map<string, ModuleSummary>();
  for (const [name, document] of documents) {
    const summary = summarize(document, []);
    // What crosses files is plain data: it has to survive being written down.
    if (summary !== undefined) summaries.set(name, JSON.parse(JSON.stringify(summary)));
  }
  const documentAt = (file: string): ParsedDocument => documents.get(file) ?? documentOf(file, files.get(file) ?? '');
  const worldWith = (index: WorkspaceIndex): World => ({
    settings,
    now: Date.UTC(2026, 0, 1),
    index,
    summary: (specifier, from) => summaries.get(resolved(specifier, from, files) ?? '') ?? null,
    module: (name) => summaries.get(name) ?? null,
    dependency: (name) => dependencyIn(files, name),
    environment: (name) => readVariable('/page/.env', files.get('/page/.env') ?? '', name) ?? null,
  });
  // What leads to what is known when nothing new is contributed; the second round sees the implementers of the first.
  const built = createIndex();
  const index = built.seenFrom('/page');
  const everything = worldWith({ ...index, isWrapper: () => true });
  for (const file of scripts) built.note(file, fileSigns(file, files.get(file) ?? ''));
  for (let round = 0; scripts.length > 1 && round < 2; round++) {
    for (const file of scripts) {
      built.add(file, '/page', createReader(documentAt(file), everything).contribute().contribution);
    }
  }
  return { analyze: (file, seen) => analyze(documentAt(file), worldWith(seen)), index };
}

function documentOf(file: string, text: string): ParsedDocument {
  const parsed = parseDocument(file, text);
  assert.ok(parsed.kind === 'parsed');
  return parsed.document;
}

function resolved(specifier: string, from: string, files: Files): string | undefined {
  const isInProject = specifier.startsWith('project:');
  if (!specifier.startsWith('.') && !isInProject) return undefined;
  const base = isInProject
    ? `/page/${specifier.slice('project:'.length)}`
    : new URL(specifier, `file://${from}`).pathname.replace(/\.js$|\/$/, '');
  return ['', '.ts', '.tsx', '.js', '.json', '.yaml', '/index.ts', '/index.js']
    .map((end) => base + end)
    .find((name) => files.has(name));
}

/** Without a manifest every package counts as a dependency of unknown version. */
function dependencyIn(files: Files, name: string): Dependency | null {
  const manifest = files.get('/page/package.json');
  if (manifest === undefined) return { declared: false };
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
  const range = dependencies[name];
  return range === undefined ? null : { declared: true, version: range.replace(/^[\^~]/, '') };
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
  return changedLines(before, fixed(files, fix, undefined).get(target) ?? '');
}

/** The files after a fix. */
export function fixed(files: Files, fix: Fix, choice: string | undefined): Files {
  const result = new Map(files);
  for (const [name, text] of files) {
    const edits = chooseEdits(fix, choice).filter(({ file }) => file === name);
    if (edits.length > 0) result.set(name, applyEdits(text, edits));
  }
  return result;
}

/**
 * Rules that may share a place because each misses something else there: the call, or its options, is where all of it would
 * be written.
 */
const EACH_ITS_OWN: readonly (readonly string[])[] = [
  [
    'cookie-missing-httponly',
    'cookie-missing-secure',
    'cookie-missing-samesite',
    'cookie-broad-scope',
    'cookie-long-lived',
    'session-long-lived',
    'session-memory-store',
  ],
  ['jwt-missing-algorithms', 'jwt-missing-issuer-audience', 'token-in-url'],
  // The options are another file's: both stand on what brings them.
  ['jwt-ignored-expiration', 'jwt-missing-issuer-audience'],
  // Written in source and kept where scripts read it: whoever mends the one still has the other.
  ['hardcoded-token', 'token-in-web-storage'],
];

/** One cause is one finding: rules that report the same place, give or take its quotes, have a reason to. */
function checkCauses(findings: readonly Finding[], code: string): void {
  for (const [index, one] of findings.entries()) {
    for (const other of findings.slice(index + 1)) {
      const isNear = Math.abs(one.span.start - other.span.start) <= 1 && Math.abs(one.span.end - other.span.end) <= 1;
      if (!isNear || one.rule === other.rule) continue;
      const isExplained = EACH_ITS_OWN.some((group) => group.includes(one.rule) && group.includes(other.rule));
      const place = code.slice(one.span.start, one.span.end);
      assert.ok(isExplained, `${one.rule} and ${other.rule} both report ${place}: which of them owns it?`);
    }
  }
}

/** A cookie that no browser took is sent once its fix is taken: what it is sent with is another danger of one rule. */
function isNextOf(fixed: Finding, other: Finding): boolean {
  const isNext = fixed.rule === 'cookie-samesite-none' && other.rule === fixed.rule;
  return isNext && fixed.severity === 'error' && other.severity !== 'error';
}

/** Invariant 10: a fix leaves a file that parses, without its finding, without a new one, and once is enough. */
export function checkFixes(section: Section, kind: PageKind): void {
  const named = namedFiles(section);
  const settings = settingsOf(section, {});
  for (const block of section.blocks) {
    if (!CODE_LANGUAGES.has(block.language)) continue;
    const file = fileOf(block);
    const files = new Map([...named, [file, codeOf(block)]]);
    const before = analyzed(file, files, settings).findings;
    checkCauses(before, codeOf(block));
    for (const finding of before) {
      if (kind.rule !== undefined && finding.rule !== kind.rule) continue;
      for (const fix of finding.fixes) {
        for (const choice of fix.choices ?? [undefined]) checkFix(file, files, settings, before, finding, fix, choice);
      }
    }
  }
}

function checkFix(
  file: string,
  files: Files,
  settings: Settings,
  before: readonly Finding[],
  finding: Finding,
  fix: Fix,
  choice: string | undefined,
): void {
  const label = `${finding.rule}: ${fix.title}${choice === undefined ? '' : ` (${choice})`}`;
  const after = fixed(files, fix, choice);
  for (const [name, text] of after) {
    if (name.endsWith('.json') || text === files.get(name)) continue;
    const [old, new_] = [files.get(name) ?? '', text].map((one) => parseDocument(name, one));
    assert.ok(old?.kind === 'parsed' && new_?.kind === 'parsed');
    const problems = new_.document.syntaxErrors.map(({ message }) => message);
    assert.ok(
      problems.length <= old.document.syntaxErrors.length,
      `${label}: the file does not parse: ${problems.join(', ')}\n${text}`,
    );
  }
  const left = analyzed(file, after, settings).findings.filter((one) => !isNextOf(finding, one));
  const count = (findings: readonly Finding[], rule: string): number =>
    findings.filter((one) => one.rule === rule).length;
  assert.ok(
    count(left, finding.rule) < count(before, finding.rule),
    `${label}: the finding is still there\n${after.get(file)}`,
  );
  // What the finding silenced was there before: it is heard now.
  const heard = PRECEDENCE.flatMap(({ rule, over }) => (rule === finding.rule ? over : []));
  for (const { rule } of left) {
    if (!heard.includes(rule)) assert.ok(count(left, rule) <= count(before, rule), `${label}: raises ${rule}`);
  }
}
