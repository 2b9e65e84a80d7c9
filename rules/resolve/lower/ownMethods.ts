import {
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  type Node,
  type ObjectLiteralExpression,
  SyntaxKind,
} from '../../syntax';
import { enclosing } from '../scope/surroundings';

/** Members of a component whose functions are called on the component, as those in `methods` are. */
const PARTS = new Set(['methods', 'computed', 'watch', 'actions', 'getters']);
/** Members that hold what a component, or a store, calls on itself. */
const METHODS = ['methods', 'actions'];

/** The function that `this.name` is in a method of an object: one beside it, or one of the component's methods. */
export function ownMethod(self: Node): { readonly key: string; readonly node: Node } | undefined {
  const access = self.parent;
  if (!isPropertyAccessExpression(access) || access.expression !== self) return undefined;
  const method = enclosing(self, (node) => isClassLike(node) || (isFunctionLike(node) && !isArrow(node)));
  const holder = method && !isClassLike(method) ? objectOf(method) : undefined;
  if (holder === undefined) return undefined;
  const key = access.name.text;
  const around = isPropertyAssignment(holder.parent) && isPart(holder.parent) ? holder.parent.parent : undefined;
  const holders = [holder, ...methodsOf(holder), ...(around === undefined ? [] : methodsOf(around))];
  for (const one of holders) {
    const node = functionIn(one, key);
    if (node !== undefined) return { key, node };
  }
  return undefined;
}

function isArrow({ kind }: Node): boolean {
  return kind === SyntaxKind.ArrowFunction;
}

/** The object literal that a function is a member of. */
function objectOf(method: Node): ObjectLiteralExpression | undefined {
  const holder = isPropertyAssignment(method.parent) ? method.parent.parent : method.parent;
  return isObjectLiteralExpression(holder) ? holder : undefined;
}

function isPart({ name }: { readonly name: Node }): boolean {
  return isIdentifier(name) && PARTS.has(name.text);
}

function methodsOf(component: ObjectLiteralExpression): readonly ObjectLiteralExpression[] {
  return METHODS.flatMap((name) => {
    const member = memberOf(component, name);
    const value = member && isPropertyAssignment(member) ? member.initializer : undefined;
    return value !== undefined && isObjectLiteralExpression(value) ? [value] : [];
  });
}

function functionIn(holder: ObjectLiteralExpression, name: string): Node | undefined {
  const member = memberOf(holder, name);
  if (member === undefined) return undefined;
  if (member.kind === SyntaxKind.MethodDeclaration) return member;
  return isPropertyAssignment(member) && isFunctionLike(member.initializer) ? member.initializer : undefined;
}

function memberOf({ properties }: ObjectLiteralExpression, name: string) {
  return properties.find((one) => one.name !== undefined && isIdentifier(one.name) && one.name.text === name);
}
