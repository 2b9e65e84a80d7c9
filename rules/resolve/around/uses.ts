import {
  isArrayBindingPattern,
  isArrayLiteralExpression,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isEmpty,
  isEquality,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isNumericLiteral,
  isObjectBindingPattern,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isStringLiteralLike,
  isVariableDeclaration,
  isWrapper,
  type Node,
  SyntaxKind,
} from '../../syntax';
import { wordSet } from '../../text/words';
import { bearerStrategyAround } from '../scope/bearerStrategies';
import type { References } from '../scope/references';
import type { FileScope } from '../scope/scope';
import { lastNameOf } from './chainNames';
import { handsOnVerified, isAnsweredIdentity, isIdentityTarget, saysIdentity } from './identity';
import { isOutput } from './outputs';
import { turnsAway } from './refusals';

/** What a value is used for where it is looked at. */
export type UseKind =
  /** It is compared with something, or looked for in something. */
  | 'compared'
  /** Whether it is there decides. */
  | 'presence'
  /** It becomes who the request is from: `req.user = …`. */
  | 'identity'
  /** A call gets it, which neither logs it nor answers with it. */
  | 'argument'
  /** The function around it returns it. */
  | 'returned';

/** One use of what an expression gives, or of a part of it. */
export interface Use {
  /** The properties that were read on the way. */
  readonly path: readonly string[];
  readonly as: UseKind;
  /** Where in what is returned it lies. */
  readonly at: readonly string[];
  /** Whoever lacks it is turned away. */
  readonly isRequired?: true;
}

/** What is looked at in all: what is used more often is judged by its first uses. */
const MAX_USES = 60;
const MAX_STEPS = 400;

/** Operators that tell which of two values comes first. */
const ORDERINGS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
]);
/** Methods of texts and lists that say whether something is in them. */
const SEARCHES = wordSet('includes indexOf has some every find match test startsWith endsWith localeCompare equals');
/** Those that look for their argument in what they are called on. */
const LOOK_FOR = wordSet('includes indexOf has test localeCompare equals');
/** Methods whose result is what they are called on, in another form. */
const TEXT_METHODS = wordSet(
  'toString trim toLowerCase toUpperCase replace replaceAll split join map filter slice reverse catch finally',
);
/** Functions whose result is what they are given, in another form. */
const CONVERSIONS = wordSet(
  'String Number Boolean parseInt parse stringify decodeURIComponent escape unescape freeze resolve structuredClone assign ' +
    'decode plainToClass plainToInstance',
);

/** The value that an expression holds, or a container that has it at `at`. */
interface Tracked {
  readonly path: readonly string[];
  readonly at: readonly string[];
}

/** What is looked for, and what is found of it so far. */
interface Tracking {
  readonly scope: FileScope;
  readonly references: References;
  readonly found: Use[];
  /** The ways by which each node was reached. */
  readonly seen: Map<Node, Set<string>>;
  steps: number;
}

/** What becomes of what an expression gives, in the functions around it. */
export function usesOf(expression: Node, scope: FileScope, references: References): readonly Use[] {
  const tracking: Tracking = { scope, references, found: [], seen: new Map(), steps: 0 };
  track(expression, { path: [], at: [] }, tracking);
  return tracking.found;
}

function add(as: UseKind, { path, at }: Tracked, tracking: Tracking): void {
  if (tracking.found.length < MAX_USES) tracking.found.push({ path, as, at });
}

function addPresence(node: Node, { path, at }: Tracked, tracking: Tracking): void {
  const required = turnsAway(node) ? ({ isRequired: true } as const) : {};
  if (at.length === 0 && tracking.found.length < MAX_USES)
    tracking.found.push({ path, as: 'presence', at, ...required });
}

/** Of a container, only whole values count. */
function addValue(as: UseKind, tracked: Tracked, tracking: Tracking): void {
  if (tracked.at.length === 0) add(as, tracked, tracking);
}

function track(node: Node, tracked: Tracked, tracking: Tracking): void {
  const ways = tracking.seen.get(node) ?? new Set();
  const way = [...tracked.path, '', ...tracked.at].join('.');
  if (ways.has(way) || ++tracking.steps > MAX_STEPS) return;
  tracking.seen.set(node, ways.add(way));
  const { parent } = node;
  if (isWrapper(parent)) return track(parent, tracked, tracking);
  switch (parent.kind) {
    case SyntaxKind.TemplateSpan:
      return track(parent.parent, tracked, tracking);
    case SyntaxKind.TypeOfExpression:
    case SyntaxKind.WhileStatement:
    case SyntaxKind.IfStatement:
      return addValue('presence', tracked, tracking);
    case SyntaxKind.SwitchStatement:
    case SyntaxKind.CaseClause:
      return addValue('compared', tracked, tracking);
    case SyntaxKind.ArrowFunction:
      return add('returned', tracked, tracking);
  }
  if (isReturnStatement(parent)) return add('returned', tracked, tracking);
  if (isPropertyAccessExpression(parent) && parent.expression === node) {
    return trackMember(parent, parent.name.text, tracked, tracking);
  }
  if (isElementAccessExpression(parent)) {
    const key = parent.argumentExpression;
    if (parent.expression !== node) return addValue('argument', tracked, tracking);
    const isKnown = isStringLiteralLike(key) || isNumericLiteral(key);
    return isKnown ? trackMember(parent, key.text, tracked, tracking) : track(parent, tracked, tracking);
  }
  if (isVariableDeclaration(parent)) return trackPattern(parent.name, tracked, tracking);
  if (isBinaryExpression(parent)) return trackOperand(node, parent, tracked, tracking);
  if (isPrefixUnaryExpression(parent)) return addPresence(parent, tracked, tracking);
  if (isConditionalExpression(parent)) {
    return parent.condition === node ? addValue('presence', tracked, tracking) : track(parent, tracked, tracking);
  }
  if (isCallExpression(parent) || isNewExpression(parent)) return trackArgument(node, parent, tracked, tracking);
  if (isPropertyAssignment(parent) || isShorthandPropertyAssignment(parent)) {
    const { name } = parent;
    const key = isIdentifier(name) || isStringLiteralLike(name) ? name.text : '';
    if (isAnsweredIdentity(key)) return add('identity', tracked, tracking);
    return track(parent.parent, { ...tracked, at: [key, ...tracked.at] }, tracking);
  }
  if (isSpreadAssignment(parent)) return track(parent.parent, tracked, tracking);
  if (isArrayLiteralExpression(parent)) {
    const index = String((parent.elements as readonly Node[]).indexOf(node));
    return track(parent, { ...tracked, at: [index, ...tracked.at] }, tracking);
  }
}

