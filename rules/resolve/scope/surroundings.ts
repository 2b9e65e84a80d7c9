import {
  type BinaryExpression,
  type CallExpression,
  isArrayBindingPattern,
  isArrayLiteralExpression,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isClassLike,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isSourceFile,
  isStringLiteral,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from '../../syntax';

/** The names of the functions, methods, variables and routes that hold a node, innermost first. */
export function namesAround(node: Node): readonly string[] {
  const names: string[] = [];
  /** Where in a list the node stands: `const [first, second] = await Promise.all([…, …])`. */
  let position: number | undefined;
  for (let child = node, at = node.parent; at !== undefined; child = at, at = at.parent) {
    if (isFunctionLike(at) || isPropertyAssignment(at)) position = undefined;
    else if (isArrayLiteralExpression(at)) position = (at.elements as readonly Node[]).indexOf(child);
    const name = nameGivenBy(at, child) ?? nameInPattern(at, position);
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** The name under which a call hands what it makes to its callback: `sign(payload, key, (error, token) => …)`. */
export function nameInCallback(call: Node): string | undefined {
  const given = isCallExpression(call) ? call.arguments : [];
  const last = given[given.length - 1];
  if (last === undefined || !isFunctionLike(last)) return undefined;
  const [error, result] = last.parameters.map(({ name }) => (isIdentifier(name) ? name.text : undefined));
  return error !== undefined && /^_?e(?:rr(?:or)?)?$/i.test(error) ? result : undefined;
}

/** The name that a pattern gives to the element of a list at `position`. */
function nameInPattern(parent: Node, position: number | undefined): string | undefined {
  if (position === undefined || !isVariableDeclaration(parent) || !isArrayBindingPattern(parent.name)) return undefined;
  const element = parent.name.elements[position];
  return element !== undefined && isBindingElement(element) && isIdentifier(element.name)
    ? element.name.text
    : undefined;
}

/** The name under which `parent` holds `child`: of a declaration, a property, an assignment, a route, or a value that a call keeps. */
export function nameGivenBy(parent: Node, child: Node): string | undefined {
  if (isBinaryExpression(parent)) return child === parent.right ? assignedName(parent) : undefined;
  if (isCallExpression(parent)) return isFunctionLike(child) ? routePath(parent) : keptName(parent, child);
  const isNaming =
    isFunctionLike(parent) ||
    isClassLike(parent) ||
    isVariableDeclaration(parent) ||
    isPropertyAssignment(parent) ||
    isPropertyDeclaration(parent);
  const { name } = parent as Node & { name?: Node };
  return isNaming && name !== undefined && (isIdentifier(name) || isStringLiteral(name)) ? name.text : undefined;
}

/** `tokens.refresh = …`, `tokens['refresh'] = …`, `refreshToken ??= …`. */
function assignedName({ left, operatorToken }: BinaryExpression): string | undefined {
  if (!ASSIGNMENTS.has(operatorToken.kind)) return undefined;
  if (isIdentifier(left)) return left.text;
  if (isPropertyAccessExpression(left)) return left.name.text;
  return isElementAccessExpression(left) && isStringLiteral(left.argumentExpression)
    ? left.argumentExpression.text
    : undefined;
}

const ASSIGNMENTS = new Set([
  SyntaxKind.EqualsToken,
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
]);

function routePath({ arguments: [path] }: CallExpression): string | undefined {
  return path !== undefined && isStringLiteral(path) && path.text.startsWith('/') ? path.text : undefined;
}

/** `cookie('refreshToken', sign(…))`: the text before an argument may be the name that it is kept under. */
function keptName({ arguments: list }: CallExpression, child: Node): string | undefined {
  const name = list[(list as readonly Node[]).indexOf(child) - 1];
  return name !== undefined && isStringLiteral(name) && /^[\w-]{1,40}$/.test(name.text) ? name.text : undefined;
}

/** The nearest node around another that is accepted. */
export function enclosing(node: Node, accepts: (node: Node) => boolean): Node | undefined {
  let at: Node | undefined = node.parent;
  while (at !== undefined && !accepts(at)) at = at.parent;
  return at;
}

/** The nearest function around a node, else the file. */
export function functionOrFileAround(node: Node): Node {
  return enclosing(node, (around) => isFunctionLike(around) || isSourceFile(around)) ?? node;
}
