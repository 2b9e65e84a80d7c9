import {
  type ClassLikeDeclaration,
  isCallExpression,
  isConstructorDeclaration,
  isIdentifier,
  isParameter,
  isPropertyDeclaration,
  type Node,
  SyntaxKind,
  walk,
} from '../../syntax';
import type { ClassShape, TypeName } from '../module/summary';
import { type Constructor, type Constructors, isInStatic } from '../scope/constructors';
import type { FileScope } from '../scope/scope';
import type { WriteTarget } from '../scope/writes';
import { askedByDecorator } from './asked';
import type { LoweringContext } from './lower';
import { lowerKey, readOf } from './lowerObject';
import { shapeOfMembers } from './shapes';
import type { CallTerm, Term } from './term';
import { lowerTypeName } from './types';

/** The members of a class, with what its constructor and its methods write to them. */
export function shapeOfClass(
  node: Node,
  scope: FileScope,
  constructors: Constructors,
  context: LoweringContext,
  lower: (node: Node) => Term,
): Omit<ClassShape, 'parts'> {
  const made = constructors.of(node);
  if (made !== undefined) return shapeOfConstructor(node, made, scope, constructors, context, lower);
  const members: Record<string, Term> = {};
  const statics: Record<string, Term> = {};
  const declared: Record<string, TypeName> = {};
  const asked: Record<string, CallTerm> = {};
  const declaration = node as ClassLikeDeclaration;
  let constructorId: number | undefined;
  let superCall: CallTerm | undefined;
  for (const member of declaration.members) {
    if (isConstructorDeclaration(member)) {
      if (member.body !== undefined) constructorId = context.functionId(member);
      superCall = constructorMembers(member, members, context, lower) ?? superCall;
      continue;
    }
    const key = member.name === undefined ? undefined : lowerKey(member.name, context);
    if (typeof key !== 'string') continue;
    const isStatic = (member as { modifiers?: readonly Node[] }).modifiers?.some(
      ({ kind }) => kind === SyntaxKind.StaticKeyword,
    );
    const target = isStatic === true ? statics : members;
    if (isPropertyDeclaration(member)) {
      const type = member.initializer === undefined ? lowerTypeName(member.type, context) : undefined;
      if (member.initializer !== undefined) target[key] = lower(member.initializer);
      else if (type !== undefined) declared[key] = type;
      const given =
        isStatic === true || member.initializer !== undefined ? undefined : askedByDecorator(member, context);
      if (given !== undefined) asked[key] = given;
    } else if (member.kind === SyntaxKind.MethodDeclaration) target[key] = lower(member);
    else if (member.kind === SyntaxKind.GetAccessor) target[key] = readOf(lower(member));
  }
  const writes = writesOfClass(node, scope, constructors);
  addFieldWrites(
    members,
    writes.filter(({ identifier }) => !isInStatic(identifier)),
    lower,
  );
  addFieldWrites(
    statics,
    writes.filter(({ identifier }) => isInStatic(identifier)),
    lower,
  );
  const base = declaration.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword)?.types[0];
  return {
    name: declaration.name?.text,
    extends: base === undefined ? undefined : lower(base.expression),
    implements: (declaration.heritageClauses ?? [])
      .filter(({ token }) => token === SyntaxKind.ImplementsKeyword)
      .flatMap(({ types }) => types.flatMap((type) => lowerTypeName(type, context) ?? [])),
    isAbstract: declaration.modifiers?.some(({ kind }) => kind === SyntaxKind.AbstractKeyword) === true,
    constructorId,
    superCall,
    members,
    statics,
    declared,
    asked,
    shape: shapeOfMembers(declaration.members, context),
  };
}

/** A function that is used as a class: its body is the constructor. */
function shapeOfConstructor(
  node: Node,
  { members: written, statics, base }: Constructor,
  scope: FileScope,
  constructors: Constructors,
  context: LoweringContext,
  lower: (node: Node) => Term,
): Omit<ClassShape, 'parts'> {
  const members: Record<string, Term> = {};
  const superCall = constructorMembers(node, members, context, lower);
  for (const { key, value } of written) members[key] ??= lower(value);
  addFieldWrites(members, writesOfClass(node, scope, constructors), lower);
  const { name } = node as Node & { name?: Node };
  return {
    name: name !== undefined && isIdentifier(name) ? name.text : undefined,
    extends: base && lower(base),
    implements: [],
    isAbstract: false,
    constructorId: context.functionId(node),
    superCall,
    members,
    statics: Object.fromEntries(statics.map(({ key, value }) => [key, lower(value)])),
    declared: {},
    asked: {},
  };
}

/** What code writes to fields: any of it may be what they hold. */
function addFieldWrites(
  members: Record<string, Term>,
  writes: readonly WriteTarget[],
  lower: (node: Node) => Term,
): void {
  for (const { identifier, path, value } of writes) {
    const [key, ...part] = path;
    if (key === undefined || part.length > 0) continue;
    const { pos, end } = identifier;
    const written: Term = value === undefined ? { kind: 'unknown', span: { start: pos, end } } : lower(value);
    const initial = Object.hasOwn(members, key) ? members[key] : undefined;
    if (initial !== written) members[key] = initial === undefined ? written : eitherOf(initial, written);
  }
}

function eitherOf(one: Term, other: Term): Term {
  const { span } = other;
  return { kind: 'choice', condition: { kind: 'unknown', span }, then: one, else: other, guarded: false, span };
}

/** What the code of a class writes to `this`. */
export function writesOfClass(node: Node, scope: FileScope, constructors: Constructors): readonly WriteTarget[] {
  return (scope.writes.get('this') ?? []).filter(({ identifier }) => constructors.ownerOf(identifier) === node);
}

/** What a constructor gives to fields: parameter properties, and `this.field = value` in its body. Gives its call of `super`. */
function constructorMembers(
  declaration: Node,
  members: Record<string, Term>,
  context: LoweringContext,
  lower: (node: Node) => Term,
): CallTerm | undefined {
  const { parameters, body } = declaration as Node & { parameters: readonly Node[]; body?: Node };
  for (const parameter of parameters) {
    if (!isParameter(parameter) || parameter.modifiers === undefined || !isIdentifier(parameter.name)) continue;
    members[parameter.name.text] = context.lower(parameter.name);
  }
  if (body === undefined) return undefined;
  let superCall: CallTerm | undefined;
  walk(body, (node) => {
    if (isCallExpression(node) && node.expression.kind === SyntaxKind.SuperKeyword) {
      const call = lower(node);
      if (call.kind === 'call') superCall = call;
    }
    if (node.kind !== SyntaxKind.BinaryExpression) return;
    const term = assignedField(node, lower);
    if (term !== undefined && !Object.hasOwn(members, term.field)) members[term.field] = term.value;
  });
  return superCall;
}

function assignedField(
  node: Node,
  lower: (node: Node) => Term,
): { readonly field: string; readonly value: Term } | undefined {
  const { left, right, operatorToken } = node as Node & { left: Node; right: Node; operatorToken: Node };
  if (operatorToken.kind !== SyntaxKind.EqualsToken || left.kind !== SyntaxKind.PropertyAccessExpression)
    return undefined;
  const { expression, name } = left as Node & { expression: Node; name: Node & { text: string } };
  return expression.kind === SyntaxKind.ThisKeyword ? { field: name.text, value: lower(right) } : undefined;
}
