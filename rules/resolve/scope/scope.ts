import {
  type BinaryExpression,
  isBinaryExpression,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
  type ObjectLiteralExpression,
  type ParameterDeclaration,
  type SourceFile,
  SyntaxKind,
  spanOf,
  type VariableDeclaration,
  walk,
} from '../../syntax';
import type { Span } from '../../text/span';
import { answeredBy } from './answers';
import { isComparison } from './comparisons';
import { isComponentTag } from './components';
import { createDeclarations, type Declaration } from './declarations';
import { providedBy } from './providers';
import { type StatePair, statePairOf, writeOfSetter } from './stateSetters';
import { findWriteTargets, type WriteTarget } from './writes';

/** Finds what a name stands for in its initializer, when it is declared once in this file. */
export type FindInitializer = (identifier: Node) => Node | undefined;

/** Which declaration each name of a file means, and what else one walk over the file finds for the layers above. */
export interface FileScope {
  readonly declarations: readonly Declaration[];
  /** The declaration that a name means where `at` stands. */
  find(name: string, at: Node): number | undefined;
  /** Every place that writes to a name or to a part of it, by the name. */
  readonly writes: ReadonlyMap<string, readonly WriteTarget[]>;
  /** Calls, `new`, and assignments to a member, in source order. */
  readonly sites: readonly Node[];
  /** What frameworks call for: the tags of components that are given something, and providers of dependencies. */
  readonly declaredCalls: readonly DeclaredCall[];
  /** Those of them that answer requests: a function may put what it is given into one. */
  readonly answers: readonly DeclaredCall[];
  /** Tests of two values for equality, neither of which is plainly a literal. */
  readonly comparisons: readonly BinaryExpression[];
  /** Statements that export or import something, and assignments that CommonJS exports by. */
  readonly exports: readonly Node[];
}

/** A node that is as good as a call, and what it calls. */
export interface DeclaredCall {
  readonly node: Node;
  readonly callee: Node;
}

export function bindScopes(tree: SourceFile): FileScope {
  const writes = new Map<string, WriteTarget[]>();
  const sites: Node[] = [];
  const declaredCalls: DeclaredCall[] = [];
  const answers: DeclaredCall[] = [];
  const comparisons: BinaryExpression[] = [];
  const exports: Node[] = [];
  const pairs = new Map<string, readonly StatePair[]>();

  const addWrite = (target: WriteTarget): void => {
    const known = writes.get(target.name);
    if (known === undefined) writes.set(target.name, [target]);
    else known.push(target);
    if (target.name === 'module' || target.name === 'exports') exports.push(target.node);
  };
  const { declarations, declareAt, find } = createDeclarations(tree, addWrite);
  const addPair = (node: VariableDeclaration): void => {
    const pair = statePairOf(node);
    if (pair !== undefined) pairs.set(pair.setter, [...(pairs.get(pair.setter) ?? []), pair]);
  };

  walk(tree, (node) => {
    switch (node.kind) {
      case SyntaxKind.CallExpression:
      case SyntaxKind.NewExpression:
        sites.push(node);
        break;
      case SyntaxKind.JsxOpeningElement:
      case SyntaxKind.JsxSelfClosingElement:
        if (isComponentTag(node)) declaredCalls.push({ node, callee: node.tagName });
        break;
      case SyntaxKind.ObjectLiteralExpression: {
        const callee = providedBy(node as ObjectLiteralExpression);
        if (callee !== undefined) declaredCalls.push({ node, callee });
        const answer = answeredBy(node as ObjectLiteralExpression);
        if (answer !== undefined) answers.push({ node, callee: answer });
        break;
      }
      case SyntaxKind.BinaryExpression:
        if (isMemberAssignment(node)) sites.push(node);
        else if (isComparison(node)) comparisons.push(node);
        break;
      case SyntaxKind.ExportDeclaration:
      case SyntaxKind.ExportAssignment:
        exports.push(node);
        break;
      case SyntaxKind.VariableDeclaration:
        addPair(node as VariableDeclaration);
        declareAt(node);
        break;
      default:
        declareAt(node);
    }
    findWriteTargets(node, addWrite);
  });

  for (const site of pairs.size === 0 ? [] : sites) {
    const { expression: callee } = site as Node & { expression?: Node };
    if (callee === undefined || !isIdentifier(callee)) continue;
    const id = find(callee.text, callee);
    const pair = pairs.get(callee.text)?.find(({ declaration }) => declarations[id ?? -1]?.node === declaration);
    const write = pair && writeOfSetter(site, pair);
    if (write !== undefined) addWrite(write);
  }
  return {
    declarations,
    find,
    writes,
    sites,
    declaredCalls: [...declaredCalls, ...answers],
    answers,
    comparisons,
    exports,
  };
}

/** A plain `a.b = value`, or `$store = value`: a place where a library may be told something. */
export function isMemberAssignment(node: Node): node is BinaryExpression {
  if (!isBinaryExpression(node) || node.operatorToken.kind !== SyntaxKind.EqualsToken) return false;
  const { left } = node;
  if (isIdentifier(left)) return left.text.startsWith('$');
  return isPropertyAccessExpression(left) || isElementAccessExpression(left);
}

const NEVER_CALLED: ReadonlySet<Declaration['kind']> = new Set(['opaque', 'element', 'enum', 'type']);

/**
 * Whether a callee starts from something that this workspace may define: a name that is declared or imported, `this`, or a
 * parameter with a type. Not a global, nor a bare parameter.
 */
export function startsInWorkspace(callee: Node, scope: FileScope): boolean {
  let root = callee;
  for (;;) {
    const { expression } = root as Node & { expression?: Node };
    if (isIdentifier(root) || expression === undefined) break;
    root = expression;
  }
  if (!isIdentifier(root)) return root.kind === SyntaxKind.ThisKeyword || root.kind === SyntaxKind.SuperKeyword;
  const id = scope.find(root.text, root);
  if (id === undefined) return root.text === 'require';
  const declaration = scope.declarations[id];
  if (declaration === undefined || NEVER_CALLED.has(declaration.kind)) return false;
  return declaration.kind !== 'parameter' || hasType(declaration.node);
}

function hasType(name: Node): boolean {
  let holder = name.parent;
  while (holder.kind !== SyntaxKind.Parameter && holder.parent !== undefined) holder = holder.parent;
  return (holder as ParameterDeclaration).type !== undefined;
}

/** What a span holds of what a file calls and assigns. */
export function siteAt({ start, end }: Span, { sites }: FileScope, tree: SourceFile): Node | undefined {
  return sites.find((one) => one.end === end && spanOf(one, tree).start === start);
}
