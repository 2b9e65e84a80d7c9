import {
  isCallExpression,
  isConditionalExpression,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isPropertyAccessExpression,
  isStringLiteralLike,
  type Node,
  SyntaxKind,
  walk,
} from '../syntax';
import { wordsOf } from '../text/words';

/** Words by which code names the environment that it runs in. */
const ENVIRONMENT_WORDS = new Set(
  'env environment prod production dev devel development staging stage local localhost test testing debug'.split(' '),
);

/** Conditions follow this many constants: `const isProd = env.production`, `const secure = isProd`. */
const MAX_STEPS = 3;

/** Finds what a name stands for in its initializer, when it is declared once in this file. */
export type FindInitializer = (identifier: Node) => Node | undefined;

/** Whether a condition tells production from development, or reads the environment in another way. */
export function isEnvironmentTest(condition: Node, findInitializer: FindInitializer, steps = MAX_STEPS): boolean {
  let found = false;
  walk(condition, (node) => {
    if (found) return;
    if (isIdentifier(node)) {
      found = !isRegExpTest(node) && namesEnvironment(node.text);
      if (found || steps === 0) return;
      const initializer = findInitializer(node);
      if (initializer !== undefined) found = isEnvironmentTest(initializer, findInitializer, steps - 1);
    } else if (isStringLiteralLike(node)) {
      found = namesEnvironment(node.text);
    }
  });
  return found;
}

/** `pattern.test(value)` tests no environment. */
function isRegExpTest(node: Node): boolean {
  const { parent } = node;
  return isPropertyAccessExpression(parent) && parent.name === node && isCallExpression(parent.parent);
}

function namesEnvironment(name: string): boolean {
  return name.length < 40 && wordsOf(name).some((word) => ENVIRONMENT_WORDS.has(word));
}

/** Whether code runs only when a test of the environment allows it, up to the function that holds it. */
export function isGuarded(node: Node, findInitializer: FindInitializer): boolean {
  for (let child = node, parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
    const condition = conditionOf(parent, child);
    if (condition !== undefined && isEnvironmentTest(condition, findInitializer)) return true;
    if (isFunctionLike(parent)) return false;
  }
  return false;
}

/** The condition under which `parent` runs `child`. */
export function conditionOf(parent: Node, child: Node): Node | undefined {
  if (isIfStatement(parent)) return child === parent.expression ? undefined : parent.expression;
  if (isConditionalExpression(parent)) return child === parent.condition ? undefined : parent.condition;
  if (parent.kind === SyntaxKind.BinaryExpression) {
    const { left, right, operatorToken } = parent as Node & { left: Node; right: Node; operatorToken: Node };
    return operatorToken.kind === SyntaxKind.AmpersandAmpersandToken && child === right ? left : undefined;
  }
  return undefined;
}
