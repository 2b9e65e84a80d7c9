import {
  type BindingName,
  type ImportDeclaration,
  isBlock,
  isFunctionLike,
  isIdentifier,
  isNamespaceImport,
  isOmittedExpression,
  isSourceFile,
  isVariableDeclaration,
  isVariableDeclarationList,
  type Node,
  NodeFlags,
  type ParameterDeclaration,
  type SourceFile,
  SyntaxKind,
  type VariableDeclaration,
} from '../../syntax';
import { once } from './numbered';
import type { WriteTarget } from './writes';

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

/** The names that a file declares, each in its scope. */
export interface Declarations {
  readonly declarations: readonly Declaration[];
  /** Takes the names that a node declares; parents come before what stands in them. */
  declareAt(node: Node): void;
  /** The declaration that a name means where `at` stands. */
  find(name: string, at: Node): number | undefined;
}

/** `addWrite` gets what declaring a name once more writes to it. */
export function createDeclarations(tree: SourceFile, addWrite: (target: WriteTarget) => void): Declarations {
  const scopes = new Map<Node, Map<string, number>>();
  const declarations: Declaration[] = [];

  const declare = (scope: Node, name: string, kind: Declaration['kind'], node: Node): void => {
    const names = once(scopes, scope, () => new Map<string, number>());
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
  const declareVariable = ({ parent, name }: VariableDeclaration): void => {
    // `catch (error)` declares without a list.
    if (!isVariableDeclarationList(parent)) return declarePattern(parent, name, 'opaque');
    const isVar = (parent.flags & NodeFlags.BlockScoped) === 0;
    declarePattern(isVar ? functionScopeOf(parent) : blockScopeOf(parent), name, kindOfVariable(parent.parent.kind));
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

  return {
    declarations,
    declareAt(node) {
      switch (node.kind) {
        case SyntaxKind.VariableDeclaration:
          return declareVariable(node as VariableDeclaration);
        case SyntaxKind.Parameter:
          return declarePattern(node.parent, (node as ParameterDeclaration).name, 'parameter');
        case SyntaxKind.FunctionDeclaration:
          if ((node as Node & { body?: Node }).body !== undefined)
            declareNamed(blockScopeOf(node.parent), node, 'function');
          return;
        case SyntaxKind.FunctionExpression:
          return declareNamed(node, node, 'function');
        case SyntaxKind.ClassDeclaration:
          return declareNamed(blockScopeOf(node.parent), node, 'class');
        case SyntaxKind.ClassExpression:
          return declareNamed(node, node, 'class');
        case SyntaxKind.EnumDeclaration:
          return declareNamed(blockScopeOf(node.parent), node, 'enum');
        case SyntaxKind.InterfaceDeclaration:
        case SyntaxKind.TypeAliasDeclaration:
          return declareNamed(blockScopeOf(node.parent), node, 'type');
        case SyntaxKind.ModuleDeclaration:
          return declareNamed(blockScopeOf(node.parent), node, 'namespace');
        case SyntaxKind.ImportDeclaration:
          return declareImports(node as ImportDeclaration);
        case SyntaxKind.ImportEqualsDeclaration:
          return declareNamed(tree, node, 'import');
      }
    },
    find(name, at) {
      for (let scope: Node | undefined = at; scope !== undefined; scope = scope.parent) {
        const id = scopes.get(scope)?.get(name);
        if (id !== undefined) return id;
      }
      return undefined;
    },
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

/** The node whose names a `let`, `const`, `class` or function declared at `node` joins. */
function blockScopeOf(node: Node): Node {
  let scope = node;
  while (!isScope(scope)) scope = scope.parent;
  // A function's body is the function's own scope, where its parameters live too.
  return isBlock(scope) && isFunctionLike(scope.parent) ? scope.parent : scope;
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
