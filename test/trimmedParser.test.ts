import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as stock from 'typescript';
import { devDependencies } from '../package.json';
import { trimmedTypescript, trimTypescript } from '../scripts/trimTypescript';

const ROOT = join(__dirname, '..');
const BUNDLE = join(ROOT, '.cache/trimmed-parser.cjs');
const NAMES = ['createSourceFile', 'updateSourceFile', 'forEachChild', 'SyntaxKind', 'isCallExpression'] as const;

type Parser = Pick<typeof stock, (typeof NAMES)[number]>;

/** Everything that `npm ci` puts on disk and that someone wrote, ourselves included. */
const CORPUS = [
  ...['client', 'examples', 'rules', 'scripts', 'server', 'test'].map((folder) => join(ROOT, folder)),
  ...Object.keys(devDependencies).map((name) => join(ROOT, 'node_modules', name)),
].flatMap(sourceFiles);

/** What people leave behind while they type. */
const FRAGMENTS = ['foo.', 'if (', "res.cookie('a', ", 'const x = ', '{ a: ', '`${', '/* ', '}', '<div>', ''];

describe('the trimmed parser', function () {
  this.timeout(300_000);
  let trimmed: Parser;

  before(async () => {
    await build({
      stdin: { contents: `export { ${NAMES.join(', ')} } from 'typescript';`, resolveDir: ROOT },
      bundle: true,
      platform: 'node',
      outfile: BUNDLE,
      plugins: [trimmedTypescript()],
    });
    trimmed = require(BUNDLE);
  });

  it('is a small part of TypeScript', () => {
    assert.ok(statSync(BUNDLE).size < 1_100_000, `${statSync(BUNDLE).size} bytes`);
  });

  it(`reads ${CORPUS.length} files as TypeScript does`, () => {
    assert.ok(CORPUS.length > 500, `the corpus has ${CORPUS.length} files`);
    for (const file of CORPUS) {
      const text = readFileSync(file, 'utf8');
      assertSame(file, outline(trimmed, parse(trimmed, file, text)), outline(stock, parse(stock, file, text)));
    }
  });

  it('follows edits as TypeScript does', () => {
    for (const [number, file] of CORPUS.filter((_, i) => i % 30 === 0).entries()) {
      let text = readFileSync(file, 'utf8');
      let ours = parse(trimmed, file, text);
      let theirs = parse(stock, file, text);
      for (const [step, fragment] of FRAGMENTS.entries()) {
        const start = ((number + 1) * (step + 1) * 7919) % (text.length + 1);
        const length = Math.min((step * 13) % 40, text.length - start);
        text = text.slice(0, start) + fragment + text.slice(start + length);
        const change = { span: { start, length }, newLength: fragment.length };
        ours = trimmed.updateSourceFile(ours, text, change);
        theirs = stock.updateSourceFile(theirs, text, change);
        assertSame(`${file} after ${step + 1} edits`, outline(trimmed, ours), outline(stock, theirs));
      }
    }
  });

  it('makes nodes that have all methods', () => {
    const text = '/* a */ verify( this.#key, token ); export {}';
    const methods = (parser: Parser): string[] => {
      const names = new Set<string>();
      visit(parser, parse(parser, 'a.ts', text), (node) => {
        for (let type = Object.getPrototypeOf(node); type !== null; type = Object.getPrototypeOf(type)) {
          for (const name of Object.getOwnPropertyNames(type)) names.add(name);
        }
      });
      return [...names].sort();
    };
    assert.deepEqual(methods(trimmed), methods(stock));
    const { statements } = parse(trimmed, 'a.ts', text);
    assert.equal(statements[0]?.getChildAt(0).getText(), 'verify( this.#key, token )');
  });

  it('refuses a TypeScript that it does not know', () => {
    const trim = (body: string): string => trimTypescript(`((module) => { ${body} })({});`);
    const exporting =
      'var objectAllocator = {}; var typescript_exports = {}; __export(typescript_exports, {\n  a: () => a2\n});';
    assert.match(trim(`${exporting} var a2 = 1;`), /export \{ a2 as a \}/);
    assert.throws(() => trimTypescript('export {};'), /no module function/);
    assert.throws(() => trim('var a = 1;'), /no list of exports/);
    assert.throws(() => trim(`${exporting} start();`), /unknown statement start\(\);/);
    assert.throws(() => trim(`${exporting} gone.x = 1;`), /nothing declares gone/);
    assert.throws(() => trim(`${exporting} var Diagnostics = messages();`), /no list of messages/);
  });
});

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) && statSync(path).size < 100_000 ? path : [];
  });
}

function parse(parser: Parser, file: string, text: string): stock.SourceFile {
  const options = { languageVersion: stock.ScriptTarget.ESNext, jsDocParsingMode: stock.JSDocParsingMode.ParseNone };
  return parser.createSourceFile(file, text, options, true);
}

function visit(parser: Parser, root: stock.Node, visitor: (node: stock.Node) => void): void {
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visitor(node);
    const children: stock.Node[] = [];
    parser.forEachChild(node, (child) => void children.push(child));
    stack.push(...children.reverse());
  }
}

const NUMBERS = 6;

interface Outline {
  /** `NUMBERS` of each node in source order: kind, start with and without trivia, end, flags, length of its `text`. */
  readonly nodes: readonly number[];
  readonly problems: string;
}

function outline(parser: Parser, tree: stock.SourceFile): Outline {
  const nodes: number[] = [];
  visit(parser, tree, (node) => {
    const { text } = node as stock.Identifier;
    nodes.push(node.kind, node.pos, node.getStart(tree), node.end, node.flags, text?.length ?? -1);
  });
  const { parseDiagnostics } = tree as unknown as { parseDiagnostics: readonly stock.DiagnosticWithLocation[] };
  const problems = parseDiagnostics.map(({ code, start, length, messageText }) => [code, start, length, messageText]);
  return { nodes, problems: JSON.stringify(problems) };
}

function assertSame(what: string, ours: Outline, theirs: Outline): void {
  const difference = theirs.nodes.findIndex((value, i) => value !== ours.nodes[i]);
  assert.equal(difference, -1, `${what}: node ${Math.floor(difference / NUMBERS)} differs`);
  assert.equal(ours.nodes.length, theirs.nodes.length, `${what}: numbers of nodes`);
  assert.equal(ours.problems, theirs.problems, `${what}: syntax errors`);
}
