import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isNewExpression,
  isPropertyAccessExpression,
  isStringTextContainingNode,
  type Node,
  ScriptTarget,
} from 'typescript';
import { catalog } from '../rules/catalog';
import { pages } from '../rules/catalog/pages';
import { models } from '../rules/models';
import { coveragePage } from '../scripts/coverage';
import { manifestFiles } from '../scripts/manifest';
import { registries } from '../scripts/registries';
import { filesIn, ROOT, type SourceFile, sourcesIn } from './sources';

const RULES = sourcesIn('rules').filter(({ path }) => !path.endsWith('.d.ts'));
const SERVER = sourcesIn('server');
const CLIENT = sourcesIn('client');
const SHIPPED = [...RULES, ...SERVER, ...CLIENT];

/** A layer imports itself and the layers before it. Names that end in '/' are folders, the others modules. */
const LAYERS = [
  ['rules/text/'],
  ['rules/config', 'rules/finding', 'rules/signs/'],
  ['rules/syntax/', 'rules/document'],
  ['rules/resolve/'],
  ['rules/token/'],
  ['rules/facts/schema/'],
  ['rules/models/'],
  ['rules/settings'],
  ['rules/world'],
  ['rules/facts/'],
  ['rules/catalog/'],
  ['rules/perModels'],
  ['rules/offeredPackages'],
  ['rules/prefilter', 'rules/reading', 'rules/check'],
  ['rules/suppress/'],
  ['rules/why'],
  ['rules/analyze'],
  ['rules/index'],
];

/** What tells the time, draws lots or reaches the machine, as it is written. A digest does none of it. */
const IMPURE =
  /^(Date\.now|Math\.random|new Date\(\)|Date\(\)|(process|globalThis|performance|crypto(?!\.subtle(?:\.digest\b|$))|fetch|require)\b.*)$/s;

describe('architecture', () => {
  describe('invariant 1: imports point down', () => {
    it('between the layers of the engine', () => {
      const upward = imports(RULES).filter(([path, imported]) => layerOf(imported) > layerOf(path));
      assert.deepEqual(upward, []);
    });

    it('and every module of the engine has a layer', () => {
      const modules = RULES.map(({ path }) => path);
      assert.deepEqual(
        modules.filter((path) => layerOf(path) === Number.POSITIVE_INFINITY),
        [],
      );
    });

    it('from the language server and the command line to the engine and the host', () => {
      assert.deepEqual(importsOf('server/', /^\.\/(?!server\/|rules(\/|$)|package\.json$)/), []);
      assert.deepEqual(importsOf('server/host/', /^\.\/server\/(?!host(\/|$))/), []);
      assert.deepEqual(importsOf('server/lsp/', /^\.\/server\/cli(\/|$)/), []);
    });
  });

  describe('invariant 2: one folder for each outside world', () => {
    it('the parser belongs to rules/syntax', () => {
      assert.deepEqual(importsOutside('rules/syntax/', /^typescript(\/|$)/), []);
    });

    it('jose belongs to rules/token', () => {
      assert.deepEqual(importsOutside('rules/token/', /^jose(\/|$)/), []);
    });

    it('the language server protocol belongs to server/lsp', () => {
      assert.deepEqual(importsOutside('server/lsp/', /^vscode-(languageserver|jsonrpc)/), []);
    });

    it('the editor belongs to client', () => {
      assert.deepEqual(importsOutside('client/', /^vscode(-languageclient.*)?$/), []);
    });

    it('the client imports no engine and no server', () => {
      assert.deepEqual(importsOf('client/', /^\.\/(?!client\/)/), []);
    });

    it('Node belongs to server', () => {
      const node = imports(SHIPPED).filter(([path, imported]) => !path.startsWith('server/') && isNode(imported));
      assert.deepEqual(node, []);
    });
  });

  describe('invariant 3: rules and libraries do not know each other', () => {
    it('rules name no library', () => {
      const libraries = new Set(
        models.flatMap(({ package: name, modules = [] }) => [name, ...modules]).filter(Boolean),
      );
      // Packages, and words for what anything may be kept in, or said by; or a part of one word.
      libraries.delete('store');
      libraries.delete('config');
      libraries.delete('ms');
      const naming = RULES.filter(({ path }) => path.startsWith('rules/catalog/')).flatMap(({ path, text }) =>
        stringsOf(text)
          .filter((string) => namesOneOf(libraries, string))
          .map((string) => `${path}: ${string}`),
      );
      assert.deepEqual(naming, []);
    });

    it('models are data', () => {
      assert.deepEqual(JSON.parse(JSON.stringify(models)), models);
    });
  });

  it('invariant 6: syntax nodes stop at facts', () => {
    assert.deepEqual(importsOf('rules/models/', /^\.\/rules\/syntax/), []);
    assert.deepEqual(importsOf('rules/catalog/', /^\.\/rules\/(syntax|document)/), []);
    assert.deepEqual(importsOf('server/', /^\.\/rules\/syntax/), []);
  });

  it('invariant 7: generated files are fresh', () => {
    const generated = [...registries(), coveragePage(), ...manifestFiles()];
    const stale = generated.filter(({ path, text }) => readFileSync(join(ROOT, path), 'utf8') !== text);
    assert.deepEqual(
      stale.map(({ path }) => path),
      [],
      'npm run generate',
    );
  });

  it('the code map names every folder of the facts', () => {
    const map = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
    const folders = new Set(filesIn('rules/facts').flatMap((path) => path.split('/').slice(2, -1)));
    assert.deepEqual(
      [...folders].filter((folder) => !map.includes(`\n    ${folder}/ `)),
      [],
    );
  });

  it('invariant 8: every rule has a page of its name', () => {
    const files = filesIn('rules/catalog').map((path) => basename(path));
    const expected = catalog.flatMap(({ id }) => [`${id}.ts`, `${id}.md`]);
    assert.deepEqual(
      expected.filter((file) => !files.includes(file)),
      [],
    );
    assert.deepEqual(Object.keys(pages).sort(), catalog.map(({ id }) => id).sort());
  });

  it('invariant 12: the engine asks neither the clock nor chance nor the machine', () => {
    assert.deepEqual(RULES.flatMap(impurities), []);
  });
});

