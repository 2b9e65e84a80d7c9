import {
  isBinaryExpression,
  isCallExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
  walk,
} from '../../syntax';
import type { Span } from '../../text/span';

/** A script reads all cookies of its page as one text. */
export interface PageCookieRead {
  readonly span: Span;
  /** The function whose callers say which cookie they want. */
  readonly helper: Node | undefined;
  /** The names that the code around looks for; none when it does not say. */
  readonly names: readonly string[];
}

const READ = /\bdocument\s*\??\.\s*cookie\b|\bdocument\s*\[\s*['"`]cookie/;

/** Whether a file may read the cookies of its page. */
function mayReadPageCookies(text: string): boolean {
  return READ.test(text);
}

/** Where a file reads `document.cookie`. */
export function pageCookieReads(tree: SourceFile): readonly PageCookieRead[] {
  if (!mayReadPageCookies(tree.text)) return [];
  const found: PageCookieRead[] = [];
  walk(tree, (node) => {
    if (!isPageCookie(node, tree) || isWritten(node)) return;
    found.push({ span: spanOf(node, tree), helper: callerChoosesAt(node, tree), names: namesAround(node, tree) });
  });
  return found;
}

function isPageCookie(node: Node, tree: SourceFile): boolean {
  if (!isPropertyAccessExpression(node) && !isElementAccessExpression(node)) return false;
  return /^(?:\w+\s*\.\s*)*document\s*(?:\??\.\s*cookie|\[\s*['"`]cookie['"`]\s*\])$/.test(node.getText(tree));
}

function isWritten(node: Node): boolean {
  const { parent } = node;
  if (!isBinaryExpression(parent) || parent.left !== node) return false;
  return (
    parent.operatorToken.kind >= SyntaxKind.FirstAssignment && parent.operatorToken.kind <= SyntaxKind.LastAssignment
  );
}

/** The innermost function with a name of its own around a node that makes use of a parameter: its callers say what it reads. */
export function callerChoosesAt(node: Node, tree: SourceFile): Node | undefined {
  for (let at: Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (!isFunctionLike(at) || isCallExpression(at.parent)) continue;
    const text = at.getText(tree);
    const names = at.parameters.flatMap(({ name }) => (isIdentifier(name) ? [name.text] : []));
    if (names.some((name) => text.split(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)).length > 2))
      return at;
  }
  return undefined;
}

const COOKIE_NAME = /^[\w.-]{2,}$/;
const BEFORE_VALUE = /([\w.-]{2,})(?:\\s\*)?=/g;

/** `token` of `/(?:^|; )token=([^;]*)/` and of `startsWith('token=')`, in the function that reads the text. */
function namesAround(node: Node, tree: SourceFile): readonly string[] {
  let outer = node;
  while (outer.parent.kind !== SyntaxKind.SourceFile && !isOwnFunction(outer)) outer = outer.parent;
  return textNames(outer, tree);
}

/** A function that is not handed to something at once. */
function isOwnFunction(node: Node): boolean {
  return isFunctionLike(node) && !isCallExpression(node.parent);
}

/** The names that the texts and patterns below a node may mean. */
export function textNames(root: Node, tree: SourceFile): readonly string[] {
  const found = new Set<string>();
  walk(root, (node) => {
    const text = textOf(node, tree);
    if (text === undefined) return;
    if (COOKIE_NAME.test(text)) found.add(text);
    for (const [, name = ''] of text.matchAll(BEFORE_VALUE)) found.add(name);
  });
  return [...found];
}

function textOf(node: Node, tree: SourceFile): string | undefined {
  switch (node.kind) {
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
    case SyntaxKind.TemplateHead:
    case SyntaxKind.TemplateMiddle:
    case SyntaxKind.TemplateTail:
      return (node as Node & { text: string }).text;
    case SyntaxKind.RegularExpressionLiteral:
      return node.getText(tree);
    default:
      return undefined;
  }
}
