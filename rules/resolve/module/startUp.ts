import {
  isBinaryExpression,
  isClassLike,
  isEqual,
  isExpressionStatement,
  isFunctionDeclaration,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isImportDeclaration,
  isNullish,
  isStringLiteral,
  type Node,
  type SourceFile,
  SyntaxKind,
  walk,
} from '../../syntax';
import { lineBreakOf } from '../../text/lineBreak';
import type { Term } from '../lower/term';
import type { FileScope } from '../scope/scope';

/** What a module does when it is loaded, for edits that have it refuse to start, and for what it refuses already. */
export interface StartUp {
  /** Where its statements start, those that only import aside. */
  readonly statements: readonly number[];
  /** Of these, functions and classes: the type of a name is not narrowed in them. */
  readonly hoisted: readonly number[];
  /** The first place behind what imports, and what loads the environment. */
  readonly ready: number;
  /** What stands between two lines. */
  readonly lineBreak: string;
  /** What stands before that place in its line, and before each statement: the indent of a script in a page. */
  readonly indents: { readonly ready: string; readonly statements: readonly string[] };
  /** An empty line stands above that place. */
  readonly isApart: boolean;
  /** The names that it declares. */
  readonly names: readonly string[];
  /** Variables of the environment without which it throws or ends, in production at least; and names of the file with that fate. */
  readonly refuses: readonly string[];
}

export const NO_START_UP: StartUp = {
  statements: [],
  hoisted: [],
  ready: 0,
  lineBreak: '\n',
  indents: { ready: '', statements: [] },
  isApart: false,
  names: [],
  refuses: [],
};

const LOADS = /\bdotenv|loadEnv|\bimport\b|\brequire\s*\(/;

export function startUpOf(
  tree: SourceFile,
  scope: FileScope,
  lower: (node: Node) => Term,
  initialOf: InitialOf,
): StartUp {
  if (!mayMatter(tree.text)) return NO_START_UP;
  const all = tree.statements;
  const last = all.findLastIndex((one) => !isRunning(one) || (!isHoisted(one) && LOADS.test(headOf(one, tree))));
  const running = all.filter(isRunning);
  const startOf = (one: Node): number => withCommentsAbove(one.getStart(tree, true), tree.text);
  const statements = running.map(startOf);
  const next = all[last + 1];
  const ready = next === undefined ? tree.text.length : startOf(next);
  const above = tree.text.slice(0, ready);
  return {
    statements,
    hoisted: statements.filter((_, index) => isHoisted(running[index])),
    ready,
    lineBreak: lineBreakOf(tree.text),
    indents: { ready: indentAt(ready, tree.text), statements: statements.map((one) => indentAt(one, tree.text)) },
    isApart: /\n\s*\n[ \t]*$/.test(above),
    names: [...new Set(scope.declarations.map(({ name }) => name))],
    refuses: refusalsIn(tree, lower, initialOf),
  };
}

function isHoisted(statement: Node | undefined): boolean {
  return statement !== undefined && (isFunctionDeclaration(statement) || isClassLike(statement));
}

function indentAt(offset: number, text: string): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.trim() === '' ? before : '';
}

/** Where the comments begin that stand on the lines above: what is written there must not come between. */
function withCommentsAbove(start: number, text: string): number {
  let first = start;
  for (;;) {
    const line = text.lastIndexOf('\n', first - 1) + 1;
    if (line === 0 || text.slice(line, first).trim() !== '') return first;
    const before = commentAbove(line, text);
    if (before === undefined) return first;
    first = before;
  }
}

/** Where the comment begins that ends right above a line, and has its lines to itself. */
function commentAbove(line: number, text: string): number | undefined {
  const above = text.lastIndexOf('\n', line - 2) + 1;
  const single = /^[ \t]*(?=\/\/)/.exec(text.slice(above, line));
  if (single !== null) return above + single[0].length;
  if (!text.slice(above, line).trimEnd().endsWith('*/')) return undefined;
  const opening = text.lastIndexOf('/*', line);
  const isAlone = text.slice(text.lastIndexOf('\n', opening) + 1, opening).trim() === '';
  return isAlone ? opening : undefined;
}

/** Secrets are what such edits and refusals are about. */
function mayMatter(text: string): boolean {
  return /secret|key|password|token|jwt|session/i.test(text);
}

/** What a statement shows at its start: a long one does more than to load something. */
function headOf(statement: Node, tree: SourceFile): string {
  return statement.getText(tree).slice(0, 200);
}

function isRunning(statement: Node): boolean {
  if (isImportDeclaration(statement) || statement.kind === SyntaxKind.ImportEqualsDeclaration) return false;
  return !isExpressionStatement(statement) || !isStringLiteral(statement.expression);
}

/** What a name is declared as, when that is written. */
export type InitialOf = (binding: number) => Term | undefined;

const REFUSES = /\bthrow\b|\bprocess\s*\.\s*exit\b/;

/** `if (process.env.NODE_ENV === 'production' && !process.env.JWT_SECRET) throw …`. */
function refusalsIn(tree: SourceFile, lower: (node: Node) => Term, initialOf: InitialOf): readonly string[] {
  if (!REFUSES.test(tree.text) || !/\benv\b/.test(tree.text)) return [];
  const found = new Set<string>();
  walk(tree, (node) => {
    if (!isRefusal(node, tree)) return;
    for (const condition of conditionsAround(node))
      for (const name of missingIn(condition, lower, initialOf)) found.add(name);
  });
  return [...found];
}

function isRefusal(node: Node, tree: SourceFile): boolean {
  if (node.kind === SyntaxKind.ThrowStatement) return true;
  return isExpressionStatement(node) && /^process\s*\.\s*exit\s*\(/.test(node.getText(tree).slice(0, 40));
}

function conditionsAround(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let at = node; at.parent !== undefined && !isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (isIfStatement(parent) && parent.thenStatement === at) found.push(parent.expression);
  }
  return found;
}

/** The variables that a condition finds missing, and the names that it finds to be a literal: a default that may not stay. */
function missingIn(condition: Node, lower: (node: Node) => Term, initialOf: InitialOf): readonly string[] {
  const found: string[] = [];
  walk(condition, (node) => {
    if (node.kind === SyntaxKind.PrefixUnaryExpression) {
      const { operator, operand } = node as Node & { operator: SyntaxKind; operand: Node };
      if (operator === SyntaxKind.ExclamationToken) found.push(...variableOf(lower(operand), initialOf, 2));
    }
    if (!isBinaryExpression(node) || !isEqual(node.operatorToken.kind)) return;
    const { left, right } = node;
    if (isNullish(right)) found.push(...variableOf(lower(left), initialOf, 2));
    else if (isIdentifier(left) && (isStringLiteral(right) || isIdentifier(right))) found.push(left.text);
  });
  return found;
}

/** `JWT_SECRET` for `process.env.JWT_SECRET`, and for a name that is declared as it. */
function variableOf(term: Term, initialOf: InitialOf, steps: number): readonly string[] {
  if (term.kind === 'member' && typeof term.key === 'string') {
    const { object } = term;
    const isEnvironment =
      object.kind === 'member' ? object.key === 'env' : object.kind === 'global' && object.name === 'env';
    return isEnvironment ? [term.key] : [];
  }
  const initial = term.kind === 'reference' && steps > 0 ? initialOf(term.binding) : undefined;
  return initial === undefined ? [] : variableOf(initial, initialOf, steps - 1);
}