/** The pairs of importing file and what it imports. */
function imports(files: readonly SourceFile[]): readonly (readonly [path: string, imported: string])[] {
  return files.flatMap((file) => file.imports.map((imported) => [file.path, imported] as const));
}

function importsOf(folder: string, pattern: RegExp): readonly unknown[] {
  return imports(SHIPPED).filter(([path, imported]) => path.startsWith(folder) && pattern.test(imported));
}

function importsOutside(folder: string, pattern: RegExp): readonly unknown[] {
  return imports(SHIPPED).filter(([path, imported]) => !path.startsWith(folder) && pattern.test(imported));
}

/** The place of a module of ours among the layers. Packages lie below all of them, other folders of ours above. */
function layerOf(path: string): number {
  if (!/^\.?\/|\.ts$/.test(path)) return -1;
  const module = path.replace(/^\.\//, '').replace(/\.ts$/, '');
  const layer = LAYERS.findIndex((names) =>
    names.some((name) => (name.endsWith('/') ? `${module}/`.startsWith(name) : module === name)),
  );
  return layer < 0 ? Number.POSITIVE_INFINITY : layer;
}

function isNode(imported: string): boolean {
  return imported.startsWith('node:') || builtinModules.includes(imported);
}

/** Libraries whose names are words that rules need: of `cookie` anyone may speak, the others are named as a whole text. */
const ORDINARY_WORDS = ['cookie', 'express', 'next'];

function namesOneOf(libraries: ReadonlySet<string>, text: string): boolean {
  if (libraries.has(text)) return text !== 'cookie';
  return [...libraries].some((name) => !ORDINARY_WORDS.includes(name) && text.includes(name));
}

/** The texts of string literals and templates. */
function stringsOf(text: string): readonly string[] {
  return nodesOf(text).flatMap((node) => (isStringTextContainingNode(node) ? node.text : []));
}

function impurities({ path, text }: SourceFile): readonly string[] {
  return nodesOf(text)
    .filter((node) => isPropertyAccessExpression(node) || isCallExpression(node) || isNewExpression(node))
    .map((node) => node.getText())
    .filter((code) => IMPURE.test(code))
    .map((code) => `${path}: ${code}`);
}

function nodesOf(text: string): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    nodes.push(node);
    forEachChild(node, visit);
  };
  visit(createSourceFile('', text, ScriptTarget.ESNext, true));
  return nodes;
}
