import {
  isAwaitExpression,
  isExpressionStatement,
  isIdentifier,
  isParenthesizedExpression,
  isVariableDeclaration,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import { lineBreakOf } from '../../text/lineBreak';
import type { Insertion } from '../schema/uses';
import { indentOf, isInBlock } from './statement';

const REFUSAL = "throw new Error('The token is not valid')";

/**
 * What makes code throw where the result of a call is nothing: around a call that is a statement, or behind the constant that
 * keeps its result. `undefined` where no statement can stand.
 */
export function refusalOf(call: Node, tree: SourceFile): readonly Insertion[] | undefined {
  let node = call;
  while (isAwaitExpression(node.parent) || isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (isExpressionStatement(parent)) {
    const { start, end } = spanOf(node, tree);
    const around = [
      { offset: start, text: 'if (!' },
      { offset: end, text: `) ${REFUSAL}` },
    ];
    return isInBlock(parent) ? around : undefined;
  }
  if (!isVariableDeclaration(parent) || !isIdentifier(parent.name)) return undefined;
  const list = parent.parent as Node & { readonly declarations?: readonly Node[] };
  const statement = list.parent;
  if (statement.kind !== SyntaxKind.VariableStatement || list.declarations?.length !== 1) return undefined;
  const { start, end } = spanOf(statement, tree);
  const indent = indentOf(start, tree.text);
  if (indent === undefined || !isInBlock(statement)) return undefined;
  const lineBreak = lineBreakOf(tree.text);
  return [{ offset: end, text: `${lineBreak}${indent}if (!${parent.name.text}) ${REFUSAL};` }];
}
