import type { Analysis, Finding, Missing, ModuleSummary, ParsedDocument, World } from '../../rules';
import type { Engine } from '../../server/host/engine';

/**
 * An engine for a language of lines, to test hosts without the real one: `import X` consults a module and what it
 * imports in turn, `export X` gives importers a value, `use X` asks for a package's version, `deep` cannot be parsed, `steep` cannot be followed.
 * The only finding lists everything that was learned.
 */
export interface LineEngine extends Engine {
  /** The files that were parsed so far, in order. */
  readonly parsed: string[];
}

export function lineEngine(): LineEngine {
  const parsed: string[] = [];
  return {
    parsed,
    parseDocument(file, text) {
      parsed.push(file);
      if (text === 'deep') return { kind: 'too-deep' };
      return { kind: 'parsed', document: { file, text } as ParsedDocument };
    },
    summarize(document) {
      if (document.text === 'steep') return undefined;
      const exports = Object.fromEntries(wordsAfter(document, 'export').map((word) => [word, word]));
      return { file: document.file, exports, exportsAllOf: wordsAfter(document, 'import') } as unknown as ModuleSummary;
    },
    analyze,
    createReader: (document, world) => ({
      analyze: () => analyze(document, world),
      contribute: () => ({
        contribution: {
          wrappers: [],
          implements: [],
          registers: [],
          reads: [],
          verifiers: [],
          signers: [],
          cookies: [],
          secretUses: [],
          tokenUses: [],
          storageKeys: [],
        },
        missing: [],
      }),
    }),
  };
}

function analyze(document: ParsedDocument, world: World): Analysis {
  const missing: Missing[] = [];
  const learned = [
    ...wordsAfter(document, 'import').flatMap((specifier) => follow(specifier, document.file, world, missing, [])),
    ...wordsAfter(document, 'use').map((name) => versionOf(name, document.file, world, missing)),
  ];
  const message = `${world.settings.preset}: ${learned.join(' ')}`;
  const isTooDeep = document.text === 'steep';
  return { findings: [{ message } as Finding], missing, isTooDeep } as unknown as Analysis;
}

function wordsAfter({ text }: ParsedDocument, word: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
}

function follow(specifier: string, from: string, world: World, missing: Missing[], seen: readonly string[]): string[] {
  const summary = world.summary(specifier, from);
  if (summary === undefined) missing.push({ kind: 'summary', specifier, from });
  if (summary === null) return [`no ${specifier}`];
  if (summary === undefined || seen.includes(summary.file)) return [];
  const inner = summary.exportsAllOf.flatMap((next) =>
    follow(next, summary.file, world, missing, [...seen, summary.file]),
  );
  return [...Object.keys(summary.exports), ...inner];
}

function versionOf(name: string, from: string, world: World, missing: Missing[]): string {
  const dependency = world.dependency(name, from);
  if (dependency === undefined) missing.push({ kind: 'dependency', package: name, from });
  return `${name}@${dependency?.version}`;
}
