import {
  findNode,
  isAsExpression,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isEquality,
  isIdentifier,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isStringLiteralLike,
  isYieldExpression,
  type Node,
  SyntaxKind,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import { saysSecret, withoutParentheses } from './presence';
import type { FindInitializer } from './scope';

/** Which conditions of a file ask for the environment that it runs in. */
export interface EnvironmentTests {
  /** Whether a condition tells production from development, or reads the environment in another way. */
  isEnvironmentTest(condition: Node): boolean;
  /**
   * Whether a condition is true in production: `isProd`, `NODE_ENV === 'production'`, `!isDev`. What asks for something beside
   * it (`isProd && !process.env.JWT_SECRET`) is false there as soon as that is.
   */
  isProductionTest(condition: Node): boolean;
}

/** Conditions follow this many constants: `const isProd = env.production`, `const secure = isProd`. */
const MAX_STEPS = 3;

/** Asks about the constants of one file. Many conditions lead to the same ones: what a constant says is found once. */
export function createEnvironmentTests(findInitializer: FindInitializer): EnvironmentTests {
  const showing = (isShown: (node: Node) => boolean): ((condition: Node) => boolean) => {
    const known = Array.from({ length: MAX_STEPS + 1 }, () => new Map<Node, boolean>());
    const shows = (root: Node, steps: number): boolean => {
      const before = known[steps]?.get(root);
      if (before !== undefined) return before;
      const found = findNode(root, (node) => {
        if (isShown(node)) return true;
        const initializer = steps === 0 || !isIdentifier(node) ? undefined : findInitializer(node);
        return initializer !== undefined && !isAnswer(initializer) && shows(initializer, steps - 1);
      });
      known[steps]?.set(root, found !== undefined);
      return found !== undefined;
    };
    return (condition) => shows(condition, MAX_STEPS);
  };
  const namesProduction = showing((node) => names(PRODUCTION_WORDS, node));
  const namesDevelopment = showing((node) => names(DEVELOPMENT_WORDS, node));
  const isProductionTest = (condition: Node): boolean => {
    const node = withoutParentheses(condition);
    if (isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
      return namesDevelopment(node.operand);
    const operator = isBinaryExpression(node) ? node.operatorToken.kind : undefined;
    if (isBinaryExpression(node) && operator === SyntaxKind.AmpersandAmpersandToken)
      return isProductionTest(node.left) && isProductionTest(node.right);
    const isDifferent =
      operator === SyntaxKind.ExclamationEqualsEqualsToken || operator === SyntaxKind.ExclamationEqualsToken;
    return isDifferent ? namesDevelopment(node) : namesProduction(node);
  };
  return { isEnvironmentTest: showing(namesEnvironment), isProductionTest };
}

/** Words by which code names the environment that it runs in. */
const ENVIRONMENT_WORDS = wordSet(
  'env environment prod production dev devel development staging stage local localhost test testing debug cypress playwright https ssl tls',
);

/** Words by which a condition asks for production, and for everything else. */
const PRODUCTION_WORDS = new Set(['prod', 'production']);
const DEVELOPMENT_WORDS = wordSet('dev devel development local localhost staging stage test testing debug');

/** Words of variables that say for whom an application runs: each edition has users who sign in. */
const EDITION_WORDS = wordSet('hosted saas enterprise edition tenant tenancy');

/** Words of what may be called local, and then is a machine. */
const MACHINE_WORDS = wordSet('env environment stage mode host hostname deployment target profile runtime');

/** Words of what has a local one among several ways to sign in. */
const SIGN_IN_WORDS = wordSet('auth authentication login strategy strategies provider providers passport user');

/** Longer names are sentences. */
const LONGEST_NAME = 40;

function names(vocabulary: ReadonlySet<string>, node: Node): boolean {
  if (!(isIdentifier(node) || isStringLiteralLike(node))) return false;
  const words = wordsOf(node.text);
  return words.some(
    (word, index) => vocabulary.has(word) && (word !== 'local' || (isOfMachine(words, index) && !isOfOther(node))),
  );
}

function namesEnvironment(node: Node): boolean {
  if (!(isIdentifier(node) || isStringLiteralLike(node)) || node.text.length >= LONGEST_NAME) return false;
  return names(ENVIRONMENT_WORDS, node) && !(isIdentifier(node) && isNoTest(node));
}

/** `isLocal`, `localDev`, `local_env`; but `localStorage` and `getLocalAccessToken` are of the browser. */
function isOfMachine(words: readonly string[], index: number): boolean {
  const next = words[index + 1];
  return next === undefined || ENVIRONMENT_WORDS.has(next) || next === 'mode' || next === 'host';
}

/** `provider === 'local'`, `user.local.email`, `strategies.local`: what is compared, or has it, is no machine. */
function isOfOther(node: Node): boolean {
  const { parent } = node;
  if (isPropertyAccessExpression(parent) && parent.name === node)
    return (
      isPropertyAccessExpression(parent.parent) ||
      lastWordsOf(parent.expression).some((word) => SIGN_IN_WORDS.has(word))
    );
  if (!isStringLiteralLike(node) || !isBinaryExpression(parent) || !isEquality(parent.operatorToken.kind)) return false;
  const other = parent.left === node ? parent.right : parent.left;
  return !wordsOf(other.getText()).some((word) => MACHINE_WORDS.has(word));
}

function lastWordsOf(holder: Node): readonly string[] {
  const name = isPropertyAccessExpression(holder) ? holder.name : holder;
  return isIdentifier(name) ? wordsOf(name.text) : [];
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
  if (!isBinaryExpression(parent) || !isEquality(parent.operatorToken.kind)) return false;
  const other = parent.left === read ? parent.right : parent.left;
  return (isIdentifier(other) && other.text !== 'undefined') || isPropertyAccessExpression(other);
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

/** `env.isCloudHosted`, `process.env.SELF_HOSTED`: production has both. */
function isReadOfEdition(node: Node): boolean {
  let read = node.parent;
  while (isPropertyAccessExpression(read) && isPropertyAccessExpression(read.parent)) read = read.parent;
  if (!isPropertyAccessExpression(read) || read.name === node) return false;
  const words = wordsOf(read.name.text);
  const isEdition = words[words.length - 1] === 'cloud' || words.some((word) => EDITION_WORDS.has(word));
  return isEdition && !words.some((word) => DEVELOPMENT_WORDS.has(word) || PRODUCTION_WORDS.has(word));
}

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
