import {
  isCallExpression,
  isConstructorDeclaration,
  isFunctionLike,
  isIdentifier,
  isIntersectionTypeNode,
  isLiteralTypeNode,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isStringLiteral,
  isTypeLiteralNode,
  isTypeReferenceNode,
  isUnionTypeNode,
  type Node,
  SyntaxKind,
  withoutWrappers,
} from '../../syntax';
import { wordSet } from '../../text/words';
import type { TypeName } from '../module/summary';
import type { LoweringContext } from './lower';
import { lowerTypeName } from './types';

/** What an annotation says of the members of a value, as far as names go; nothing of it is checked. */
export interface ShapeType {
  /** Types whose members it has. */
  readonly names: readonly TypeName[];
  /** Members that are texts, or may be. */
  readonly members: readonly string[];
  /** What is said of the members themselves. */
  readonly inner: Readonly<Record<string, ShapeType>>;
}

const MAX_DEPTH = 3;

/** Types that say of a value what their argument says, once it is there. */
const TRANSPARENT = new Set(['Promise', 'Observable', 'Readonly', 'Required', 'NonNullable', 'Awaited']);
/** Types that say something else than their argument does. */
const SELECTING = new Set(['Omit', 'Exclude', 'Extract', 'Record', 'Map', 'Set', 'Partial']);
const LISTS = new Set(['Array', 'ReadonlyArray']);
/** Where what wraps something has it: axios, `HttpResponse`, `PayloadAction`, `Ref`, what hooks give. */
const WRAPPED_IN = ['data', 'body', 'payload', 'value', 'current', '0'];

export function lowerShape(type: Node | undefined, context: LoweringContext, depth = 0): ShapeType | undefined {
  if (type === undefined || depth > MAX_DEPTH) return undefined;
  if (isUnionTypeNode(type) || isIntersectionTypeNode(type)) {
    return merged(type.types.map((one) => lowerShape(one, context, depth + 1)));
  }
  if (type.kind === SyntaxKind.ParenthesizedType) {
    return lowerShape((type as Node & { type: Node }).type, context, depth + 1);
  }
  if (isTypeLiteralNode(type)) return shapeOfMembers(type.members, context, depth);
  if (type.kind === SyntaxKind.ArrayType) {
    return shapeOfList((type as Node & { elementType: Node }).elementType, context, depth);
  }
  if (!isTypeReferenceNode(type)) return undefined;
  const name = isIdentifier(type.typeName) ? type.typeName.text : '';
  if (LISTS.has(name)) return shapeOfList(type.typeArguments?.[0], context, depth);
  if (SELECTING.has(name)) return undefined;
  const [argument, ...others] = type.typeArguments ?? [];
  if (name === 'Pick') return { names: [], members: textsOf(others[0]), inner: {} };
  const given = others.length === 0 ? lowerShape(argument, context, depth + 1) : undefined;
  if (TRANSPARENT.has(name)) return given;
  const named = lowerTypeName(type, context);
  const own: ShapeType = { names: named === undefined ? [] : [named], members: [], inner: {} };
  return merged([own, given && wrapping(given)]);
}

/** What a list says of each one of it, under the first index. */
function shapeOfList(element: Node | undefined, context: LoweringContext, depth: number): ShapeType | undefined {
  const shape = lowerShape(element, context, depth + 1);
  return shape && { names: [], members: [], inner: { '0': shape } };
}

/** `'a'` and `'b'` of the type `'a' | 'b'`. */
function textsOf(type: Node | undefined): readonly string[] {
  if (type === undefined) return [];
  if (isUnionTypeNode(type)) return type.types.flatMap(textsOf);
  return isLiteralTypeNode(type) && isStringLiteral(type.literal) ? [type.literal.text] : [];
}

/** The members of an interface, a type literal or a class. */
export function shapeOfMembers(members: readonly Node[], context: LoweringContext, depth = 0): ShapeType {
  const texts: string[] = [];
  const inner: Record<string, ShapeType> = {};
  for (const member of members.flatMap(fieldsOf)) {
    const { name, type } = member as Node & { name?: Node; type?: Node };
    if (name === undefined || !isIdentifier(name)) continue;
    if (mayBeText(type)) texts.push(name.text);
    const shape = lowerShape(type, context, depth + 1);
    if (shape !== undefined) inner[name.text] = shape;
  }
  return { names: [], members: texts, inner };
}

