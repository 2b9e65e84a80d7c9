import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import { numberOf } from '../../resolve/evaluate/onlyValue';
import type { LiveModule } from '../../resolve/module/module';
import {
  isBinaryExpression,
  isCallExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isStringLiteralLike,
  isTemplateExpression,
  type Node,
  SyntaxKind,
  spanOf,
  walk,
} from '../../syntax';
import type { Edit } from '../../text/edit';
import type { DrawSource } from '../schema';
import type { DrawnUse } from '../written/drawnUse';
import { importedCall } from './moduleImport';

/** Bytes that nobody guesses. */
const BYTES = 32;

export interface Draw {
  readonly node: Node;
  readonly use: DrawnUse;
  /** The argument that says how many bytes are drawn. */
  readonly size: Node | undefined;
  readonly source: DrawSource;
}

/** The edits that draw the same kind of value so that nobody guesses it; `undefined` where the kind is not certain. */
export function drawEdits(draw: Draw, module: LiveModule, evaluator: Evaluator): readonly Edit[] | undefined {
  const { node, use, size } = draw;
  const { file, tree } = module;
  if (size !== undefined) {
    const isWritten = size.kind === SyntaxKind.NumericLiteral;
    return isWritten ? [{ file, span: spanOf(size, tree), text: String(BYTES) }] : undefined;
  }
  const isNode = module.runtimes.at(node) !== 'client' && !module.runtimes.isEdge();
  if (use.kind === 'code') return isNode ? numericEdits(node, module, evaluator) : undefined;
  if (!use.isDirect || !isPlainText(use.whole, node, draw.source)) return undefined;
  const span = spanOf(use.whole, tree);
  const { quote } = module;
  if (isNode) {
    const call = importedCall('crypto', 'randomBytes', module);
    if (call === undefined) return undefined;
    return [...call.edits, { file, span, text: `${call.callee}(${BYTES}).toString(${quote}base64url${quote})` }];
  }
  const isShadowed = module.scope.find('crypto', use.whole) !== undefined;
  const bytes = `${isShadowed ? 'globalThis.' : ''}crypto.getRandomValues(new Uint8Array(${BYTES}))`;
  const text = `Array.from(${bytes}, (byte) => byte.toString(16).padStart(2, ${quote}0${quote})).join(${quote}${quote})`;
  return [{ file, span, text }];
}

/** A text of random characters only: a prefix would be lost. */
function isPlainText(whole: Node, draw: Node, source: DrawSource): boolean {
  let hasPrefix = false;
  walk(whole, (node) => {
    if (isTemplateExpression(node)) hasPrefix = true;
    if (isStringLiteralLike(node) && isBinaryExpression(node.parent) && node.text !== '') hasPrefix = true;
  });
  if (hasPrefix) return false;
  if (source === 'time-id' || source === 'short-id') return whole === draw;
  return isText(whole);
}

function isText(node: Node): boolean {
  if (isParenthesizedExpression(node)) return isText(node.expression);
  if (isBinaryExpression(node)) {
    const { left, right } = node;
    return isText(left) ? isText(right) || isTime(right) : isTime(left) && isText(right);
  }
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  return (
    name.text === 'toString' ||
    (/^(?:slice|substr|substring|toUpperCase|toLowerCase|replace)$/.test(name.text) && isText(expression))
  );
}

/** `Date.now()`, which becomes a text beside one. */
function isTime(node: Node): boolean {
  if (!isCallExpression(node) || node.arguments.length > 0 || !isPropertyAccessExpression(node.expression))
    return false;
  return /^(?:now|getTime)$/.test(node.expression.name.text);
}

/** `Math.floor(100000 + Math.random() * 900000)` is `randomInt(100000, 1000000)`. */
function numericEdits(draw: Node, module: LiveModule, evaluator: Evaluator): readonly Edit[] | undefined {
  const range = rangeOf(draw, module, evaluator);
  const call = range && importedCall('crypto', 'randomInt', module);
  if (range === undefined || call === undefined) return undefined;
  const bounds = range.from === 0 ? `${range.to}` : `${range.from}, ${range.to}`;
  const span = spanOf(range.node, module.tree);
  return [...call.edits, { file: module.file, span, text: `${call.callee}(${bounds})` }];
}

interface Range {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

function rangeOf(draw: Node, module: LiveModule, evaluator: Evaluator): Range | undefined {
  const other = (node: Node, operator: SyntaxKind): number | undefined => {
    const outer = unwrapped(node).parent;
    if (!isBinaryExpression(outer) || outer.operatorToken.kind !== operator) return undefined;
    const beside = outer.left === unwrapped(node) ? outer.right : outer.left;
    return numberOf(module.lower(beside), moduleFrame(module), evaluator);
  };
  const factor = other(draw, SyntaxKind.AsteriskToken);
  if (factor === undefined) return undefined;
  let node: Node = unwrapped(draw).parent;
  const inner = other(node, SyntaxKind.PlusToken);
  if (inner !== undefined) node = unwrapped(node).parent;
  node = unwrapped(node);
  const floor = node.parent;
  if (
    !isCallExpression(floor) ||
    !isPropertyAccessExpression(floor.expression) ||
    floor.expression.name.text !== 'floor'
  )
    return undefined;
  const outer = inner === undefined ? other(floor, SyntaxKind.PlusToken) : undefined;
  const from = inner ?? outer ?? 0;
  const isWhole = Number.isInteger(from) && Number.isInteger(factor) && factor > 0 && factor < 2 ** 48;
  return isWhole ? { node: outer === undefined ? floor : unwrapped(floor).parent, from, to: from + factor } : undefined;
}

/** With the parentheses around it. */
function unwrapped(node: Node): Node {
  let at = node;
  while (isParenthesizedExpression(at.parent)) at = at.parent;
  return at;
}
