import {
  type ClassLikeDeclaration,
  isClassLike,
  isConstructorDeclaration,
  isIdentifier,
  isParameter,
  isPropertyDeclaration,
  type Node,
  SyntaxKind,
  walk,
} from '../../syntax';
import type { ClassShape, TypeName } from '../module/summary';
import type { FileScope } from '../scope/scope';
import { enclosing } from '../scope/surroundings';
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
  context: LoweringContext,
  lower: (node: Node) => Term,
): Omit<ClassShape, 'parts'> {
  const members: Record<string, Term> = {};
  const statics: Record<string, Term> = {};
  const declared: Record<string, TypeName> = {};
  const asked: Record<string, CallTerm> = {};
  const declaration = node as ClassLikeDeclaration;
  let constructorId: number | undefined;
  for (const member of declaration.members) {
    if (isConstructorDeclaration(member)) {
      if (member.body !== undefined) constructorId = context.functionId(member);
      constructorMembers(member, members, context, lower);
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
  for (const [key, alternatives] of fieldWrites(node, scope, lower)) {
    for (const value of alternatives) {
      const initial = Object.hasOwn(members, key) ? members[key] : undefined;
      if (initial === value) continue;
      const { span } = value;
      members[key] =
        initial === undefined
          ? value
          : { kind: 'choice', condition: { kind: 'unknown', span }, then: initial, else: value, guarded: false, span };
    }
  }
  const base = declaration.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword)?.types[0];
  return {
    name: declaration.name?.text,
    extends: base === undefined ? undefined : lower(base.expression),
    implements: (declaration.heritageClauses ?? [])
      .filter(({ token }) => token === SyntaxKind.ImplementsKeyword)
      .flatMap(({ types }) => types.flatMap((type) => lowerTypeName(type, context) ?? [])),
    isAbstract: declaration.modifiers?.some(({ kind }) => kind === SyntaxKind.AbstractKeyword) === true,
    constructorId,
    members,
    statics,
    declared,
    asked,
    shape: shapeOfMembers(declaration.members, context),
  };
}

/** What the methods of a class write to its fields. */
function fieldWrites(node: Node, scope: FileScope, lower: (node: Node) => Term): ReadonlyMap<string, readonly Term[]> {
  const found = new Map<string, Term[]>();
  for (const { identifier, path, value } of writesOfClass(node, scope)) {
    const [key, ...part] = path;
    if (key === undefined || part.length > 0) continue;
    const { pos, end } = identifier;
    const written: Term = value === undefined ? { kind: 'unknown', span: { start: pos, end } } : lower(value);
    found.set(key, [...(found.get(key) ?? []), written]);
  }
  return found;
}

/** What the code of a class writes to `this`. */
export function writesOfClass(node: Node, scope: FileScope): readonly WriteTarget[] {
  return (scope.writes.get('this') ?? []).filter(({ identifier }) => enclosing(identifier, isClassLike) === node);
}

/** What a constructor gives to fields: parameter properties, and `this.field = value` in its body. */
function constructorMembers(
  declaration: Node,
  members: Record<string, Term>,
  context: LoweringContext,
  lower: (node: Node) => Term,
): void {
  const { parameters, body } = declaration as Node & { parameters: readonly Node[]; body?: Node };
  for (const parameter of parameters) {
    if (!isParameter(parameter) || parameter.modifiers === undefined || !isIdentifier(parameter.name)) continue;
    members[parameter.name.text] = context.lower(parameter.name);
  }
  if (body === undefined) return;
  walk(body, (node) => {
    if (node.kind !== SyntaxKind.BinaryExpression) return;
    const term = assignedField(node, lower);
    if (term !== undefined && !Object.hasOwn(members, term.field)) members[term.field] = term.value;
  });
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
