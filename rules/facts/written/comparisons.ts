import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import type { LiveModule } from '../../resolve/module/module';
import { isNegated } from '../../resolve/scope/comparisons';
import {
  type Expression,
  isBinaryExpression,
  isCallExpression,
  isFunctionLike,
  isPropertyAccessExpression,
  type Node,
  type SourceFile,
  spanOf,
} from '../../syntax';
import { wordSet } from '../../text/words';
import { constantTimeEdits } from '../edits/constantTime';
import type { Knowledge } from '../knowledge';
import type { FactOf, FactSchema, Flow } from '../schema';
import { leavesOf } from '../values/flow';
import { writtenAt } from './written';

type How = FactSchema['SecretCompare']['how']['constant'];

/** Two values that are compared, and the node that does it. */
interface Comparison {
  readonly node: Node;
  readonly left: Expression;
  readonly right: Expression;
  readonly how: How;
}

const METHODS: Readonly<Record<string, How>> = { equals: 'equals', localeCompare: 'localeCompare' };
/** Methods that look for an element by a test. */
const SEARCHES = wordSet('find findIndex findLast findLastIndex filter some every');

/**
 * Words of which the line of a comparison shows one where a secret is compared: the names of either side, or of what they
 * are made by. Lines without them are never looked at again.
 */
