import {
  hasModifier,
  isClassLike,
  isEnumDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isVariableStatement,
  type Node,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { Binding, Write } from '../module/summary';
import type { LoweringContext } from './lower';
import { memberEntry, objectTerm } from './madeTerms';
import type { ObjectTerm } from './term';

type Block = Node & { readonly statements: readonly Node[] };

/** `namespace Constants { export const SECRET = '…' }`: an object of what it exports. */
export function bindNamespace(name: string, node: Node, writes: readonly Write[], context: LoweringContext): Binding {
  const { body } = node as Node & { body?: Node };
  const isWhole = body?.kind === SyntaxKind.ModuleBlock && !hasModifier(node, SyntaxKind.DeclareKeyword);
  if (!isWhole || isContinued(name, node)) return { kind: 'opaque', name };
  const initial = exportsOf(body as Block, context);
  return { kind: 'variable', name, function: context.enclosingFunction(node), initial, writes, type: undefined };
}

/** Several of one name are one. */
function isContinued(name: string, { parent }: Node): boolean {
  const { statements = [] } = parent as Partial<Block>;
  return statements.filter((one) => isNamespace(one) && one.name.text === name).length > 1;
}

function exportsOf(body: Block, context: LoweringContext): ObjectTerm {
  const span = spanOf(body, context.tree);
  const end = { start: span.end, end: span.end };
  const members = body.statements
    .filter((one) => hasModifier(one, SyntaxKind.ExportKeyword))
    .flatMap((one) => declaredNames(one).map((name) => ({ name, binding: context.findBinding(name, one) })))
    .flatMap(({ name, binding }) => {
      if (binding === undefined) return [];
      const value = { kind: 'reference', binding, name, function: context.enclosingFunction(body), span: end } as const;
      return [memberEntry(name, value)];
    });
  return objectTerm(members, span);
}

/** The names of the values that a statement declares. */
export function declaredNames(statement: Node): readonly string[] {
  if (isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesOf(name));
  const isNamed =
    isFunctionDeclaration(statement) ||
    isClassLike(statement) ||
    isEnumDeclaration(statement) ||
    isNamespace(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function isNamespace(node: Node): node is Node & { readonly name: { readonly text: string } } {
  const { name } = node as Node & { name?: Node };
  return node.kind === SyntaxKind.ModuleDeclaration && name !== undefined && isIdentifier(name);
}

function namesOf(name: Node): readonly string[] {
  if (isIdentifier(name)) return [name.text];
  const { elements } = name as Node & { elements: readonly (Node & { name?: Node })[] };
  return elements.flatMap((element) => (element.name === undefined ? [] : namesOf(element.name)));
}
