import {
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
  withoutWrappers,
} from '../../syntax';
import { once } from './numbered';
import type { FileScope } from './scope';
import { enclosing } from './surroundings';

/** A member that is written to the prototype of a function, or to the function itself. */
export interface WrittenMember {
  readonly key: string;
  readonly value: Node;
}

/** What a function is as a class. */
export interface Constructor {
  readonly members: readonly WrittenMember[];
  readonly statics: readonly WrittenMember[];
  /** What its prototype is made of: `Object.create(Base.prototype)`, `new Base()`. */
  readonly base: Node | undefined;
}

/** Functions that are written as classes: `new` makes something of them that has what is written to their prototypes. */
export interface Constructors {
  of(node: Node): Constructor | undefined;
  /** The class whose instance `this` is where a node stands: a class, or such a function. */
  ownerOf(node: Node): Node | undefined;
}

export function createConstructors(scope: FileScope): Constructors {
  let found: Found | undefined;
  const known = (): Found => {
    found ??= findConstructors(scope);
    return found;
  };
  return {
    of: (node) => known().constructors.get(node),
    ownerOf(node) {
      const owner = enclosing(node, isClassLike);
      if (owner !== undefined) return owner;
      const method = enclosing(node, (one) => isFunctionLike(one) && !isArrowFunction(one));
      if (method === undefined) return undefined;
      return known().methods.get(method) ?? (known().constructors.has(method) ? method : undefined);
    },
  };
}

/** Whether a node stands in a static member of its class. */
export function isInStatic(node: Node): boolean {
  const member = enclosing(node, ({ parent }) => parent !== undefined && isClassLike(parent));
  const { modifiers = [] } = (member ?? {}) as { modifiers?: readonly Node[] };
  return modifiers.some(({ kind }) => kind === SyntaxKind.StaticKeyword);
}

interface Found {
  readonly constructors: ReadonlyMap<Node, Constructor>;
  /** Which of them a method belongs to. */
  readonly methods: ReadonlyMap<Node, Node>;
}

interface Draft extends Constructor {
  readonly members: WrittenMember[];
  readonly statics: WrittenMember[];
  base: Node | undefined;
}

function findConstructors(scope: FileScope): Found {
  const constructors = new Map<Node, Draft>();
  const methods = new Map<Node, Node>();
  const draftOf = (owner: Node): Draft =>
    once(constructors, owner, () => ({ members: [], statics: [], base: undefined }));
  const addMember = (owner: Node, key: string, value: Node): void => {
    const written = withoutWrappers(value);
    draftOf(owner).members.push({ key, value: written });
    if (isFunctionLike(written)) methods.set(written, owner);
  };
  for (const targets of scope.writes.values()) {
    for (const { name, identifier, path, value } of targets) {
      const [head, key, ...rest] = path;
      if (head !== 'prototype' || value === undefined || rest.length > 0) continue;
      const owner = functionNamed(name, identifier, scope);
      if (owner === undefined) continue;
      if (key !== undefined) addMember(owner, key, value);
      else if (path.length === 1) addPrototype(owner, withoutWrappers(value), addMember, draftOf);
    }
  }
  for (const { identifier, path, value } of scope.writes.get('this') ?? []) {
    const [key] = path;
    const method = value === undefined ? undefined : withoutWrappers(value);
    if (key === undefined || path.length > 1 || method === undefined || !isFunctionLike(method)) continue;
    const owner = enclosing(identifier, (one) => isClassLike(one) || (isFunctionLike(one) && !isArrowFunction(one)));
    // What a constructor gives to `this` is read there.
    if (owner === undefined || !isNamedFunction(owner)) continue;
    draftOf(owner);
    if (!isArrowFunction(method)) methods.set(method, owner);
  }
  for (const [owner, draft] of constructors) draft.statics.push(...staticsOf(owner, scope));
  return { constructors, methods };
}

function addPrototype(
  owner: Node,
  value: Node,
  addMember: (owner: Node, key: string, value: Node) => void,
  draftOf: (owner: Node) => Draft,
): void {
  if (!isObjectLiteralExpression(value)) {
    draftOf(owner).base = baseOf(value);
    return;
  }
  draftOf(owner);
  for (const member of value.properties) {
    if (member.name === undefined || !isIdentifier(member.name)) continue;
    if (isFunctionLike(member)) addMember(owner, member.name.text, member);
    else if (isPropertyAssignment(member)) addMember(owner, member.name.text, member.initializer);
  }
}

/** `Base` of `Object.create(Base.prototype)` and `new Base()`. */
function baseOf(value: Node): Node | undefined {
  if (isNewExpression(value)) return value.expression;
  const [prototype] = isCallExpression(value) ? value.arguments : [];
  return prototype !== undefined && isPropertyAccessExpression(prototype) && prototype.name.text === 'prototype'
    ? prototype.expression
    : undefined;
}

/** What is written to the function itself. */
function staticsOf(owner: Node, scope: FileScope): readonly WrittenMember[] {
  const name = nameOf(owner);
  return (name === undefined ? [] : (scope.writes.get(name) ?? [])).flatMap(({ identifier, path, value }) => {
    const [key, ...rest] = path;
    const isOwn = key !== undefined && key !== 'prototype' && rest.length === 0 && value !== undefined;
    return isOwn && functionNamed(identifier.getText(), identifier, scope) === owner ? [{ key, value }] : [];
  });
}

function isNamedFunction(node: Node): boolean {
  return !isClassLike(node) && nameOf(node) !== undefined;
}

function nameOf(node: Node): string | undefined {
  const { name } = node as Node & { name?: Node };
  if (name !== undefined && isIdentifier(name) && !isPropertyAssignment(node.parent)) return name.text;
  const { parent } = node;
  if (isVariableDeclaration(parent) && isIdentifier(parent.name)) return parent.name.text;
  return isBinaryExpression(parent) && isIdentifier(parent.left) ? parent.left.text : undefined;
}

/** The function that a name is declared as, or is assigned once. */
function functionNamed(name: string, at: Node, scope: FileScope): Node | undefined {
  const id = scope.find(name, at);
  const declaration = id === undefined ? undefined : scope.declarations[id];
  if (declaration?.kind === 'function') return declaration.node;
  if (declaration?.kind !== 'variable') return undefined;
  const { parent } = declaration.node;
  const given = [
    isVariableDeclaration(parent) ? parent.initializer : undefined,
    ...(scope.writes.get(name) ?? []).flatMap(({ identifier, path, value }) =>
      path.length === 0 && scope.find(name, identifier) === id ? [value] : [],
    ),
  ];
  const functions = given.flatMap((value) => {
    const written = value && withoutWrappers(value);
    return written !== undefined && isFunctionLike(written) ? [written] : [];
  });
  return functions.length === 1 ? functions[0] : undefined;
}