const SECRET_LINE =
  /signature|signed|\bsign\(|sig\b|hmac|\bmac\b|digest|\bhash\b|computed|secret|token|[a-z-]key\b|_key\b|passw|passphrase|otp\b|passcode|[a-z]code\b|\bauth\b|authorization|bearer|env\b|expected/i;
/** What holds a hash, whatever it is called: `calculated = createHmac(…)…`, `calculated = hmac.digest()`. */
const MAKES_HASH = /createHmac\(|Hmac[A-Z]|digest\(/;
const HOLDS_HASH = /\b(\w{1,60})\s*=\s*[^=;]{0,300}?\b(?:createHmac|Hmac[A-Z]\w*|digest)\(/g;
/** What is compared with a literal is no secret: `error.code === 'ENOENT'`. */
const EQUALITY =
  /[!=]==?(?!=|\s*(?:'[^'\n]*'|"[^"\n]*"|\d[\w.]*|null|undefined|true|false)\s*(?:[)&|;,?:}\]\n]|$))|\.(?:equals|localeCompare)\b/g;
/** What hands a value in: a request, or a function that is handed what it is to check against a computed one. */
const HANDED_IN =
  /\b_?(?:req|request|ctx|c|event|evt)\b|context|headers|cookies|query|searchParams|hmac|createHash|subtle|\benv\b|Strategy\(/i;

/** Whether a file can compare a secret, by its text. */
export function mayCompareSecrets(text: string): boolean {
  if (!HANDED_IN.test(text)) return false;
  const showsSecret = secretLines(text);
  let end = -1;
  for (const { index } of text.matchAll(EQUALITY)) {
    if (index < end) continue;
    end = lineEnd(text, index);
    if (showsSecret(text.slice(lineStart(text, index), end))) return true;
  }
  return false;
}

/** Tells the lines of a text on which a secret may be compared. */
function secretLines(text: string): (line: string) => boolean {
  const held = MAKES_HASH.test(text) ? text.matchAll(HOLDS_HASH) : [];
  const names = new Set(Array.from(held, ([, name]) => name));
  if (names.size === 0) return (line) => SECRET_LINE.test(line);
  const holders = new RegExp(`\\b(?:${[...names].join('|')})\\b`);
  return (line) => SECRET_LINE.test(line) || holders.test(line);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The comparisons of a file that may be of secrets. */
export function comparisonsIn(
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
): readonly FactOf<'SecretCompare'>[] {
  const found: FactOf<'SecretCompare'>[] = [];
  const { scope, tree } = module;
  if (!mayCompareSecrets(tree.text)) return found;
  const showsSecret = secretLines(tree.text);
  const mayCompare = ({ end }: Node): boolean =>
    showsSecret(tree.text.slice(lineStart(tree.text, end), lineEnd(tree.text, end)));
  const comparisons = [...scope.comparisons, ...scope.sites].flatMap(
    (node) => comparisonAt(node, tree, mayCompare) ?? [],
  );
  for (const comparison of comparisons) {
    const left = flowOf(comparison.left, module, evaluator, knowledge);
    const right = flowOf(comparison.right, module, evaluator, knowledge);
    if (!isTelling(left) || !isTelling(right)) continue;
    const { node, how } = comparison;
    const span = spanOf(node, tree);
    found.push({
      kind: 'SecretCompare',
      display: how === 'operator' ? operatorOf(node, tree) : `${how}()`,
      ...writtenAt(node, { span }, module),
      attributes: {
        left,
        right,
        how: { constant: how },
        isSearch: { constant: isSearchTest(node) },
      },
      replacement: replacementFor(comparison, left, right, module),
    });
  }
  return found;
}

/** A comparison that may be one of a secret, by its line; nothing is lowered to find out. */
function comparisonAt(node: Node, tree: SourceFile, mayCompare: (operator: Node) => boolean): Comparison | undefined {
  if (isBinaryExpression(node)) {
    if (!('operatorToken' in node) || !mayCompare(node.operatorToken)) return undefined;
    const { left, right } = node;
    return node.operatorToken.getText(tree).length > 1 ? { node, left, right, how: 'operator' } : undefined;
  }
  if (!isCallExpression(node) || node.arguments.length !== 1 || !isPropertyAccessExpression(node.expression))
    return undefined;
  const { expression: left, name } = node.expression;
  const how = METHODS[name.text];
  const [right] = node.arguments;
  if (how === undefined || right === undefined || !mayCompare(name)) return undefined;
  return { node, left, right, how };
}

function operatorOf(node: Node, tree: SourceFile): string {
  return isBinaryExpression(node) ? node.operatorToken.getText(tree) : '';
}

function flowOf(side: Node, module: LiveModule, evaluator: Evaluator, knowledge: Knowledge): Flow {
  const { leaves, complete } = leavesOf(module.lower(side), moduleFrame(module), evaluator, knowledge);
  return { span: spanOf(side, module.tree), leaves, complete, isText: false, isRegistered: false };
}

/** What is only a literal, or nothing, is no secret and comes from nobody. */
function isTelling({ leaves }: Flow): boolean {
  return leaves.some(({ origin: { kind } }) => kind !== 'literal' && kind !== 'nothing' && kind !== 'function');
}

function isSearchTest(node: Node): boolean {
  let test = node;
  while (test.parent !== undefined && !isFunctionLike(test)) test = test.parent;
  const call = test.parent;
  if (call === undefined || !isCallExpression(call) || !isPropertyAccessExpression(call.expression)) return false;
  return call.arguments[0] === test && SEARCHES.has(call.expression.name.text);
}

function replacementFor(
  { node, left, right, how }: Comparison,
  leftFlow: Flow,
  rightFlow: Flow,
  module: LiveModule,
): FactOf<'SecretCompare'>['replacement'] {
  if (how === 'localeCompare') return undefined;
  const isDifferent = isBinaryExpression(node) && isNegated(node);
  const sides = [
    { node: left, isText: isText(leftFlow) },
    { node: right, isText: isText(rightFlow) },
  ] as const;
  if (how === 'operator' && [leftFlow, rightFlow].some(isBytes)) return undefined;
  return constantTimeEdits({ node, sides, isDifferent, areBytes: how === 'equals' }, module);
}

/** Whether a value is certainly written out. */
function isText({ leaves, complete }: Flow): boolean {
  return complete && leaves.length > 0 && leaves.every(({ origin }) => origin.kind === 'digest' && origin.isText);
}

function isBytes({ leaves }: Flow): boolean {
  return leaves.some(({ origin }) => origin.kind === 'digest' && !origin.isText);
}