/** A member that holds something, and those that a constructor declares with its parameters. */
function fieldsOf(member: Node): readonly Node[] {
  if (member.kind === SyntaxKind.PropertySignature || isPropertyDeclaration(member)) return [member];
  if (!isConstructorDeclaration(member)) return [];
  return member.parameters.filter(({ modifiers }) => modifiers !== undefined && modifiers.length > 0);
}

function mayBeText(type: Node | undefined): boolean {
  if (type === undefined) return false;
  if (isUnionTypeNode(type)) return type.types.some(mayBeText);
  return type.kind === SyntaxKind.StringKeyword;
}

function wrapping(shape: ShapeType): ShapeType {
  return { names: [], members: [], inner: Object.fromEntries(WRAPPED_IN.map((name) => [name, shape])) };
}

function merged(shapes: readonly (ShapeType | undefined)[]): ShapeType | undefined {
  const known = shapes.filter((shape) => shape !== undefined);
  if (known.length < 2) return known[0];
  return {
    names: known.flatMap(({ names }) => names),
    members: known.flatMap(({ members }) => members),
    inner: Object.assign({}, ...known.map(({ inner }) => inner)),
  };
}

/** Calls that hand on what they are called on, or given. */
const HANDED_ON_BY = new Set(['toPromise', 'catch', 'finally', 'unwrap', 'asObservable']);
const HANDS_ON = new Set(['firstValueFrom', 'lastValueFrom', 'from', 'of']);
/** Operators of streams that hand on each value as it is. */
export const PASSING = wordSet(
  'ofType tap filter take first last retry retryWhen delay timeout shareReplay share finalize catchError takeUntil takeWhile debounceTime throttleTime distinctUntilChanged',
);

/** What `new Subject<User>()` says of what it holds. */
export function shapeOfMade({ typeArguments: [type] = [] }: NewShape, context: LoweringContext): ShapeType | undefined {
  const shape = lowerShape(type, context);
  return shape && wrapping(shape);
}

interface NewShape {
  readonly typeArguments?: readonly Node[] | undefined;
}

/** What a call says of what it gives: `http.post<User>(…)`, or what hands that on. */
export function shapeOfAnswer(call: Node, context: LoweringContext): ShapeType | undefined {
  const node = withoutWrappers(call);
  if (!isCallExpression(node)) return undefined;
  const [type] = node.typeArguments ?? [];
  if (type !== undefined) {
    const shape = lowerShape(type, context);
    return merged([shape, shape && wrapping(shape)]);
  }
  const { expression, arguments: list } = node;
  const [first] = list;
  if (isIdentifier(expression)) {
    return HANDS_ON.has(expression.text) && first !== undefined ? shapeOfAnswer(first, context) : undefined;
  }
  if (!isPropertyAccessExpression(expression)) return undefined;
  const name = expression.name.text;
  const isPassedOn = HANDED_ON_BY.has(name) || (name === 'pipe' && list.every(isPassing));
  return isPassedOn ? shapeOfAnswer(expression.expression, context) : undefined;
}

function isPassing(operator: Node): boolean {
  return isCallExpression(operator) && isIdentifier(operator.expression) && PASSING.has(operator.expression.text);
}

/** What the place of a function says of its parameter: it gets what a call gives, by `then`, `subscribe` or an operator. */
export function shapeOfPlace(parameter: Node, context: LoweringContext): ShapeType | undefined {
  const handler = parameter.parent;
  if (!isFunctionLike(handler) || (handler as Node & { parameters: readonly Node[] }).parameters[0] !== parameter) {
    return undefined;
  }
  const property = handler.parent;
  const isNext = isPropertyAssignment(property) && property.name.getText() === 'next';
  const argument = isNext && isObjectLiteralExpression(property.parent) ? property.parent : handler;
  const call = argument.parent;
  if (!isCallExpression(call) || call.arguments[0] !== argument) return undefined;
  const { expression } = call;
  if (isPropertyAccessExpression(expression)) {
    const { text } = expression.name;
    return text === 'then' || text === 'subscribe' ? shapeOfAnswer(expression.expression, context) : undefined;
  }
  const pipe = call.parent;
  if (!isIdentifier(expression) || !isCallExpression(pipe) || !isPropertyAccessExpression(pipe.expression)) {
    return undefined;
  }
  const before = pipe.arguments.slice(0, pipe.arguments.indexOf(call));
  if (pipe.expression.name.text !== 'pipe' || !OPERATORS.test(expression.text) || !before.every(isPassing)) {
    return undefined;
  }
  return shapeOfAnswer(pipe.expression.expression, context);
}

const OPERATORS = /^(?:tap|map|filter|switchMap|mergeMap|concatMap|exhaustMap)$/;
