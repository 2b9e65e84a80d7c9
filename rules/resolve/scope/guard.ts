import {
  isAsExpression,
  isAwaitExpression,
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isClassLike,
  isConditionalExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isSourceFile,
  isStringLiteralLike,
  isVariableDeclaration,
  isYieldExpression,
  type Node,
  SyntaxKind,
  walk,
} from '../../syntax';
import { wordsOf } from '../../text/words';
import { endsControl } from './endsControl';

/** Words by which code names the environment that it runs in. */
const ENVIRONMENT_WORDS = new Set(
  'env environment prod production dev devel development staging stage local localhost test testing debug cypress playwright https ssl tls'.split(
    ' ',
  ),
);

/** Conditions follow this many constants: `const isProd = env.production`, `const secure = isProd`. */
const MAX_STEPS = 3;

/** Finds what a name stands for in its initializer, when it is declared once in this file. */
export type FindInitializer = (identifier: Node) => Node | undefined;

/** Whether a condition tells production from development, or reads the environment in another way. */
export function isEnvironmentTest(condition: Node, findInitializer: FindInitializer, steps = MAX_STEPS): boolean {
  const known = verdicts.get(condition);
  if (known !== undefined) return known;
  const verdict = readsEnvironment(condition, findInitializer, steps);
  if (steps === MAX_STEPS) verdicts.set(condition, verdict);
  return verdict;
}

/** A condition guards many statements; its verdict is found once. */
const verdicts = new WeakMap<Node, boolean>();

function readsEnvironment(condition: Node, findInitializer: FindInitializer, steps: number): boolean {
  let found = false;
  walk(condition, (node) => {
    if (found) return;
    if (isIdentifier(node)) {
      found = namesEnvironment(node.text) && !isNoTest(node);
      if (found || steps === 0) return;
      const initializer = findInitializer(node);
      if (initializer !== undefined && !isAnswer(initializer)) {
        found = isEnvironmentTest(initializer, findInitializer, steps - 1);
      }
    } else if (isStringLiteralLike(node)) {
      found = namesEnvironment(node.text);
    }
  });
  return found;
}

/** What is named like the environment, and says nothing of where the code runs. */
function isNoTest(node: Node): boolean {
  return isRegExpTest(node) || isReadOfSecret(node) || isReadOfEdition(node) || isComparedWithGiven(node);
}

/** `login === process.env.ADMIN_USER`: what somebody gives is compared with a setting. */
function isComparedWithGiven(node: Node): boolean {
  if (!isPropertyAccessExpression(node.parent)) return false;
  let read: Node = node.parent;
  while (isPropertyAccessExpression(read.parent) && read.parent.expression === read) read = read.parent;
  const { parent } = read;
  if (!isBinaryExpression(parent) || !EQUALITIES.has(parent.operatorToken.kind)) return false;
  const other = parent.left === read ? parent.right : parent.left;
  return (isIdentifier(other) && other.text !== 'undefined') || isPropertyAccessExpression(other);
}

const EQUALITIES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** What is waited for is what somebody answers; that the question names the environment (an address) says nothing of it. */
function isAnswer(initializer: Node): boolean {
  let node = initializer;
  for (;;) {
    if (isAwaitExpression(node) || isYieldExpression(node)) return true;
    if (isParenthesizedExpression(node) || isPropertyAccessExpression(node) || isAsExpression(node)) {
      node = node.expression;
    } else if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
      node = node.expression.expression;
    } else {
      return false;
    }
  }
}

/** `pattern.test(value)` tests no environment. */
function isRegExpTest(node: Node): boolean {
  const { parent } = node;
  return isPropertyAccessExpression(parent) && parent.name === node && isCallExpression(parent.parent);
}

/** `process.env.JWT_SECRET` in what makes a value: whether there is a token is no question of the environment. */
function isReadOfSecret(node: Node): boolean {
  const read = isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent.parent : node.parent;
  return isPropertyAccessExpression(read) && read.name !== node && saysSecret(read.name.text);
}

/** Words of variables that say for whom an application runs: each edition has users who sign in. */
const EDITION_WORDS = new Set('hosted saas enterprise edition tenant tenancy'.split(' '));

