import {
  forEachChild,
  isBinaryExpression,
  isBlock,
  isClassLike,
  isExpressionStatement,
  isFunctionLike,
  isImportDeclaration,
  isModuleBlock,
  isPropertyAccessExpression,
  isSourceFile,
  isVariableStatement,
  isWithin,
  type Node,
  type SourceFile,
  SyntaxKind,
} from '../../syntax';
import { type Change, changeBetween } from '../../text/change';
import type { FileScope } from './scope';

/** A text as it was, in a file whose tree parsing has brought up to date. */
interface Edited {
  readonly before: string;
  readonly tree: SourceFile;
  readonly scope: FileScope;
}

/** Where an edit stands in a tree. */
interface Surroundings {
  /** The innermost statement or member that it is in, else those that it touches. */
  readonly changed: readonly Node[];
  /** What is around those, outermost first. */
  readonly around: readonly Node[];
}

/** Something that an edit left as it was: a child of what is around the edit. `depth` is its parent's place in that. */
interface Part {
  readonly node: Node;
  readonly depth: number;
}

const WORD = /[\w$]+/g;
/** A name that is no member, but for those of the object that code stands in. */
const NAME = /(?<![\w$.])(?:(?<own>this|self|exports)\??\.#?)?(?<name>[A-Za-z_$][\w$]*)/g;

/** The words in a node, texts and comments included: what changes gets another node. */
const wordsInNodes = new WeakMap<Node, ReadonlySet<string>>();

/**
 * Tells which nodes an edit most likely did not touch: those outside of the statement that was edited, in statements and
 * members that name nothing that is named in the edited lines or by what was edited, nor variables that are made of it. What
 * it does to them by way of functions is not asked: who relies on this looks at the whole again once nobody types.
 */
export function untouchedBy({ before, tree, scope }: Edited): (node: Node) => boolean {
  const change = changeBetween(before, tree.text);
  const { changed, around } = surroundingsOf(change, tree);
  const parts = withoutNamed(
    partsOf(around, changed),
    namedDepths(changed, around, change, { before, tree, scope }),
    tree,
  );
  return (node) => {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((parts[middle]?.node.end ?? 0) < node.end) low = middle + 1;
      else high = middle;
    }
    const holder = parts[low]?.node;
    return holder !== undefined && isWithin(node, holder);
  };
}

function surroundingsOf(change: Change, tree: SourceFile): Surroundings {
  const path: Node[] = [tree];
  let touched = childrenTouched(tree, change, tree);
  for (
    let [only] = touched;
    only !== undefined && touched.length === 1 && holds(only, change, tree);
    [only] = touched
  ) {
    path.push(only);
    touched = childrenTouched(only, change, tree);
  }
  const holder = path.findLastIndex(holdsParts);
  const next = path[holder + 1];
  return { changed: next === undefined ? touched : [next], around: path.slice(0, holder + 1) };
}

function holdsParts(node: Node): boolean {
  return (
    isSourceFile(node) ||
    isBlock(node) ||
    isClassLike(node) ||
    isModuleBlock(node) ||
    node.kind === SyntaxKind.CaseBlock
  );
}

function childrenTouched(parent: Node, { start, endAfter }: Change, tree: SourceFile): readonly Node[] {
  const touched: Node[] = [];
  forEachChild(parent, (child) => {
    if (child.end < start || endAfter < child.pos || endAfter < child.getStart(tree)) return;
    // What follows a closed statement is none of its business.
    if (child.end > start || !/[;}]/.test(tree.text.charAt(child.end - 1))) touched.push(child);
  });
  return touched;
}

/** Whether a node is still what it was, with something else in it. */
function holds(node: Node, { start, endAfter }: Change, tree: SourceFile): boolean {
  return node.getStart(tree) < start && endAfter < node.end;
}

/**
 * The names that are named in the edited lines, as they are and as they were, and those by which others reach what was
 * edited. With each, the depth of the outermost parts that may mean the same by it.
 */
