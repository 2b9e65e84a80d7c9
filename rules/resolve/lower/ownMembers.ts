import {
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isVariableDeclaration,
  type Node,
  type ObjectLiteralExpression,
  SyntaxKind,
} from '../../syntax';
import { enclosing } from '../scope/surroundings';

/** Members of a component whose functions are called on the component, as those in `methods` are. */
const PARTS = new Set(['methods', 'computed', 'watch', 'actions', 'getters']);
/** Members that hold what a component, or a store, calls on itself. */
const METHODS = ['methods', 'actions'];

/**
 * What `this.name` is in a method of an object: a function beside it or one of the component's methods, or a value beside it
 * to which nobody writes.
 */
export function ownMember(
  self: Node,
  isWritten: (object: string, key: string) => boolean,
): { readonly key: string; readonly node: Node } | undefined {
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
  const value = around === undefined ? (getterIn(holder, key) ?? valueIn(holder, key)) : undefined;
  if (value === undefined || isWritten('this', key) || isWritten(nameOf(holder), key)) return undefined;
  return { key, node: value };
}

function isArrow({ kind }: Node): boolean {
  return kind === SyntaxKind.ArrowFunction;
}

/** The object literal that a function is a member of. */
function objectOf(method: Node): ObjectLiteralExpression | undefined {
  const holder = isPropertyAssignment(method.parent) ? method.parent.parent : method.parent;
  return isObjectLiteralExpression(holder) ? holder : undefined;
}

/** The variable that holds an object. */
function nameOf({ parent }: Node): string {
  return isVariableDeclaration(parent) && isIdentifier(parent.name) ? parent.name.text : '';
}

function isPart({ name }: { readonly name: Node }): boolean {
  return isIdentifier(name) && PARTS.has(name.text);
}

function methodsOf(component: ObjectLiteralExpression): readonly ObjectLiteralExpression[] {
  return METHODS.flatMap((name) => {
    const value = valueIn(component, name);
    return value !== undefined && isObjectLiteralExpression(value) ? [value] : [];
  });
}

function functionIn(holder: ObjectLiteralExpression, name: string): Node | undefined {
  const member = memberOf(holder, name);
  if (member?.kind === SyntaxKind.MethodDeclaration) return member;
  const value = valueIn(holder, name);
  return value !== undefined && isFunctionLike(value) ? value : undefined;
}

function getterIn(holder: ObjectLiteralExpression, name: string): Node | undefined {
  const member = memberOf(holder, name);
  return member?.kind === SyntaxKind.GetAccessor ? member : undefined;
}

function valueIn(holder: ObjectLiteralExpression, name: string): Node | undefined {
  const member = memberOf(holder, name);
  return member !== undefined && isPropertyAssignment(member) ? member.initializer : undefined;
}

function memberOf({ properties }: ObjectLiteralExpression, name: string) {
  return properties.find((one) => one.name !== undefined && isIdentifier(one.name) && one.name.text === name);
}
