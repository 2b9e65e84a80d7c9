import assert from 'node:assert/strict';
import {
  type Analysis,
  analyze,
  createReader,
  type Dependency,
  type ModuleSummary,
  type ParsedDocument,
  parseDocument,
  readVariable,
  type Settings,
  summarize,
  type WorkspaceIndex,
  type World,
} from '../../rules';
import { createIndex } from '../../server/host/workspaceIndex';
import type { Files } from '../checks/fixes';

/**
 * Analyses a file in a world that consists of the files of its section. Looking only into functions whose names their
 * contributions list must find what looking into every function finds.
 */
export function analyzed(file: string, files: Files, settings: Settings): Analysis {
  const { analyze: analyzeIn, index } = worldOf(files, settings);
  const analysis = analyzeIn(file, { ...index, isWrapper: () => true });
  assert.deepEqual(analysis.crashes, []);
  const narrow = analyzeIn(file, index);
  assert.deepEqual(narrow.findings, analysis.findings, `${file}: a function that leads to a fact is not contributed`);
  return analysis;
}

interface PageWorld {
  analyze(file: string, index: WorkspaceIndex): Analysis;
  readonly index: WorkspaceIndex;
}

const worlds = new WeakMap<Files, Map<Settings, PageWorld>>();

export function worldOf(files: Files, settings: Settings): PageWorld {
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
  for (const file of scripts) built.note(file, files.get(file) ?? '', []);
  for (let round = 0; round < Math.min(2, scripts.length); round++) {
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