function trackMember(member: Node, name: string, { path, at }: Tracked, tracking: Tracking): void {
  const { parent } = member;
  const isCalled = isCallExpression(parent) && parent.expression === member;
  if (isCalled && name === 'then') return trackContinuation(parent, { path, at }, tracking);
  if (isCalled && SEARCHES.has(name)) return addValue('compared', { path, at }, tracking);
  if (isCalled && TEXT_METHODS.has(name)) return track(parent, { path, at }, tracking);
  const [first, ...rest] = at;
  if (first === undefined) track(member, { path: [...path, name], at }, tracking);
  else if (first === name) track(member, { path, at: rest }, tracking);
}

function trackContinuation(
  call: Node & { readonly arguments: readonly Node[] },
  tracked: Tracked,
  tracking: Tracking,
): void {
  const [handler] = call.arguments;
  if (handler === undefined || !isFunctionLike(handler)) return;
  const [parameter] = (handler as Node & { parameters: readonly (Node & { name: Node })[] }).parameters;
  if (parameter !== undefined) trackPattern(parameter.name, tracked, tracking);
}

function trackPattern(pattern: Node, tracked: Tracked, tracking: Tracking): void {
  if (isIdentifier(pattern)) {
    const id = tracking.scope.find(pattern.text, pattern);
    for (const use of id === undefined ? [] : tracking.references.to(id)) track(use, tracked, tracking);
    return;
  }
  if (isArrayBindingPattern(pattern)) {
    pattern.elements.forEach((element, index) => {
      if (isBindingElement(element) && element.dotDotDotToken === undefined)
        trackPart(element.name, String(index), tracked, tracking);
    });
  }
  if (!isObjectBindingPattern(pattern)) return;
  for (const element of pattern.elements) {
    if (!isBindingElement(element)) continue;
    const { propertyName = element.name, name, dotDotDotToken } = element;
    if (dotDotDotToken !== undefined) trackPattern(name, tracked, tracking);
    if (dotDotDotToken !== undefined || !(isIdentifier(propertyName) || isStringLiteralLike(propertyName))) continue;
    trackPart(name, propertyName.text, tracked, tracking);
  }
}

function trackPart(pattern: Node, key: string, { path, at: [first, ...rest] }: Tracked, tracking: Tracking): void {
  if (first === undefined) trackPattern(pattern, { path: [...path, key], at: [] }, tracking);
  else if (first === key) trackPattern(pattern, { path, at: rest }, tracking);
}

function trackOperand(node: Node, parent: Node, tracked: Tracked, tracking: Tracking): void {
  if (!isBinaryExpression(parent)) return;
  const { left, right, operatorToken } = parent;
  const operator = operatorToken.kind;
  if (operator === SyntaxKind.EqualsToken && node === right) {
    if (isIdentifier(left)) return trackPattern(left, tracked, tracking);
    if (isIdentityTarget(left)) return add('identity', tracked, tracking);
    return;
  }
  if (isEquality(operator) || ORDERINGS.has(operator)) {
    if (isEmpty(left === node ? right : left)) return addPresence(parent, tracked, tracking);
    return addValue('compared', tracked, tracking);
  }
  if (operator === SyntaxKind.AmpersandAmpersandToken && node === left) return addValue('presence', tracked, tracking);
  if (operator === SyntaxKind.InKeyword || operator === SyntaxKind.InstanceOfKeyword) {
    return addValue('presence', tracked, tracking);
  }
  track(parent, tracked, tracking);
}

function trackArgument(node: Node, call: Node, tracked: Tracked, tracking: Tracking): void {
  const { expression: callee, arguments: list = [] } = call as Node & {
    expression: Node;
    arguments?: readonly Node[];
  };
  if (callee === node) return;
  const name = lastNameOf(callee);
  if (LOOK_FOR.has(name) && tracked.at.length === 0) return add('compared', tracked, tracking);
  if (name === 'set' && list[0] !== node && list[0] !== undefined && saysIdentity(list[0])) {
    return add('identity', tracked, tracking);
  }
  if (list[1] === node && handsOnVerified(name, list[0]) && bearerStrategyAround(call, tracking.scope) === 'callback')
    return add('identity', tracked, tracking);
  if (CONVERSIONS.has(name)) return track(call, tracked, tracking);
  if (!isOutput(callee)) add('argument', tracked, tracking);
}
