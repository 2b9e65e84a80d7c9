import type { FileScope } from '../../resolve/scope/scope';
import {
  isArrowFunction,
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isNullish,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import { lineBreakOf } from '../../text/lineBreak';
import type { Insertion } from '../schema/uses';
import { indentOf } from './statement';

type FunctionNode = Node & { readonly parameters?: readonly (Node & { readonly name: Node })[] };

/**
 * What makes a callback return its error before anything else, by what it goes on with: `next()`, `done(null, user)`,
 * `resolve(user)`. `undefined` where it goes on by none of these, and nobody knows whom an error is for.
 */
export function returnedError(callback: Node, tree: SourceFile, scope: FileScope): readonly Insertion[] | undefined {
  const { parameters = [], body } = callback as FunctionNode & { readonly body?: Node };
  const error = parameters[0]?.name;
  if (error === undefined || !isIdentifier(error) || body === undefined || !isBlock(body)) return undefined;
  const [first] = body.statements;
  if (first === undefined) return undefined;
  const [taker] = body.statements.flatMap((statement) => takerOf(statement, callback, scope) ?? []);
  if (taker === undefined) return undefined;
  const { start } = spanOf(first, tree);
  const indent = indentOf(start, tree.text);
  const behind = indent === undefined ? ' ' : `${lineBreakOf(tree.text)}${indent}`;
  return [{ offset: start, text: `if (${error.text}) return ${taker}(${error.text});${behind}` }];
}

/** What makes the branch that answers a request leave. */
export function returnedAnswer(branch: Node, tree: SourceFile): readonly Insertion[] | undefined {
  const answer = isBlock(branch) ? branch.statements[branch.statements.length - 1] : branch;
  if (answer === undefined || !isExpressionStatement(answer)) return undefined;
  return [{ offset: spanOf(answer, tree).start, text: 'return ' }];
}

/** The function that takes an error in place of what a statement hands on, by its name. */
function takerOf(statement: Node, callback: Node, scope: FileScope): string | undefined {
  if (!isExpressionStatement(statement) || !isCallExpression(statement.expression)) return undefined;
  const { expression: callee, arguments: given } = statement.expression;
  if (!isIdentifier(callee)) return undefined;
  const around = functionOf(callee, scope);
  if (around === undefined || around === callback) return undefined;
  const names = (around.parameters ?? []).map(({ name }) => (isIdentifier(name) ? name.text : undefined));
  const isLast = names.length > 1 && names[names.length - 1] === callee.text;
  if (isExecutor(around)) return names[0] === callee.text ? names[1] : undefined;
  const isErrorFirst = given.length === 0 ? callee.text === 'next' : given[0] !== undefined && isNullish(given[0]);
  return isLast && isErrorFirst ? callee.text : undefined;
}

/** The function whose parameter a name is. */
function functionOf(name: Node & { readonly text: string }, scope: FileScope): FunctionNode | undefined {
  const id = scope.find(name.text, name);
  const declared = id === undefined ? undefined : scope.declarations[id]?.node;
  const around = declared?.parent?.parent;
  return around !== undefined && isFunctionLike(around) ? around : undefined;
}

/** `new Promise((resolve, reject) => …)` */
function isExecutor(node: Node): boolean {
  const { parent } = node;
  return (
    (isArrowFunction(node) || node.kind === SyntaxKind.FunctionExpression) &&
    isNewExpression(parent) &&
    isIdentifier(parent.expression) &&
    parent.expression.text === 'Promise'
  );
}
