import {
  hasModifier,
  isBinaryExpression,
  isClassLike,
  isData,
  isElementAccessExpression,
  isExportAssignment,
  isExportDeclaration,
  isExpressionStatement,
  isFunctionDeclaration,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isImportDeclaration,
  isImportEqualsDeclaration,
  isInterfaceDeclaration,
  isNamedExports,
  isNamespaceExport,
  isNamespaceImport,
  isPropertyAccessExpression,
  isStringLiteral,
  isTypeAliasDeclaration,
  type Node,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import { type ImportBinding, WHOLE_EXPORT } from '../module/summary';
import type { FileScope } from '../scope/scope';
import type { LoweringContext } from './lower';
import { declaredNames } from './namespaces';
import type { Term } from './term';

interface Exports {
  readonly exports: Readonly<Record<string, Term>>;
  readonly exportsAllOf: readonly string[];
}

/** What a file exports, by ESM and CommonJS alike. */
export function collectExports(scope: FileScope, context: LoweringContext): Exports {
  const exports: Record<string, Term> = {};
  const exportsAllOf: string[] = [];
  const { tree } = context;
  const end = { start: tree.end, end: tree.end };
  if (isData(tree.fileName)) return exportsOfData(context);

  const exportName = (name: string, at: Node): void => {
    const binding = context.findBinding(name, at);
    if (binding !== undefined) {
      exports[exportedAs(name, at)] = {
        kind: 'reference',
        binding,
        name,
        function: context.enclosingFunction(at),
        span: end,
      };
    }
  };

  for (const statement of tree.statements) {
    if (!hasModifier(statement, SyntaxKind.ExportKeyword)) continue;
    for (const name of declaredNames(statement)) exportName(name, statement);
    if (isTypeDeclaration(statement)) exportName(statement.name.text, statement);
    const isNameless = isFunctionDeclaration(statement) || isClassLike(statement);
    if (isNameless && statement.name === undefined) exports.default = context.lower(statement);
  }
  for (const node of scope.exports) {
    if (isExportAssignment(node)) {
      exports[node.isExportEquals === true ? WHOLE_EXPORT : 'default'] = atTheEnd(context.lower(node.expression), end);
    } else if (isExportDeclaration(node)) {
      const specifier = node.moduleSpecifier;
      const from = specifier !== undefined && isStringLiteral(specifier) ? specifier.text : undefined;
      if (node.exportClause === undefined) {
        if (from !== undefined) exportsAllOf.push(from);
      } else if (isNamespaceExport(node.exportClause)) {
        if (from !== undefined) exports[node.exportClause.name.text] = { kind: 'module', specifier: from, span: end };
      } else if (isNamedExports(node.exportClause)) {
        for (const { name, propertyName } of node.exportClause.elements) {
          const local = (propertyName ?? name).text;
          if (from !== undefined) exports[name.text] = importedTerm(from, local, spanOf(name, tree));
          else {
            const binding = context.findBinding(local, node);
            if (binding !== undefined) {
              exports[name.text] = {
                kind: 'reference',
                binding,
                name: local,
                function: context.enclosingFunction(node),
                span: end,
              };
            }
          }
        }
      }
    } else if (isBinaryExpression(node)) {
      const name = commonJsName(node.left, context);
      if (name === undefined) continue;
      const term = atTheEnd(context.lower(node.right), end);
      const before = exports[name];
      exports[name] = before === undefined || !isConditional(node) ? term : either(before, term, node, context);
    }
  }
  return { exports, exportsAllOf };
}

/** Whether an assignment runs only under a condition of the module's body. */
function isConditional(node: Node): boolean {
  for (let at = node.parent; at !== undefined && !isFunctionLike(at); at = at.parent)
    if (isIfStatement(at)) return true;
  return false;
}

/** `if (isProduction) module.exports = …; else module.exports = …;`. */
function either(before: Term, term: Term, node: Node, context: LoweringContext): Term {
  const span = spanOf(node, context.tree);
  const guarded = context.guards.isGuarded(node);
  return { kind: 'choice', condition: { kind: 'unknown', span }, then: before, else: term, guarded, span };
}

/** What stands in a file of data is the whole of what it exports. Other notations than JSON are not known. */
function exportsOfData({ tree, lower }: LoweringContext): Exports {
  const [only] = tree.statements;
  const isKnown = tree.fileName.endsWith('.json') && only !== undefined && isExpressionStatement(only);
  return { exports: isKnown ? { [WHOLE_EXPORT]: lower(only.expression) } : {}, exportsAllOf: [] };
}

function isTypeDeclaration(node: Node): node is Node & { name: { text: string } } {
  return isInterfaceDeclaration(node) || isTypeAliasDeclaration(node);
}

/** An exported reference sees every write that the module body makes. */
function atTheEnd(term: Term, end: { readonly start: number; readonly end: number }): Term {
  return term.kind === 'reference' ? { ...term, span: end } : term;
}

function importedTerm(specifier: string, name: string, span: { readonly start: number; readonly end: number }): Term {
  const module: Term = { kind: 'module', specifier, span };
  return { kind: 'member', object: module, key: name, span, keySpan: span };
}

/** The export that `module.exports`, `module.exports.x` or `exports.x` on the left of `=` names. */
function commonJsName(left: Node, context: LoweringContext): string | undefined {
  if (isModuleExports(left, context)) return WHOLE_EXPORT;
  const isAccess = isPropertyAccessExpression(left) || isElementAccessExpression(left);
  if (!isAccess) return undefined;
  const { expression } = left;
  const isExports =
    isIdentifier(expression) && expression.text === 'exports' && context.findBinding('exports', left) === undefined;
  if (!isExports && !isModuleExports(expression, context)) return undefined;
  if (isPropertyAccessExpression(left)) return left.name.text;
  return isStringLiteral(left.argumentExpression) ? left.argumentExpression.text : undefined;
}

function isModuleExports(node: Node, context: LoweringContext): boolean {
  if (!isPropertyAccessExpression(node) || node.name.text !== 'exports') return false;
  const { expression } = node;
  return isIdentifier(expression) && expression.text === 'module' && context.findBinding('module', node) === undefined;
}

function exportedAs(name: string, statement: Node): string {
  return hasModifier(statement, SyntaxKind.DefaultKeyword) ? 'default' : name;
}

/** What an import statement says of one name. */
export function lowerImport(node: Node): Pick<ImportBinding, 'specifier' | 'imported'> | undefined {
  if (isImportEqualsDeclaration(node)) {
    const { expression } = node.moduleReference as Node & { expression?: Node };
    if (expression === undefined || !isStringLiteral(expression)) return undefined;
    return { specifier: expression.text, imported: WHOLE_EXPORT };
  }
  let statement: Node = node;
  while (!isImportDeclaration(statement)) statement = statement.parent;
  const { moduleSpecifier } = statement;
  if (!isStringLiteral(moduleSpecifier)) return undefined;
  const specifier = moduleSpecifier.text;
  if (isNamespaceImport(node)) return { specifier, imported: '*' };
  if (node.kind === SyntaxKind.ImportSpecifier) {
    const { propertyName, name } = node as Node & { propertyName?: { text: string }; name: { text: string } };
    return { specifier, imported: (propertyName ?? name).text };
  }
  return { specifier, imported: 'default' };
}
