import {
  isAsExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isEmpty,
  isIdentifier,
  isNewExpression,
  isObjectBindingPattern,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isSpreadElement,
  isTypeReferenceNode,
  isVariableDeclaration,
  isWithin,
  type Node,
  nodeAt,
  nodesOf,
  type ObjectBindingPattern,
  type SourceFile,
  SyntaxKind,
  withoutWrappers,
} from '../../syntax';
import { wordSet } from '../../text/words';
import { areInOtherBranches } from '../scope/branches';
import { once } from '../scope/numbered';
import type { FileScope } from '../scope/scope';

/**
 * The properties that the code of a file reads off what a declaration holds at a path, and leaves in it. `at` is where it is
 * used: what other branches read of it, such as other cases of a reducer, is of other values.
 */
export type PartsRead = (declaration: number, path: readonly string[], at?: number) => readonly string[];

/**
 * The properties that code reads off what a call gives: at once, or off the name that it gives it to. What parses it, and what
 * stands in for it when there is none, is looked through.
 */
export function partsReadOff(call: Node, scope: FileScope, partsRead: PartsRead): readonly string[] {
  const node = withStandIns(call);
  const { parent } = node;
  if (isPropertyAccessExpression(parent) && parent.expression === node) return [parent.name.text];
  if (!isVariableDeclaration(parent) || parent.initializer !== node) return [];
  if (isObjectBindingPattern(parent.name)) return boundNames(parent.name);
  const declaration = scope.find(parent.name.getText(), parent.name);
  return declaration === undefined ? [] : partsRead(declaration, []);
}

/** The expression that has the value of a call: with what parses it, and what stands in for it when there is none. */
export function withStandIns(call: Node): Node {
  let node = call;
  while (isHandedOn(node, node.parent)) node = node.parent;
  return node;
}

/** The type by which code takes what a call gives: `new BehaviorSubject<User>(JSON.parse(text))`, `text as User`. */
export function typeTakenAs(call: Node): Node | undefined {
  let node = call;
  for (; isHandedOn(node, node.parent); node = node.parent) {
    if (isAsExpression(node.parent) && isTypeReferenceNode(node.parent.type)) return node.parent.type;
  }
  const { parent } = node;
  if (isVariableDeclaration(parent)) return parent.initializer === node ? parent.type : undefined;
  if (!isNewExpression(parent) && !isCallExpression(parent)) return undefined;
  return parent.arguments?.[0] === node && parent.typeArguments?.length === 1 ? parent.typeArguments[0] : undefined;
}

/** Whether an expression has the value of a part of it, or what that says as JSON. */
function isHandedOn(node: Node, parent: Node): boolean {
  if (withoutWrappers(parent) !== parent || isParenthesizedExpression(parent)) return true;
  if (parent.kind === SyntaxKind.AwaitExpression) return true;
  if (isConditionalExpression(parent)) return parent.condition !== node;
  if (isBinaryExpression(parent)) return STANDS_IN.has(parent.operatorToken.kind);
  return isCallExpression(parent) && parent.arguments[0] === node && PARSES.test(parent.expression.getText());
}

const STANDS_IN: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.AmpersandAmpersandToken,
]);

const PARSES = /^(?:JSON\.parse|String)$/;

interface Part {
  readonly root: Node & { readonly text: string };
  readonly name: string;
  /** Taken out, or used as something that is no text, such as a list: what is read elsewhere is not told by this name. */
  readonly isOther: boolean;
}

export function createPartsRead(tree: SourceFile, scope: FileScope): PartsRead {
  let parts: ReadonlyMap<string, readonly Part[]> | undefined;
  let givenOn: ReadonlyMap<string, readonly GivenOn[]> | undefined;
  const read = (declaration: number, path: readonly string[], steps: number, at?: number): readonly string[] => {
    const name = scope.declarations[declaration]?.name;
    if (name === undefined) return [];
    parts ??= collectParts(tree);
    givenOn ??= collectGivenOn(tree, scope);
    const key = [name, ...path].join('.');
    const used = at === undefined ? undefined : nodeAt(tree, at);
    const isOwn = ({ root }: { readonly root: Part['root'] }): boolean =>
      scope.find(root.text, root) === declaration && (used === undefined || !areInOtherBranches(used, root));
    const own = (parts.get(key) ?? []).filter(isOwn);
    const others = new Set(own.flatMap((part) => (part.isOther ? [part.name] : [])));
    const names = own.flatMap((part) => (others.has(part.name) ? [] : [part.name]));
    if (steps === 0) return names;
    const takers = (givenOn.get(key) ?? []).filter(isOwn);
    const further = takers.flatMap(({ to }) => (to === declaration ? [] : read(to, [], steps - 1)));
    return [...names, ...further.filter((one) => !others.has(one))];
  };
  return (declaration, path, at) => read(declaration, path, MAX_TAKERS, at);
}

