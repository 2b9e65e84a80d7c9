import {
  isBlock,
  isCallExpression,
  isClassLike,
  isConditionalExpression,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isPropertyAccessExpression,
  isSourceFile,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import { endsControl } from './control';
import { createEnvironmentTests, type EnvironmentTests } from './environmentTests';
import { isPresenceOfSecret, isPresenceOfService } from './presence';
import type { FindInitializer } from './scope';

/** Which code of a file runs only where the environment allows it. */
export interface Guards extends Pick<EnvironmentTests, 'isEnvironmentTest'> {
  /** Whether code runs only when a test of the environment allows it: around it, or by an exit before it. */
  isGuarded(node: Node): boolean;
}

export function createGuards(findInitializer: FindInitializer): Guards {
  const { isEnvironmentTest, isProductionTest } = createEnvironmentTests(findInitializer);
  /** Where the first exit of each block ends; infinite where there is none. */
  const exits = new Map<Node, number>();

  const exitOf = (block: Node, statements: readonly Node[]): number => {
    const known = exits.get(block);
    if (known !== undefined) return known;
    const exit = statements.find(
      (statement) =>
        isIfStatement(statement) &&
        statement.elseStatement === undefined &&
        endsControl(statement.thenStatement) &&
        isProductionTest(statement.expression),
    );
    const end = exit === undefined ? Number.POSITIVE_INFINITY : exit.end - 1;
    exits.set(block, end);
    return end;
  };

  /** `if (isProduction) return;` before a statement keeps it for development, as far as the block goes. */
  const hasExitBefore = (statement: Node, block: Node): boolean =>
    (isBlock(block) || isSourceFile(block)) && exitOf(block, block.statements) < statement.pos;

  /** Whether a condition asks whether something is configured, and what it guards runs where it is. */
  const asksForSettings = (condition: Node, guarded: Node): boolean =>
    isPresenceOfSecret(condition, findInitializer) || (!isElse(guarded) && isPresenceOfService(condition));

  return {
    isEnvironmentTest,
    isGuarded(node) {
      for (let child = node, parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
        const condition = conditionOf(parent, child);
        if (condition !== undefined && !asksForSettings(condition, child) && isEnvironmentTest(condition)) return true;
        if (hasExitBefore(child, parent) || isStandIn(parent) || isDriven(parent)) return true;
      }
      return false;
    },
  };
}

function isElse(node: Node): boolean {
  const { parent } = node;
  if (isConditionalExpression(parent)) return parent.whenFalse === node;
  return isIfStatement(parent) && parent.elseStatement === node;
}

/** Words by which functions and classes are named that stand in for others during development. */
const STAND_IN_WORDS = wordSet('emulator emulated mock mocked mocks fake faked stub dummy');

function isStandIn(node: Node): boolean {
  if (!isFunctionLike(node) && !isClassLike(node)) return false;
  const { name } = node as Node & { name?: Node };
  const { parent } = node;
  const named = name ?? (isVariableDeclaration(parent) ? parent.name : undefined);
  return named !== undefined && isIdentifier(named) && wordsOf(named.text).some((word) => STAND_IN_WORDS.has(word));
}

/** Methods of drivers (Playwright, Puppeteer, Selenium) that run a function in the browser that they drive. */
const DRIVEN_BY = new Set(
  'evaluate evaluateHandle evaluateOnNewDocument addInitScript executeScript executeAsyncScript $eval $$eval'.split(
    ' ',
  ),
);

/** `page.evaluate(() => …)`: it runs in a browser that a program opens for itself, and nobody is signed in there. */
function isDriven(node: Node): boolean {
  const { parent } = node;
  if (!isFunctionLike(node) || parent === undefined || !isCallExpression(parent)) return false;
  const { expression } = parent;
  return expression !== node && isPropertyAccessExpression(expression) && DRIVEN_BY.has(expression.name.text);
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
