import {
  isJsxExpression,
  isJsxText,
  isRegularExpressionLiteral,
  isStringLiteralLike,
  isTemplateHead,
  isTemplateMiddleOrTemplateTail,
  type Node,
  type SourceFile,
} from 'typescript';
import type { Span } from '../text/span';
import { nodeAt } from './nodeAt';
import { walk } from './walk';

/** A comment of a script or of the markup around it. */
export interface Comment {
  /** All of it, the braces that JSX and Astro need around it included. */
  readonly span: Span;
  /** What stands between its delimiters. */
  readonly content: Span;
  readonly kind: 'line' | 'block' | 'markup';
}

/** What every comment that suppresses a finding shows. */
export const DIRECTIVE = 'authlint-disable-';

const SCRIPT_COMMENT = /\/\/[^\r\n\u2028\u2029]*|\/\*[\s\S]*?\*\//g;
const MARKUP_COMMENT = /<!--[\s\S]*?-->|\{\s*\/\*[\s\S]*?\*\/\s*\}/g;

/** The comments of a file, first things first. `text` is the file as it is written, the tree that of its scripts. */
export function commentsIn(tree: SourceFile, text: string): readonly Comment[] {
  const code = withoutLiterals(tree);
  const inScripts = [...code.matchAll(SCRIPT_COMMENT)].map(({ index, 0: found }): Comment => {
    const isLine = found.startsWith('//');
    const span = { start: index, end: index + found.length };
    const content = { start: span.start + 2, end: span.end - (isLine ? 0 : 2) };
    return isLine ? { span, content, kind: 'line' } : { span: withBraces(span, tree), content, kind: 'block' };
  });
  if (code === text || tree.text === text) return inScripts;
  const inMarkup = [...text.matchAll(MARKUP_COMMENT)]
    .filter(({ index, 0: found }) => tree.text.slice(index, index + found.length).trim() === '')
    .map(({ index, 0: found }): Comment => {
      const [open, close] = found.startsWith('<')
        ? [4, 3]
        : [found.indexOf('*') + 1, found.length - found.lastIndexOf('*')];
      const span = { start: index, end: index + found.length };
      return { span, content: { start: index + open, end: span.end - close }, kind: 'markup' };
    });
  return [...inScripts, ...inMarkup].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a node is a text in which a comment's delimiters mean nothing. */
export function isOpaque(node: Node): boolean {
  return (
    isStringLiteralLike(node) ||
    isRegularExpressionLiteral(node) ||
    isTemplateHead(node) ||
    isTemplateMiddleOrTemplateTail(node) ||
    isJsxText(node)
  );
}

/** The text of the scripts with spaces for everything in which a comment's delimiters mean nothing. */
function withoutLiterals(tree: SourceFile): string {
  const parts: string[] = [];
  let at = 0;
  walk(tree, (node) => {
    if (!isOpaque(node)) return;
    const start = node.getStart(tree);
    if (start < at) return;
    parts.push(tree.text.slice(at, start), ' '.repeat(node.end - start));
    at = node.end;
  });
  return parts.join('') + tree.text.slice(at);
}

function withBraces(span: Span, tree: SourceFile): Span {
  const node = nodeAt(tree, span.start);
  if (!isJsxExpression(node) || node.expression !== undefined) return span;
  const start = node.getStart(tree);
  const isAlone = `${tree.text.slice(start + 1, span.start)}${tree.text.slice(span.end, node.end - 1)}`.trim() === '';
  return isAlone ? { start, end: node.end } : span;
}
