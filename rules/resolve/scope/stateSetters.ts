import {
  isArrayBindingPattern,
  isBindingElement,
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  type Node,
  type VariableDeclaration,
} from '../../syntax';
import type { WriteTarget } from './writes';

/** `const [state, setState] = …`: what calls of the setter are given is written to the state. */
export interface StatePair {
  readonly state: string;
  readonly setter: string;
  /** The identifier that declares the setter. */
  readonly declaration: Node;
}

/** The pair that a declaration takes apart, by the shape that all state hooks share; `undefined` for others. */
export function statePairOf({ name, initializer }: VariableDeclaration): StatePair | undefined {
  if (!isArrayBindingPattern(name) || initializer === undefined || !isCallExpression(initializer)) return undefined;
  const [first, second] = name.elements.map((element) =>
    isBindingElement(element) && isIdentifier(element.name) ? element.name : undefined,
  );
  if (first === undefined || second === undefined || !/^set[A-Z]/.test(second.text)) return undefined;
  return { state: first.text, setter: second.text, declaration: second };
}

/**
 * What a call of a setter writes; a function that makes the new state of the old one is not followed, nor what a setter of
 * many things writes: `setCookie('token', value)`.
 */
export function writeOfSetter(call: Node, { state, declaration }: StatePair): WriteTarget | undefined {
  if (!isCallExpression(call)) return undefined;
  const [argument, ...others] = call.arguments;
  if (argument === undefined) return undefined;
  const value = isFunctionLike(argument) || others.length > 0 ? undefined : argument;
  return { name: state, identifier: declaration, path: [], kind: 'assign', value, node: call };
}
