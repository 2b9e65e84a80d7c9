import {
  isBinaryExpression,
  isExpressionStatement,
  isParenthesizedExpression,
  isPropertyAssignment,
  isVariableDeclaration,
  type Node,
  type SourceFile,
  SyntaxKind,
} from '../../syntax';
import type { TypeName } from '../module/summary';
import type { LoweringContext } from './lower';

/** Only types that say where they come from: others would have to be looked up in all comments. */
const DOCUMENTED = /@(?:param|type)\s*\{\s*import\(/;
const IMPORTED = String.raw`\{\s*import\(\s*['"]([^'"]+)['"]\s*\)\.([\w.]+)(?:<[^}]*>)?\s*\}`;
const TYPE = new RegExp(`@type\\s*${IMPORTED}`);

const holding = new WeakMap<SourceFile, boolean>();

/** The type that a comment gives to a parameter: `@param {import('express').Response} res`. */
export function documentedParameter(owner: Node, name: string, context: LoweringContext): TypeName | undefined {
  const comment = commentBefore(owner, context);
  if (comment === undefined || !comment.includes(name)) return undefined;
  return typeIn(comment, new RegExp(`@param\\s*${IMPORTED}\\s*\\[?${name.replaceAll('$', '\\$')}\\b`), owner);
}

/** The type that a comment gives to a function: `@type {import('express').RequestHandler}`. */
export function documentedFunction(owner: Node, context: LoweringContext): TypeName | undefined {
  const comment = commentBefore(owner, context);
  return comment === undefined ? undefined : typeIn(comment, TYPE, owner);
}

function typeIn(comment: string, pattern: RegExp, { pos, end }: Node): TypeName | undefined {
  const [, specifier, path] = pattern.exec(comment) ?? [];
  if (specifier === undefined || path === undefined) return undefined;
  return { root: { kind: 'module', specifier, span: { start: pos, end } }, path: path.split('.') };
}

/** The comment before a function, or before the statement or the property that it is the value of. */
function commentBefore(owner: Node, { tree }: LoweringContext): string | undefined {
  const holds = holding.get(tree) ?? DOCUMENTED.test(tree.text);
  holding.set(tree, holds);
  if (!holds) return undefined;
  for (let at = owner; ; at = at.parent) {
    const before = tree.text.slice(at.pos, at.getStart(tree));
    const start = before.lastIndexOf('/**');
    if (start >= 0) return before.slice(start);
    if (at.parent === undefined || !isCarrier(at.parent)) return undefined;
  }
}

/** Whether a node's comment is that of the function in it. */
function isCarrier(node: Node): boolean {
  return (
    isParenthesizedExpression(node) ||
    isVariableDeclaration(node) ||
    isBinaryExpression(node) ||
    isPropertyAssignment(node) ||
    isExpressionStatement(node) ||
    node.kind === SyntaxKind.VariableDeclarationList ||
    node.kind === SyntaxKind.VariableStatement ||
    node.kind === SyntaxKind.ExportAssignment
  );
}
