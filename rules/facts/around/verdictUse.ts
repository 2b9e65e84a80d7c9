import type { LiveModule } from '../../resolve/module/module';
import type { FileScope } from '../../resolve/scope/scope';
import { enclosing } from '../../resolve/scope/surroundings';
import {
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isEquality,
  isExpressionStatement,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isNonNullExpression,
  isObjectBindingPattern,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isSatisfiesExpression,
  isVariableDeclaration,
  type Node,
  nodesOf,
  type SourceFile,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { Span } from '../../text/span';
import { refusalOf } from '../edits/refusalEdits';
import type { VerdictUse } from '../schema/uses';
import { aftercareOf } from './aftercare';
import { carelessCallbacks } from './carelessCallbacks';
import { claimsRead } from './claimsRead';
import { isKeptDespiteFailure } from './failure';
import { keyChoiceOf } from './keyChoice';
import { isProofOfPossession } from './proofs';

type Result = VerdictUse['result'];

/** One place that uses a value. */
interface Use {
  readonly result: Result;
  readonly isAwaited: boolean;
  readonly parts: readonly string[];
}

/** What the code around a call does with what it gives. */
export function verdictUse(call: Node, key: Span, { tree, scope }: LiveModule): VerdictUse {
  const { result, isAwaited, parts } = useOf(call, tree, scope, false);
  return {
    result,
    isAwaited,
    parts,
    isHandedOn: result === 'handed-on' || result === 'stored',
    awaitable: awaitableOf(call, tree),
    refusal: result === 'dropped' || result === 'unread' ? refusalOf(call, tree) : undefined,
    carelessCallbacks: isCallExpression(call) ? carelessCallbacks(call, tree, scope) : [],
    survivesFailure: isKeptDespiteFailure(call),
    claimsRead: claimsRead(tree),
    keyChoice: keyChoiceOf(call, key, tree, scope),
    isProofOfPossession: isProofOfPossession(call, tree),
    aftercare: aftercareOf(call, tree, scope),
  };
}

const HANDED_ON: Use = { result: 'handed-on', isAwaited: false, parts: [] };

/** How one expression is used; a name that keeps it is followed once. */
function useOf(expression: Node, tree: SourceFile, scope: FileScope, isNamed: boolean): Use {
  let node = expression;
  let isAwaited = false;
  for (; ; node = node.parent) {
    if (isAwaitExpression(node.parent)) isAwaited = true;
    else if (!isTransparent(node)) break;
  }
  const { parent } = node;
  const used = (result: Result, parts: readonly string[] = []): Use => ({ result, isAwaited, parts });
  if (isExpressionStatement(parent)) return used('dropped');
  if (isTested(node)) return used('tested');
  if (isPropertyAccessExpression(parent) && parent.expression === node) {
    const { text } = parent.name;
    if (!isAwaited && PROMISE_METHODS.has(text)) return used('handed-on');
    return used(parent.questionDotToken === undefined ? 'taken-apart' : 'tested', [text]);
  }
  if (isVariableDeclaration(parent) && parent.initializer === node) {
    if (isObjectBindingPattern(parent.name)) return used('taken-apart', keysOf(parent.name));
    return isNamed ? used('handed-on') : withName(parent.name, tree, scope, isAwaited);
  }
  if (isBinaryExpression(parent) && parent.right === node && parent.operatorToken.kind === SyntaxKind.EqualsToken) {
    if (isIdentifier(parent.left)) {
      return isNamed || !isExpressionStatement(parent.parent)
        ? used('handed-on')
        : withName(parent.left, tree, scope, isAwaited);
    }
    return used(isExpressionStatement(parent.parent) && isPartOfParameter(parent.left, scope) ? 'stored' : 'handed-on');
  }
  return used('handed-on');
}

const PROMISE_METHODS = new Set(['then', 'catch', 'finally']);

/** Whether what stands around gives the same value on. */
function isTransparent(node: Node): boolean {
  const { parent } = node;
  if (isParenthesizedExpression(parent) || isNonNullExpression(parent)) return true;
  if (isAsExpression(parent) || isSatisfiesExpression(parent)) return true;
  if (isConditionalExpression(parent)) return parent.condition !== node;
  return isBinaryExpression(parent) && LOGICAL.has(parent.operatorToken.kind) && parent.right === node;
}

const LOGICAL = new Set([SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken]);

function isTested(node: Node): boolean {
  const { parent } = node;
  if (isIfStatement(parent)) return parent.expression === node;
  if (isConditionalExpression(parent)) return parent.condition === node;
  if (isPrefixUnaryExpression(parent)) return parent.operator === SyntaxKind.ExclamationToken;
  if (!isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  return isEquality(kind) || kind === SyntaxKind.InstanceOfKeyword || (parent.left === node && LOGICAL.has(kind));
}

function keysOf(pattern: Node & { readonly elements: readonly Node[] }): readonly string[] {
  return pattern.elements.flatMap((element) => {
    const { propertyName, name } = element as Node & { propertyName?: Node; name: Node };
    const key = propertyName ?? name;
    return isIdentifier(key) ? [key.text] : [];
  });
}

/** How a name is used that keeps a value: the use that tells most decides. */
function withName(name: Node, tree: SourceFile, scope: FileScope, isAwaited: boolean): Use {
  const id = isIdentifier(name) ? scope.find(name.text, name) : undefined;
  if (!isIdentifier(name) || id === undefined) return { ...HANDED_ON, isAwaited };
  const uses: Use[] = [];
  for (const node of nodesOf(tree, SyntaxKind.Identifier)) {
    if (node.text !== name.text || node === name || !isRead(node)) continue;
    if (scope.find(node.text, node) === id) uses.push(useOf(node, tree, scope, true));
  }
  const parts = uses.flatMap((use) => use.parts);
  const has = (result: Result): boolean => uses.some((use) => use.result === result);
  // A promise that is awaited later is awaited.
  const isHandedOn = has('handed-on') || has('stored') || (!isAwaited && uses.some((use) => use.isAwaited));
  const result = isHandedOn ? 'handed-on' : has('tested') ? 'tested' : has('taken-apart') ? 'taken-apart' : 'unread';
  return { result, isAwaited, parts };
}

/** Not the name of a declaration, of a property, or what is assigned to. */
function isRead(name: Node): boolean {
  const { parent } = name;
  if (isVariableDeclaration(parent)) return parent.name !== name;
  if (isPropertyAccessExpression(parent)) return parent.expression === name;
  if (isBinaryExpression(parent) && parent.left === name) return parent.operatorToken.kind !== SyntaxKind.EqualsToken;
  return parent.kind !== SyntaxKind.BindingElement && parent.kind !== SyntaxKind.PropertyAssignment
    ? true
    : (parent as Node & { initializer?: Node }).initializer === name;
}

/** `req.user`, `ctx.state.session`: not a field of `this`, which may keep a promise for later. */
function isPartOfParameter(target: Node, scope: FileScope): boolean {
  let root = target;
  while (isPropertyAccessExpression(root) || isElementAccessExpression(root)) root = root.expression;
  if (!isIdentifier(root) || root === target) return false;
  const id = scope.find(root.text, root);
  return id !== undefined && scope.declarations[id]?.kind === 'parameter' && !/promise$/i.test(lastName(target));
}

function lastName(target: Node): string {
  return isPropertyAccessExpression(target) ? target.name.text : '';
}

function awaitableOf(call: Node, tree: SourceFile): VerdictUse['awaitable'] {
  const owner = enclosing(call, isFunctionLike);
  const isAsync = (owner as (Node & { modifiers?: readonly Node[] }) | undefined)?.modifiers?.some(
    ({ kind }) => kind === SyntaxKind.AsyncKeyword,
  );
  if (isAsync !== true) return undefined;
  let node = call;
  while (isNonNullExpression(node.parent)) node = node.parent;
  const { parent } = node;
  const isObject = isPropertyAccessExpression(parent) || isElementAccessExpression(parent) || isCallExpression(parent);
  const needsParentheses = isObject && (parent as Node & { expression: Node }).expression === node;
  // A body that is an expression needs none either: `async () => await verify(token)`.
  return { span: spanOf(call, tree), needsParentheses: needsParentheses && !isArrowFunction(parent) };
}
