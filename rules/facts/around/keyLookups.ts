import type { FileScope } from '../../resolve/scope/scope';
import { functionOrFileAround } from '../../resolve/scope/surroundings';
import {
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isStringLiteralLike,
  isTemplateExpression,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
  walk,
} from '../../syntax';
import { wordSet } from '../../text/words';

const FILES = wordSet('readFile readFileSync createReadStream open openSync join resolve require');
const ADDRESSES = wordSet('fetch URL axios got request get ky');
const SQL = /\b(?:select|from|where)\b/i;

/** Whether a value becomes a piece of a path, of an address or of a query: where `../` and quotes mean something. */
export function isBuiltIntoText(value: Node, scope: FileScope): boolean {
  const text = textAround(value);
  const calls = callsOf(text, scope);
  if (text === value) return calls.some((name) => name === 'join' || name === 'readFile' || name === 'readFileSync');
  const pieces = piecesOf(text);
  if (SQL.test(pieces)) return calls.length > 0;
  return calls.some((name) => FILES.has(name) || (ADDRESSES.has(name) && pieces.includes('/')));
}

/** The template or sum that a value is a piece of; a tagged one binds its pieces. */
function textAround(value: Node): Node {
  let node = value;
  for (;;) {
    const { parent } = node;
    if (parent.kind === SyntaxKind.TemplateSpan) node = parent.parent;
    else if (isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.PlusToken) node = parent;
    else break;
  }
  return node.parent.kind === SyntaxKind.TaggedTemplateExpression ? value : node;
}

function piecesOf(text: Node): string {
  let pieces = '';
  walk(text, (node) => {
    if (isStringLiteralLike(node)) pieces += node.text;
    else if (isTemplateExpression(node))
      pieces += [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((one) => one.text).join('');
  });
  return pieces;
}

/** The names of the calls that a text is an argument of: itself, or under the name that keeps it. */
function callsOf(text: Node, scope: FileScope): readonly string[] {
  const { parent } = text;
  if (isCallExpression(parent) || isNewExpression(parent))
    return parent.expression === text ? [] : [calleeName(parent)];
  if (!isVariableDeclaration(parent) || !isIdentifier(parent.name)) return [];
  const { name } = parent;
  const id = scope.find(name.text, name);
  const around = functionOrFileAround(text);
  const calls: string[] = [];
  walk(around, (node) => {
    if (!isIdentifier(node) || node.text !== name.text || node === name || scope.find(node.text, node) !== id) return;
    const call = node.parent;
    if ((isCallExpression(call) || isNewExpression(call)) && call.expression !== node) calls.push(calleeName(call));
  });
  return calls;
}

function calleeName({ expression }: Node & { readonly expression: Node }): string {
  const name = isPropertyAccessExpression(expression) ? expression.name : expression;
  return isIdentifier(name) ? name.text : '';
}
