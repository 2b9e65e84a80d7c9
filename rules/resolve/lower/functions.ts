import {
  forEachChild,
  isBlock,
  isFunctionLike,
  isIdentifier,
  isReturnStatement,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { FunctionShape, ParameterShape, ReturnShape } from '../module/summary';
import { endsControl } from '../scope/control';
import { askedByDecorator } from './asked';
import { documentedParameter } from './documentedTypes';
import { givenTypeOf } from './givenTypes';
import type { LoweringContext } from './lower';
import { lowerShape, shapeOfPlace } from './shapes';
import type { Term } from './term';
import { lowerTypeName } from './types';

/** What a function takes and gives back. */
export function shapeOfFunction(
  node: Node,
  lower: (node: Node) => Term,
  isGuarded: (node: Node) => boolean,
  context: LoweringContext,
): Omit<FunctionShape, 'effects' | 'writesTo'> {
  const { parameters, body, name, type } = node as Node & {
    parameters: readonly Node[];
    body?: Node;
    name?: Node;
    type?: Node;
  };
  return {
    name: nameOf(node, name),
    givenType: givenTypeOf(node, context),
    parameters: parameters.map((parameter) => shapeOfParameter(parameter, context)),
    answer: lowerShape(type, context),
    ...(body === undefined ? givenElsewhere(node, context) : returnsOf(body, lower, isGuarded, context)),
  };
}

function nameOf(node: Node, name: Node | undefined): string | undefined {
  if (name !== undefined && isIdentifier(name)) return name.text;
  return isVariableDeclaration(node.parent) && isIdentifier(node.parent.name) ? node.parent.name.text : undefined;
}

function shapeOfParameter(parameter: Node, context: LoweringContext): ParameterShape {
  const { name, type } = parameter as Node & { name: Node; type?: Node };
  const shape = type === undefined ? shapeOfPlace(parameter, context) : lowerShape(type, context);
  const own = isIdentifier(name) ? name.text : undefined;
  const documented =
    type === undefined && own !== undefined ? documentedParameter(parameter.parent, own, context) : undefined;
  const asked = askedByDecorator(parameter, context);
  return { name: own, type: documented ?? lowerTypeName(type, context), shape, ...(asked && { asked }) };
}

type Returns = Pick<FunctionShape, 'returns' | 'fallsThrough' | 'throws'>;

/** An abstract method, or a function that is declared alone: what it gives is not known here. */
function givenElsewhere(node: Node, { tree }: LoweringContext): Returns {
  return {
    returns: [{ value: { kind: 'unknown', span: spanOf(node, tree) }, guarded: false }],
    fallsThrough: false,
    throws: false,
  };
}

function returnsOf(
  body: Node,
  lower: (node: Node) => Term,
  isGuarded: (node: Node) => boolean,
  context: LoweringContext,
): Returns {
  if (!isBlock(body)) return { returns: [{ value: lower(body), guarded: false }], fallsThrough: false, throws: false };
  const returns: ReturnShape[] = [];
  let throws = false;
  const visit = (node: Node): void => {
    if (isFunctionLike(node)) return;
    if (isReturnStatement(node)) {
      const span = spanOf(node, context.tree);
      const value: Term = node.expression === undefined ? { kind: 'undefined', span } : lower(node.expression);
      returns.push({ value, guarded: isGuarded(node) });
    } else {
      throws ||= node.kind === SyntaxKind.ThrowStatement;
      forEachChild(node, visit);
    }
  };
  forEachChild(body, visit);
  return { returns, throws, fallsThrough: !endsControl(body.statements[body.statements.length - 1]) };
}
