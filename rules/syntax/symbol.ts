import {
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isPropertyAssignment,
  isPropertyDeclaration,
  isStringLiteralLike,
  isVariableDeclaration,
  type Node,
  type SourceFile,
} from 'typescript';
import { nodeAt } from './nodeAt';

/** The names of the functions, classes and variables that an offset stands in, outermost first: `Auth.login`. */
export function symbolAt(tree: SourceFile, offset: number): string {
  const names: string[] = [];
  for (let node: Node | undefined = nodeAt(tree, offset); node !== undefined; node = node.parent) {
    const name = nameOf(node);
    if (name !== undefined) names.push(name);
  }
  return names.reverse().join('.');
}

function nameOf(node: Node): string | undefined {
  const isNamed =
    isFunctionLike(node) ||
    isClassLike(node) ||
    isVariableDeclaration(node) ||
    isPropertyDeclaration(node) ||
    isPropertyAssignment(node);
  const name = isNamed ? node.name : undefined;
  return name !== undefined && (isIdentifier(name) || isStringLiteralLike(name)) ? name.text : undefined;
}