function namedDepths(
  changed: readonly Node[],
  around: readonly Node[],
  { start, endBefore, endAfter }: Change,
  { before, tree, scope }: Edited,
): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const at = changed[0] ?? around.at(-1) ?? tree;
  for (const { groups } of linesAround(start, endAfter, tree.text).matchAll(NAME)) {
    const { own, name = '' } = groups ?? {};
    const declaration = scope.declarations[scope.find(name, at) ?? -1];
    if (own !== undefined) depths.set(name, 0);
    // What is imported stays what it is, and a global is no business of this file.
    else if (declaration !== undefined && declaration.kind !== 'import')
      depths.set(
        name,
        around.findLastIndex((node) => isWithin(declaration.node, node)),
      );
  }
  const now = new Set(linesAround(start, endAfter, tree.text).match(WORD));
  for (const { groups } of linesAround(start, endBefore, before).matchAll(NAME)) {
    const { name = '' } = groups ?? {};
    if (!now.has(name)) depths.set(name, 0);
  }
  const innermost = around.findLast(isFunctionLike);
  for (const node of innermost === undefined ? changed : [...changed, innermost])
    for (const name of namesDeclaredBy(node, tree)) depths.set(name, 0);
  return depths;
}

function linesAround(start: number, end: number, text: string): string {
  const after = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, after < 0 ? text.length : after);
}

/** The names by which others reach what a node declares. */
function namesDeclaredBy(node: Node, tree: SourceFile): Iterable<string> {
  if (isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => [...wordsIn(name, tree)]);
  if (isExpressionStatement(node)) return namesDeclaredBy(node.expression, tree);
  if (isImportDeclaration(node)) return node.importClause === undefined ? [] : wordsIn(node.importClause, tree);
  if (isBinaryExpression(node)) {
    const isAssignment = node.operatorToken.kind === SyntaxKind.EqualsToken;
    return isAssignment ? [...wordsIn(node.left, tree)].slice(-1) : [];
  }
  if (isPropertyAccessExpression(node)) return [];
  const { name } = node as Node & { readonly name?: Node };
  if (name !== undefined) return wordsIn(name, tree);
  // `const save = () => …`, `{ save: function () … }`, `exports.save = …`
  const holder = isFunctionLike(node) ? node.parent : undefined;
  return holder === undefined || isFunctionLike(holder) || isExpressionStatement(holder)
    ? []
    : namesDeclaredBy(holder, tree);
}

function partsOf(around: readonly Node[], changed: readonly Node[]): readonly Part[] {
  const inside = new Set([...around, ...changed]);
  const parts: Part[] = [];
  for (const [depth, parent] of around.entries()) {
    forEachChild(parent, (node) => {
      if (!inside.has(node)) parts.push({ node, depth });
    });
  }
  return parts.sort((a, b) => a.node.pos - b.node.pos);
}

/** The parts that name nothing of those names, nor variables whose declarations do. */
function withoutNamed(parts: readonly Part[], depths: ReadonlyMap<string, number>, tree: SourceFile): readonly Part[] {
  if (depths.size === 0) return parts;
  const further = new Map<string, number>();
  const left = parts.filter(({ node, depth }) => {
    const words = wordsIn(node, tree);
    let isNamed = false;
    for (const [name, outermost] of depths) isNamed ||= depth >= outermost && words.has(name);
    if (isNamed && isVariableStatement(node)) {
      for (const name of namesDeclaredBy(node, tree)) if (!depths.has(name)) further.set(name, depth);
    }
    return !isNamed;
  });
  return withoutNamed(left, further, tree);
}

function wordsIn(node: Node, tree: SourceFile): ReadonlySet<string> {
  const known = wordsInNodes.get(node);
  if (known !== undefined) return known;
  const words = new Set(tree.text.slice(node.pos, node.end).match(WORD));
  wordsInNodes.set(node, words);
  return words;
}
