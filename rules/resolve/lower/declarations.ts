import {
  type BindingPattern,
  hasModifier,
  isArrayBindingPattern,
  isBindingElement,
  isEnumDeclaration,
  isIdentifier,
  isObjectBindingPattern,
  isParameter,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { Binding, VariableBinding, Write } from '../module/summary';
import type { Declaration } from '../scope/declarations';
import type { LoweringContext } from './lower';
import { lowerKey } from './lowerObject';
import { plainLayout } from './madeTerms';
import { lowerShape } from './shapes';
import type { Term } from './term';
import { lowerTypeName } from './types';

/** What a variable, or a name in a pattern, holds at first and is given later. */
export function bindVariable(
  { name, node }: Declaration,
  writes: readonly Write[],
  context: LoweringContext,
  lower: (node: Node) => Term,
): VariableBinding {
  const { root, initial } = initialOf(node, context, lower);
  const annotation = isVariableDeclaration(root) && root.name === node ? root.type : undefined;
  const type = lowerTypeName(annotation, context);
  const shape = lowerShape(annotation, context);
  return { kind: 'variable', name, function: context.enclosingFunction(root), initial, writes, type, shape };
}

/** The properties that a pattern takes by name. */
function keysIn(pattern: BindingPattern): readonly string[] {
  if (!isObjectBindingPattern(pattern)) return [];
  return pattern.elements.flatMap(({ dotDotDotToken, propertyName, name }) => {
    const key = propertyName ?? name;
    return dotDotDotToken === undefined && isIdentifier(key) ? [key.text] : [];
  });
}

/** The declaration that a pattern belongs to, and what its initializer gives to one of its names. */
function initialOf(
  node: Node,
  context: LoweringContext,
  lower: (node: Node) => Term,
): { readonly root: Node; readonly initial: Term | undefined } {
  const { parent } = node;
  if (isVariableDeclaration(parent)) {
    if (parent.initializer !== undefined) return { root: parent, initial: lower(parent.initializer) };
    return {
      root: parent,
      initial: isAmbient(parent) ? { kind: 'unknown', span: spanOf(node, context.tree) } : undefined,
    };
  }
  if (!isBindingElement(parent)) return { root: node, initial: undefined };
  const pattern = parent.parent;
  const { root, initial } = initialOf(pattern, context, lower);
  const span = spanOf(parent, context.tree);
  if (initial === undefined) return { root, initial: { kind: 'unknown', span } };
  if (parent.dotDotDotToken !== undefined) {
    const rest: Term = isObjectBindingPattern(pattern)
      ? {
          kind: 'object',
          members: [{ kind: 'spread', value: initial, span, without: keysIn(pattern) }],
          layout: plainLayout(span.start),
          span,
        }
      : { kind: 'unknown', span };
    return { root, initial: rest };
  }
  const key = keyOf(parent, context);
  const taken: Term = { kind: 'member', object: initial, key, span, keySpan: span };
  if (parent.initializer === undefined) return { root, initial: taken };
  const fallback = lower(parent.initializer);
  return { root, initial: { kind: 'logical', operator: '??', left: taken, right: fallback, guarded: false, span } };
}

/** `declare const store: Store`: it holds something, and nothing here says what. */
function isAmbient(declaration: Node): boolean {
  return hasModifier(declaration.parent.parent, SyntaxKind.DeclareKeyword);
}

function keyOf(element: Node, context: LoweringContext): string | Term {
  if (!isBindingElement(element)) return '';
  const { parent: pattern, propertyName, name } = element;
  if (isArrayBindingPattern(pattern)) return String(pattern.elements.indexOf(element));
  if (propertyName !== undefined) return lowerKey(propertyName, context);
  return isIdentifier(name) ? name.text : '';
}

/** Which part of which parameter a name stands for; the elements of a loop are the parameter of its body. */
export function bindParameter(
  { name, node }: Declaration,
  writes: readonly Write[],
  context: LoweringContext,
  lower: (node: Node) => Term,
): Binding {
  const path: string[] = [];
  let fallback: Term | undefined;
  let rest = false;
  let holder = node.parent;
  const around = isBindingElement(holder) && holder.dotDotDotToken !== undefined ? holder.parent : undefined;
  for (; isBindingElement(holder); holder = holder.parent.parent) {
    const key = keyOf(holder, context);
    if (typeof key !== 'string') return { kind: 'opaque', name };
    if (holder.dotDotDotToken !== undefined) rest = true;
    else path.unshift(key);
    if (holder.initializer !== undefined) fallback ??= lower(holder.initializer);
  }
  const taken = { kind: 'parameter', name, path, writes } as const;
  if (isVariableDeclaration(holder)) {
    const loop = context.functionId(holder.parent.parent);
    return { ...taken, function: loop, index: 0, rest, default: fallback };
  }
  if (!isParameter(holder)) return { kind: 'opaque', name };
  if (holder.initializer !== undefined && path.length === 0) fallback ??= lower(holder.initializer);
  return {
    ...taken,
    function: context.functionId(holder.parent),
    index: holder.parent.parameters.indexOf(holder as never),
    rest: rest || holder.dotDotDotToken !== undefined,
    ...(holder.dotDotDotToken !== undefined && holder === node.parent ? { gathers: true } : {}),
    ...(around !== undefined && isObjectBindingPattern(around) ? { without: keysIn(around) } : {}),
    default: fallback,
  };
}

/** The values of an enum's members; those without an initializer count on from the one before. */
export function enumMembers(node: Node, context: LoweringContext): Readonly<Record<string, Term>> {
  const members: Record<string, Term> = {};
  if (!isEnumDeclaration(node)) return members;
  let next: number | undefined = 0;
  for (const member of node.members) {
    const key = lowerKey(member.name, context);
    if (typeof key !== 'string') continue;
    const span = spanOf(member, context.tree);
    const value: Term =
      member.initializer !== undefined
        ? context.lower(member.initializer)
        : next === undefined
          ? { kind: 'unknown', span }
          : { kind: 'literal', value: next, span };
    members[key] = value;
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
  }
  return members;
}
