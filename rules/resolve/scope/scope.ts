import {
  type BinaryExpression,
  type BindingName,
  type ImportDeclaration,
  isBinaryExpression,
  isBlock,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isNamespaceImport,
  isOmittedExpression,
  isPropertyAccessExpression,
  isSourceFile,
  isVariableDeclaration,
  isVariableDeclarationList,
  type Node,
  NodeFlags,
  type ObjectLiteralExpression,
  type ParameterDeclaration,
  type SourceFile,
  SyntaxKind,
  spanOf,
  type VariableDeclaration,
  walk,
} from '../../syntax';
import type { Span } from '../../text/span';
import { answeredBy } from './answers';
import { isComparison } from './comparisons';
import { isComponentTag } from './components';
import { providedBy } from './providers';
import { type StatePair, statePairOf, writeOfSetter } from './stateSetters';
import { findWriteTargets, type WriteTarget } from './writes';

/** One declared name of a file: its id is its index. */
export interface Declaration {
  readonly name: string;
  readonly kind:
    | 'import'
    | 'variable'
    | 'parameter'
    | 'element'
    | 'function'
    | 'class'
    | 'enum'
    | 'namespace'
    | 'type'
    | 'opaque';
  /** The identifier in a pattern or declaration; the specifier of an import; the function, class or enum itself. */
  readonly node: Node;
}

/** Finds what a name stands for in its initializer, when it is declared once in this file. */
export type FindInitializer = (identifier: Node) => Node | undefined;

/** Which declaration each name of a file means, and what else one walk over the file finds for the layers above. */
export interface FileScope {
  readonly declarations: readonly Declaration[];
  /** The declaration that a name means where `at` stands. */
  find(name: string, at: Node): number | undefined;
  /** Every place that writes to a name or to a part of it, by the name. */
  readonly writes: ReadonlyMap<string, readonly WriteTarget[]>;
  /** Calls, `new`, and assignments to a member, in source order. */
  readonly sites: readonly Node[];
  /** What frameworks call for: the tags of components that are given something, and providers of dependencies. */
  readonly declaredCalls: readonly DeclaredCall[];
  /** Those of them that answer requests: a function may put what it is given into one. */
  readonly answers: readonly DeclaredCall[];
  /** Tests of two values for equality, neither of which is plainly a literal. */
  readonly comparisons: readonly BinaryExpression[];
  /** Statements that export or import something, and assignments that CommonJS exports by. */
  readonly exports: readonly Node[];
}

/** A node that is as good as a call, and what it calls. */
export interface DeclaredCall {
  readonly node: Node;
  readonly callee: Node;
}