/** `env.isCloudHosted`, `process.env.SELF_HOSTED`: production has both. */
function isReadOfEdition(node: Node): boolean {
  let read = node.parent;
  while (isPropertyAccessExpression(read) && isPropertyAccessExpression(read.parent)) read = read.parent;
  if (!isPropertyAccessExpression(read) || read.name === node) return false;
  const words = wordsOf(read.name.text);
  const isEdition = words[words.length - 1] === 'cloud' || words.some((word) => EDITION_WORDS.has(word));
  return isEdition && !words.some((word) => DEVELOPMENT_WORDS.has(word) || PRODUCTION_WORDS.has(word));
}

function namesEnvironment(name: string): boolean {
  if (name.length >= 40) return false;
  const words = wordsOf(name);
  return words.some((word, index) => ENVIRONMENT_WORDS.has(word) && (word !== 'local' || isOfMachine(words, index)));
}

/** `isLocal`, `localDev`, `local_env`; but `localStorage` and `getLocalAccessToken` are of the browser. */
function isOfMachine(words: readonly string[], index: number): boolean {
  const next = words[index + 1];
  return next === undefined || ENVIRONMENT_WORDS.has(next) || next === 'mode' || next === 'host';
}

/** Whether code runs only when a test of the environment allows it: around it, or by an exit before it. */
export function isGuarded(node: Node, findInitializer: FindInitializer): boolean {
  for (let child = node, parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
    const condition = conditionOf(parent, child);
    if (
      condition !== undefined &&
      !isPresenceOfSecret(condition, findInitializer) &&
      isEnvironmentTest(condition, findInitializer)
    ) {
      return true;
    }
    if (hasExitBefore(child, parent, findInitializer) || isStandIn(parent)) return true;
  }
  return false;
}

/** Words by which functions and classes are named that stand in for others during development. */
const STAND_IN_WORDS = new Set('emulator emulated mock mocked mocks fake faked stub dummy'.split(' '));

function isStandIn(node: Node): boolean {
  if (!isFunctionLike(node) && !isClassLike(node)) return false;
  const { name } = node as Node & { name?: Node };
  const { parent } = node;
  const named = name ?? (isVariableDeclaration(parent) ? parent.name : undefined);
  return named !== undefined && isIdentifier(named) && wordsOf(named.text).some((word) => STAND_IN_WORDS.has(word));
}

/** The condition under which `parent` runs `child`. */
function conditionOf(parent: Node, child: Node): Node | undefined {
  if (isIfStatement(parent)) return child === parent.expression ? undefined : parent.expression;
  if (isConditionalExpression(parent)) return child === parent.condition ? undefined : parent.condition;
  if (parent.kind === SyntaxKind.CaseClause || parent.kind === SyntaxKind.DefaultClause) {
    return (parent.parent.parent as Node & { expression: Node }).expression;
  }
  if (parent.kind === SyntaxKind.BinaryExpression) {
    const { left, right, operatorToken } = parent as Node & { left: Node; right: Node; operatorToken: Node };
    return operatorToken.kind === SyntaxKind.AmpersandAmpersandToken && child === right ? left : undefined;
  }
  return undefined;
}

/** `if (!process.env.JWT_SECRET)` asks for the secret, not for the environment. */
function isPresenceOfSecret(condition: Node, findInitializer: FindInitializer): boolean {
  const value = presenceSubject(condition)?.value;
  if (value === undefined) return false;
  if (isPropertyAccessExpression(value)) return saysSecret(value.name.text);
  const initializer = findInitializer(value);
  return initializer !== undefined && isReadOfVariable(initializer, isIdentifier(value) ? value.text : '');
}

/** `process.env.JWT_SECRET`, and `process.env[name]`, where callers say which one. */
function isReadOfVariable(node: Node, holder: string): boolean {
  if (isPropertyAccessExpression(node))
    return (saysSecret(holder) || saysSecret(node.name.text)) && isProcessEnv(node.expression);
  return (
    isElementAccessExpression(node) && !isStringLiteralLike(node.argumentExpression) && isProcessEnv(node.expression)
  );
}

