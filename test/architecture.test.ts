import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isNewExpression,
  isPropertyAccessExpression,
  type Node,
  ScriptTarget,
} from 'typescript';
import { type SourceFile, sourcesIn } from './sources';

const RULES = sourcesIn('rules');
const SERVER = sourcesIn('server');
const CLIENT = sourcesIn('client');
const SHIPPED = [...RULES, ...SERVER, ...CLIENT];

/** A layer imports itself and the layers before it. Names that end in '/' are folders, the others modules. */
const LAYERS = [
  ['rules/text/'],
  ['rules/config', 'rules/finding'],
  ['rules/syntax/', 'rules/document'],
  ['rules/resolve/', 'rules/world'],
  ['rules/token/'],
  ['rules/facts/schema'],
  ['rules/models/'],
  ['rules/facts/'],
  ['rules/catalog/'],
  ['rules/prefilter', 'rules/analyze'],
  ['rules/index'],
];

/** What tells the time, draws lots or reaches the machine, as it is written. */
const IMPURE =
  /^(Date\.now|Math\.random|new Date\(\)|Date\(\)|(process|globalThis|performance|crypto|fetch|require)\b.*)$/s;

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

function impurities({ path, text }: SourceFile): readonly string[] {
  const tree = createSourceFile(path, text, ScriptTarget.ESNext, true);
  const found: string[] = [];
  const visit = (node: Node): void => {
    const isUse = isPropertyAccessExpression(node) || isCallExpression(node) || isNewExpression(node);
    if (isUse && IMPURE.test(node.getText(tree))) found.push(`${path}: ${node.getText(tree)}`);
    forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