export function bindScopes(tree: SourceFile): FileScope {
  const scopes = new Map<Node, Map<string, number>>();
  const declarations: Declaration[] = [];
  const writes = new Map<string, WriteTarget[]>();
  const sites: Node[] = [];
  const declaredCalls: DeclaredCall[] = [];
  const answers: DeclaredCall[] = [];
  const comparisons: BinaryExpression[] = [];
  const exports: Node[] = [];
  const pairs = new Map<string, readonly StatePair[]>();

  const declare = (scope: Node, name: string, kind: Declaration['kind'], node: Node): void => {
    const names = scopes.get(scope) ?? new Map<string, number>();
    scopes.set(scope, names);
    // `var x` twice, or an overload before its function: the first declaration keeps the id.
    const before = declarations[names.get(name) ?? -1];
    // An interface may share its name with a value, which is what expressions mean.
    if (before !== undefined && kind !== 'function' && (before.kind !== 'type' || kind === 'type')) {
      const again = before.kind === 'variable' || before.kind === 'parameter' ? redeclared(name, node) : undefined;
      if (again !== undefined) addWrite(again);
      return;
    }
    names.set(name, declarations.length);
    declarations.push({ name, kind, node });
  };
  const declarePattern = (scope: Node, pattern: BindingName, kind: Declaration['kind']): void => {
    if (isIdentifier(pattern)) return declare(scope, pattern.text, kind, pattern);
    for (const element of pattern.elements) {
      if (!isOmittedExpression(element)) declarePattern(scope, element.name, kind);
    }
  };

  const declareVariable = (node: VariableDeclaration): void => {
    const { parent } = node;
    const pair = statePairOf(node);
    if (pair !== undefined) pairs.set(pair.setter, [...(pairs.get(pair.setter) ?? []), pair]);
    // `catch (error)` declares without a list.
    if (!isVariableDeclarationList(parent)) return declarePattern(parent, node.name, 'opaque');
    const isVar = (parent.flags & NodeFlags.BlockScoped) === 0;
    const scope = isVar ? functionScopeOf(parent) : blockScopeOf(parent);
    declarePattern(scope, node.name, kindOfVariable(parent.parent.kind));
  };
  const declareImports = ({ importClause }: ImportDeclaration): void => {
    if (importClause?.name !== undefined) declare(tree, importClause.name.text, 'import', importClause);
    const named = importClause?.namedBindings;
    if (named === undefined) return;
    if (isNamespaceImport(named)) declare(tree, named.name.text, 'import', named);
    else for (const specifier of named.elements) declare(tree, specifier.name.text, 'import', specifier);
  };
  const declareNamed = (scope: Node, node: Node, kind: Declaration['kind']): void => {
    const { name } = node as Node & { name?: Node };
    if (name !== undefined && isIdentifier(name)) declare(scope, name.text, kind, node);
  };
  const addWrite = (target: WriteTarget): void => {
    const known = writes.get(target.name);
    if (known === undefined) writes.set(target.name, [target]);
    else known.push(target);
    if (target.name === 'module' || target.name === 'exports') exports.push(target.node);
  };

  walk(tree, (node) => {
    switch (node.kind) {
      case SyntaxKind.CallExpression:
      case SyntaxKind.NewExpression:
        sites.push(node);
        break;
      case SyntaxKind.JsxOpeningElement:
      case SyntaxKind.JsxSelfClosingElement:
        if (isComponentTag(node)) declaredCalls.push({ node, callee: node.tagName });
        break;
      case SyntaxKind.ObjectLiteralExpression: {
        const callee = providedBy(node as ObjectLiteralExpression);
        if (callee !== undefined) declaredCalls.push({ node, callee });
        const answer = answeredBy(node as ObjectLiteralExpression);
        if (answer !== undefined) answers.push({ node, callee: answer });
        break;
      }
      case SyntaxKind.BinaryExpression:
        if (isMemberAssignment(node)) sites.push(node);
        else if (isComparison(node)) comparisons.push(node);
        break;
      case SyntaxKind.ExportDeclaration:
      case SyntaxKind.ExportAssignment:
        exports.push(node);
        break;
      case SyntaxKind.VariableDeclaration:
        declareVariable(node as VariableDeclaration);
        break;
      case SyntaxKind.Parameter:
        declarePattern(node.parent, (node as ParameterDeclaration).name, 'parameter');
        break;
      case SyntaxKind.FunctionDeclaration:
        if ((node as Node & { body?: Node }).body !== undefined)
          declareNamed(blockScopeOf(node.parent), node, 'function');
        break;
      case SyntaxKind.FunctionExpression:
        declareNamed(node, node, 'function');
        break;
      case SyntaxKind.ClassDeclaration:
        declareNamed(blockScopeOf(node.parent), node, 'class');
        break;
      case SyntaxKind.ClassExpression:
        declareNamed(node, node, 'class');
        break;
      case SyntaxKind.EnumDeclaration:
        declareNamed(blockScopeOf(node.parent), node, 'enum');
        break;
      case SyntaxKind.InterfaceDeclaration:
      case SyntaxKind.TypeAliasDeclaration:
        declareNamed(blockScopeOf(node.parent), node, 'type');
        break;
      case SyntaxKind.ModuleDeclaration:
        declareNamed(blockScopeOf(node.parent), node, 'namespace');
        break;
      case SyntaxKind.ImportDeclaration:
        declareImports(node as ImportDeclaration);
        break;
      case SyntaxKind.ImportEqualsDeclaration:
        declareNamed(tree, node, 'import');
        break;
    }
    findWriteTargets(node, addWrite);
  });

  const find = (name: string, at: Node): number | undefined => {
    for (let scope: Node | undefined = at; scope !== undefined; scope = scope.parent) {
      const id = scopes.get(scope)?.get(name);
      if (id !== undefined) return id;
    }
    return undefined;
  };
  for (const site of pairs.size === 0 ? [] : sites) {
    const { expression: callee } = site as Node & { expression?: Node };
    if (callee === undefined || !isIdentifier(callee)) continue;
    const id = find(callee.text, callee);
    const pair = pairs.get(callee.text)?.find(({ declaration }) => declarations[id ?? -1]?.node === declaration);
    const write = pair && writeOfSetter(site, pair);
    if (write !== undefined) addWrite(write);
  }
  return {
    declarations,
    find,
    writes,
    sites,
    declaredCalls: [...declaredCalls, ...answers],
    answers,
    comparisons,
    exports,
  };
}

