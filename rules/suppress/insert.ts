import type { ParsedDocument } from '../document';
import { CHOICE } from '../finding';
import { commentsIn, isJsxText, isOpaque, nodeAt, startOfTag, walk } from '../syntax';
import type { Edit } from '../text/edit';
import { type LineIndex, lineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import { isCommentLine } from './directives';

/** Comments of tools that are about the line below them: nothing may come between. */
const CLINGING = /-next-line|@ts-|-ignore/;

/**
 * The edit that suppresses a rule where something is reported, in a comment that is one there. `CHOICE` in its text stands
 * for ` -- ` and the reason, which the user gives.
 */
export function suppression(rule: string, { start }: Span, document: ParsedDocument): Edit {
  const { file, text, language, tree } = document;
  const lines = lineIndex(text);
  const insert = (at: number, written: string): Edit => ({ file, span: { start: at, end: at }, text: written });
  const nextLine = `authlint-disable-next-line ${rule}${CHOICE}`;
  const sameLine = `authlint-disable-line ${rule}${CHOICE}`;

  const tag = startOfTag(text, language, start);
  if (tag !== undefined) {
    const above = lineAbove(tag, lines);
    return above.isFirst ? aboveLine(above, `<!-- ${nextLine} -->`) : insert(tag, `<!-- ${sameLine} --> `);
  }
  const above = lineAbove(start, lines);
  const context = contextAt(above.start, document);
  const isScriptLine = tree.text.slice(above.start, start).trim() === text.slice(above.start, start).trim();
  if (context !== 'text' && isScriptLine) {
    return aboveLine(above, context === 'markup' ? `{/* ${nextLine} */}` : `// ${nextLine}`);
  }
  const at = tokenAt(start, document);
  const isChild = isJsxText(nodeAt(tree, Math.max(0, at - 1))) && /^</.test(text.slice(at));
  return insert(at, isChild ? `{/* ${sameLine} */} ` : `/* ${sameLine} */ `);

  function aboveLine({ line, indent }: LineAbove, comment: string): Edit {
    const comments = commentsIn(tree, text);
    let first = line;
    while (first > 0 && isCommentLine(first - 1, comments, lines) && CLINGING.test(lines.lineText(first - 1)))
      first -= 1;
    const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
    return insert(lines.offsetAt({ line: first, character: 0 }), `${indent}${comment}${lineBreak}`);
  }
}

interface LineAbove {
  readonly line: number;
  /** Where the line starts. */
  readonly start: number;
  readonly indent: string;
  /** Whether nothing stands before the offset on its line. */
  readonly isFirst: boolean;
}

function lineAbove(offset: number, lines: LineIndex): LineAbove {
  const { line, character } = lines.positionAt(offset);
  const text = lines.lineText(line);
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  return { line, start: offset - character, indent, isFirst: character <= indent.length };
}

/** What a comment would be in at the start of a line: code, the children of an element, or a text that it would change. */
function contextAt(offset: number, { tree }: ParsedDocument): 'code' | 'markup' | 'text' {
  let context: 'code' | 'markup' | 'text' = 'code';
  walk(tree, (node) => {
    if (!isOpaque(node)) return;
    if (isJsxText(node)) {
      if (node.pos <= offset && offset <= node.end && node.pos < offset) context = 'markup';
    } else if (node.getStart(tree) < offset && offset < node.end) context = 'text';
  });
  return context;
}

/** Where the text begins that an offset stands in, else the offset itself. */
function tokenAt(offset: number, { tree }: ParsedDocument): number {
  const node = nodeAt(tree, offset);
  const start = node.getStart(tree);
  return isOpaque(node) && !isJsxText(node) && start < offset ? start : offset;
}