/** `const user = JSON.parse(text)`, `setUser(answer)`: the name behind has the same parts. */
interface GivenOn {
  readonly root: Part['root'];
  readonly to: number;
}

/** Names that hand a value on to each other are followed this far. */
const MAX_TAKERS = 2;

/** By the chain of names that is handed on as a whole. */
function collectGivenOn(tree: SourceFile, scope: FileScope): ReadonlyMap<string, readonly GivenOn[]> {
  const found = new Map<string, GivenOn[]>();
  const add = (value: Node | undefined, to: number | undefined): void => {
    const chain = value === undefined || to === undefined ? undefined : chainOf(value);
    if (chain === undefined || to === undefined) return;
    once(found, chain.names.join('.'), () => []).push({ root: chain.root, to });
  };
  for (const node of nodesOf(tree, SyntaxKind.VariableDeclaration)) {
    if (node.initializer === undefined || !isIdentifier(node.name)) continue;
    add(node.initializer, scope.find(node.name.text, node.name));
  }
  for (const writes of scope.writes.values()) {
    for (const { name, identifier, path, value } of writes) {
      if (path.length === 0) add(value, scope.find(name, identifier));
    }
  }
  return found;
}

/** By the chain of names that a part is taken of. */
function collectParts(tree: SourceFile): ReadonlyMap<string, readonly Part[]> {
  const found = new Map<string, Part[]>();
  const add = (object: Node, name: string, isOther: boolean): void => {
    const chain = chainOf(object);
    if (chain === undefined) return;
    once(found, chain.names.join('.'), () => []).push({ root: chain.root, name, isOther });
  };
  for (const node of nodesOf(tree, SyntaxKind.PropertyAccessExpression)) {
    if (!isIdentifier(node.name)) continue;
    add(node.expression, node.name.text, isTakenOut(node) || isNoText(node, tree));
  }
  for (const node of nodesOf(tree, SyntaxKind.VariableDeclaration)) {
    if (node.initializer === undefined || !isObjectBindingPattern(node.name)) continue;
    for (const name of boundNames(node.name)) add(node.initializer, name, false);
  }
  return found;
}

/** The properties that a pattern takes. */
function boundNames({ elements }: ObjectBindingPattern): readonly string[] {
  return elements.flatMap(({ dotDotDotToken, propertyName, name }) => {
    const key = propertyName ?? name;
    return dotDotDotToken === undefined && isIdentifier(key) ? [key.text] : [];
  });
}

/** What people do with a token, as a text. */
const TEXT_METHODS = wordSet('split slice substring substr startsWith endsWith trim replace toString at charAt');

function isNoText(node: Node, tree: SourceFile): boolean {
  const { parent } = node;
  if (isSpread(node)) return true;
  // `const keys = tokens.accessToken; all.push(...keys);`
  if (isVariableDeclaration(parent) && isIdentifier(parent.name)) {
    const { text } = parent.name;
    const block = parent.parent.parent.parent;
    return nodesOf(tree, SyntaxKind.SpreadElement).some(
      (other) => isIdentifier(other.expression) && other.expression.text === text && isWithin(other, block),
    );
  }
  if (isElementAccessExpression(parent)) return parent.expression === node;
  return isPropertyAccessExpression(parent) && parent.expression === node && !TEXT_METHODS.has(parent.name.text);
}

/** `push(...list)`, `[...list]`: nobody takes a token apart so. */
function isSpread({ parent }: Node): boolean {
  return isSpreadElement(parent);
}

function isTakenOut(node: Node): boolean {
  const { parent } = node;
  if (parent.kind === SyntaxKind.DeleteExpression) return true;
  if (!isBinaryExpression(parent) || parent.left !== node) return false;
  const { right, operatorToken } = parent;
  return isEmpty(right) && operatorToken.kind === SyntaxKind.EqualsToken;
}

function chainOf(node: Node): { readonly root: Part['root']; readonly names: readonly string[] } | undefined {
  const inner = withoutWrappers(node);
  if (isCallExpression(inner) && inner.arguments[0] !== undefined && inner.expression.getText() === 'JSON.parse')
    return chainOf(inner.arguments[0]);
  if (isIdentifier(inner)) return { root: inner, names: [inner.text] };
  if (!isPropertyAccessExpression(inner) || !isIdentifier(inner.name)) return undefined;
  const object = chainOf(inner.expression);
  return object && { root: object.root, names: [...object.names, inner.name.text] };
}