/** What declaring a variable once more writes to it: `var options = options || {}` to the parameter. */
function redeclared(name: string, identifier: Node): WriteTarget | undefined {
  let node = identifier.parent;
  while (node !== undefined && isPatternPart(node)) node = node.parent;
  if (node === undefined || !isVariableDeclaration(node)) return undefined;
  const isLoop = kindOfVariable(node.parent.parent.kind) !== 'variable';
  if (node.initializer === undefined && !isLoop) return undefined;
  const value = node.name === identifier ? node.initializer : undefined;
  return { name, identifier, path: [], kind: 'assign', value, node };
}

function isPatternPart({ kind }: Node): boolean {
  return (
    kind === SyntaxKind.BindingElement ||
    kind === SyntaxKind.ObjectBindingPattern ||
    kind === SyntaxKind.ArrayBindingPattern
  );
}

/** By the statement that declares it: the variable of a loop holds one element after the other. */
function kindOfVariable(statement: SyntaxKind): Declaration['kind'] {
  if (statement === SyntaxKind.ForOfStatement) return 'element';
  return statement === SyntaxKind.ForInStatement ? 'opaque' : 'variable';
}

/** A plain `a.b = value`, or `$store = value`: a place where a library may be told something. */
export function isMemberAssignment(node: Node): node is BinaryExpression {
  if (!isBinaryExpression(node) || node.operatorToken.kind !== SyntaxKind.EqualsToken) return false;
  const { left } = node;
  if (isIdentifier(left)) return left.text.startsWith('$');
  return isPropertyAccessExpression(left) || isElementAccessExpression(left);
}

const NEVER_CALLED: ReadonlySet<Declaration['kind']> = new Set(['opaque', 'element', 'enum', 'type']);

/**
 * Whether a callee starts from something that this workspace may define: a name that is declared or imported, `this`, or a
 * parameter with a type. Not a global, nor a bare parameter.
 */
export function startsInWorkspace(callee: Node, scope: FileScope): boolean {
  let root = callee;
  for (;;) {
    const { expression } = root as Node & { expression?: Node };
    if (isIdentifier(root) || expression === undefined) break;
    root = expression;
  }
  if (!isIdentifier(root)) return root.kind === SyntaxKind.ThisKeyword || root.kind === SyntaxKind.SuperKeyword;
  const id = scope.find(root.text, root);
  if (id === undefined) return root.text === 'require';
  const declaration = scope.declarations[id];
  if (declaration === undefined || NEVER_CALLED.has(declaration.kind)) return false;
  return declaration.kind !== 'parameter' || hasType(declaration.node);
}

function hasType(name: Node): boolean {
  let holder = name.parent;
  while (holder.kind !== SyntaxKind.Parameter && holder.parent !== undefined) holder = holder.parent;
  return (holder as ParameterDeclaration).type !== undefined;
}

/** The node whose names a `let`, `const`, `class` or function declared at `node` joins. */
function blockScopeOf(node: Node): Node {
  let scope = node;
  while (!isScope(scope)) scope = scope.parent;
  // A function's body is the function's own scope, where its parameters live too.
  return isBlock(scope) && isFunctionLike(scope.parent) ? scope.parent : scope;
}

/** What a span holds of what a file calls and assigns. */
export function siteAt({ start, end }: Span, { sites }: FileScope, tree: SourceFile): Node | undefined {
  return sites.find((one) => one.end === end && spanOf(one, tree).start === start);
}

function functionScopeOf(node: Node): Node {
  let scope = node;
  while (!isFunctionLike(scope) && !isSourceFile(scope) && scope.kind !== SyntaxKind.ModuleBlock) scope = scope.parent;
  return scope;
}

function isScope(node: Node): boolean {
  switch (node.kind) {
    case SyntaxKind.SourceFile:
    case SyntaxKind.Block:
    case SyntaxKind.ForStatement:
    case SyntaxKind.ForInStatement:
    case SyntaxKind.ForOfStatement:
    case SyntaxKind.CaseBlock:
    case SyntaxKind.ModuleBlock:
    case SyntaxKind.ClassStaticBlockDeclaration:
      return true;
    default:
      return isFunctionLike(node);
  }
}