function isProcessEnv(node: Node): boolean {
  return isPropertyAccessExpression(node) && node.name.text === 'env';
}

/** Words of variables that hold a secret or how long it lives: whether they are set is no question of the environment. */
const SECRET_WORDS = new Set('secret key token password passphrase expires expiry expiration ttl'.split(' '));

function saysSecret(name: string): boolean {
  return wordsOf(name).some((word) => SECRET_WORDS.has(word));
}

/** What a condition asks the presence of: `x`, `!x`, `x === undefined`, `x != null`. */
export function presenceSubject(condition: Node): { readonly value: Node; readonly whenPresent: boolean } | undefined {
  const node = withoutParentheses(condition);
  if (isIdentifier(node) || isPropertyAccessExpression(node)) return { value: node, whenPresent: true };
  if (isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    const inner = presenceSubject(node.operand);
    return inner === undefined ? undefined : { ...inner, whenPresent: !inner.whenPresent };
  }
  if (!isBinaryExpression(node)) return undefined;
  const { left, right, operatorToken } = node;
  const isNothing = right.kind === SyntaxKind.NullKeyword || (isIdentifier(right) && right.text === 'undefined');
  if (!isNothing || !(isIdentifier(left) || isPropertyAccessExpression(left))) return undefined;
  switch (operatorToken.kind) {
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.EqualsEqualsEqualsToken:
      return { value: left, whenPresent: false };
    case SyntaxKind.ExclamationEqualsToken:
    case SyntaxKind.ExclamationEqualsEqualsToken:
      return { value: left, whenPresent: true };
    default:
      return undefined;
  }
}

function withoutParentheses(node: Node): Node {
  let inner = node;
  while (isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}

/** `if (isProduction) return;` before a statement keeps it for development, as far as the block goes. */
function hasExitBefore(statement: Node, block: Node, findInitializer: FindInitializer): boolean {
  if (!isBlock(block) && !isSourceFile(block)) return false;
  const known = exits.get(block);
  const exit = known ?? findProductionExit(block.statements, findInitializer);
  if (known === undefined) exits.set(block, exit);
  return exit < statement.pos;
}

/** Where the first exit of each block ends; infinite where there is none. */
const exits = new WeakMap<Node, number>();

function findProductionExit(statements: readonly Node[], findInitializer: FindInitializer): number {
  for (const statement of statements) {
    if (!isIfStatement(statement) || statement.elseStatement !== undefined) continue;
    if (endsControl(statement.thenStatement) && isProductionTest(statement.expression, findInitializer)) {
      return statement.end - 1;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** Words by which a condition asks for production, and for everything else. */
const PRODUCTION_WORDS = new Set(['prod', 'production']);
const DEVELOPMENT_WORDS = new Set('dev devel development local localhost staging stage test testing debug'.split(' '));

/** Whether a condition is true in production: `isProd`, `NODE_ENV === 'production'`, `!isDev`. */
function isProductionTest(condition: Node, findInitializer: FindInitializer): boolean {
  const node = withoutParentheses(condition);
  if (isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    return names(DEVELOPMENT_WORDS, node.operand, findInitializer);
  }
  const isDifferent =
    isBinaryExpression(node) &&
    (node.operatorToken.kind === SyntaxKind.ExclamationEqualsEqualsToken ||
      node.operatorToken.kind === SyntaxKind.ExclamationEqualsToken);
  return names(isDifferent ? DEVELOPMENT_WORDS : PRODUCTION_WORDS, node, findInitializer);
}

function names(
  vocabulary: ReadonlySet<string>,
  condition: Node,
  findInitializer: FindInitializer,
  steps = MAX_STEPS,
): boolean {
  let found = false;
  walk(condition, (node) => {
    if (found || !(isIdentifier(node) || isStringLiteralLike(node))) return;
    const words = wordsOf(node.text);
    found = words.some((word, index) => vocabulary.has(word) && (word !== 'local' || isOfMachine(words, index)));
    const initializer = found || steps === 0 || !isIdentifier(node) ? undefined : findInitializer(node);
    if (initializer !== undefined && !isAnswer(initializer))
      found = names(vocabulary, initializer, findInitializer, steps - 1);
  });
  return found;
}
