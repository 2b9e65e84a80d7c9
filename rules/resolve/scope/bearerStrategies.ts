import {
  isCallExpression,
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isImportDeclaration,
  isNewExpression,
  isStringLiteral,
  type Node,
} from '../../syntax';
import { wordsOf } from '../../text/words';
import type { FileScope } from './scope';
import { enclosing } from './surroundings';

/** What becomes of what such a function gives: a callback gets it, or it returns it. */
export type Verdict = 'callback' | 'result';

/**
 * The function around a node that a strategy of passport calls with the bearer token of a request, as it came:
 * `new BearerStrategy((token, done) => …)`, or `validate` of a class that extends `PassportStrategy(Strategy)`.
 */
export function bearerStrategyAround(node: Node, scope: FileScope): Verdict | undefined {
  for (let at = enclosing(node, isFunctionLike); at !== undefined; at = enclosing(at, isFunctionLike)) {
    const { parent, name } = at as Node & { name?: Node };
    if (isNewExpression(parent)) return saysBearer(parent.expression, scope) ? 'callback' : undefined;
    const isValidate = name !== undefined && isIdentifier(name) && name.text === 'validate';
    if (isValidate && isClassLike(parent)) return isBearerClass(parent, scope) ? 'result' : undefined;
  }
  return undefined;
}

function isBearerClass(node: Node, scope: FileScope): boolean {
  const { heritageClauses = [] } = node as Node & { heritageClauses?: readonly (Node & { types: readonly Node[] })[] };
  return heritageClauses
    .flatMap(({ types }) => types.map((one) => (one as Node & { expression: Node }).expression))
    .some((base) => isCallExpression(base) && base.arguments.some((one) => saysBearer(one, scope)));
}

/** By its own name, or by that of the package that it comes from. */
function saysBearer(strategy: Node, scope: FileScope): boolean {
  let root = strategy;
  while (!isIdentifier(root)) {
    const { expression } = root as Node & { expression?: Node };
    if (expression === undefined) return false;
    root = expression;
  }
  const { name = root } = strategy as Node & { name?: Node };
  const texts = [root.text, isIdentifier(name) ? name.text : '', packageOf(root, scope) ?? ''];
  return texts.some((text) => wordsOf(text).includes('bearer'));
}

function packageOf(name: Node & { readonly text: string }, scope: FileScope): string | undefined {
  const declared = scope.declarations[scope.find(name.text, name) ?? -1];
  if (declared === undefined) return undefined;
  if (declared.kind === 'import') {
    const statement = enclosing(declared.node, isImportDeclaration);
    const { moduleSpecifier } = (statement ?? {}) as { moduleSpecifier?: Node };
    return moduleSpecifier !== undefined && isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  }
  // `require('passport-http-bearer').Strategy`
  return declared.kind === 'variable'
    ? /require\(\s*['"]([^'"]+)/.exec(declared.node.parent.getText())?.[1]
    : undefined;
}
