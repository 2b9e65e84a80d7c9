import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Colors } from 'picocolors/types';
import { COMMENT, FENCE, toFenceInfo } from '../host/files/page';

/** How wide a page may be, in columns, and its colours. */
export interface MarkdownStyle {
  readonly width: number;
  readonly colors: Colors;
}

interface Block {
  readonly kind: 'heading' | 'item' | 'table' | 'code' | 'text';
  readonly lines: readonly string[];
}

const STARTS = { heading: /^#+ /, item: /^\s*(?:[-*]|\d+\.) /, table: /^\|/ } as const;
const SQUIGGLE = /^(\s*~+) (.*)$/;
const CODE_INDENT = 4;

/** A page of ours as a terminal shows it best: headings, paragraphs, lists, tables, and code with squiggles and diffs. */
export function toTerminalMarkdown(markdown: string, style: MarkdownStyle): string {
  const blocks = toBlocks(markdown.replace(COMMENT, '').split(/\r?\n/));
  const texts = blocks.map((block, index) => {
    const isTight = block.kind === 'item' && blocks[index - 1]?.kind === 'item';
    return `${index === 0 ? '' : isTight ? '\n' : '\n\n'}${toText(block, style)}`;
  });
  return texts.join('');
}

function toBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const first = lines[index] ?? '';
    if (first.trim() === '') {
      index++;
      continue;
    }
    const fence = FENCE.exec(first)?.[1];
    const kind = fence === undefined ? kindOf(first) : 'code';
    let end = index + 1;
    if (fence !== undefined) {
      while (end < lines.length && lines[end]?.trimEnd() !== fence) end++;
    } else if (kind !== 'heading') {
      while (end < lines.length && continues(kind, lines[end] ?? '')) end++;
    }
    blocks.push({ kind, lines: lines.slice(index, end) });
    index = fence === undefined ? end : end + 1;
  }
  return blocks;
}

function kindOf(line: string): Exclude<Block['kind'], 'code'> {
  if (STARTS.heading.test(line)) return 'heading';
  if (STARTS.item.test(line)) return 'item';
  return STARTS.table.test(line) ? 'table' : 'text';
}

function continues(kind: Block['kind'], line: string): boolean {
  return line.trim() !== '' && !FENCE.test(line) && kindOf(line) === (kind === 'table' ? 'table' : 'text');
}

function toText({ kind, lines }: Block, style: MarkdownStyle): string {
  const { colors } = style;
  const [first = ''] = lines;
  switch (kind) {
    case 'heading': {
      const title = toInline(first.replace(STARTS.heading, ''), colors);
      return first.startsWith('# ') ? colors.bold(colors.underline(title)) : colors.bold(title);
    }
    case 'item': {
      const marker = STARTS.item.exec(first)?.[0] ?? '';
      const text = [first.slice(marker.length), ...lines.slice(1)];
      return `${marker.replace(/[-*]/, '•')}${wrapped(text, marker.length, style)}`;
    }
    case 'table':
      return toTable(lines, colors);
    case 'code':
      return toCode(first, lines.slice(1), style);
    case 'text':
      return wrapped(lines, 0, style);
  }
}

/** Lines of prose as one paragraph whose lines after the first are indented. */
function wrapped(lines: readonly string[], indent: number, { width, colors }: MarkdownStyle): string {
  const text = toInline(lines.map((line) => line.trim()).join(' '), colors);
  return wrapAnsi(text, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);
}

function toInline(text: string, colors: Colors): string {
  return text.replace(
    /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g,
    (all, code?: string, strong?: string, label?: string, url?: string) => {
      if (code !== undefined) return colors.isColorSupported ? colors.cyan(code) : all;
      if (strong !== undefined) return colors.bold(strong);
      return label === url ? colors.dim(url) : `${label} ${colors.dim(`(${url})`)}`;
    },
  );
}

function toCode(fence: string, lines: readonly string[], { width, colors }: MarkdownStyle): string {
  const { language, caption } = toFenceInfo(fence);
  const code = lines.flatMap((line) => {
    const [, squiggle, message] = SQUIGGLE.exec(line) ?? [];
    if (squiggle !== undefined && message !== undefined) {
      const isShort = line.length <= width - CODE_INDENT;
      const marked = isShort ? [line] : [squiggle, ...wrapAnsi(message, width - CODE_INDENT).split('\n')];
      return marked.map(colors.yellow);
    }
    if (language !== 'diff' || !/^[+-]/.test(line)) return [line];
    return [line.startsWith('+') ? colors.green(line) : colors.red(line)];
  });
  const shown = caption === '' ? code : [colors.dim(colors.italic(toInline(caption, colors))), ...code];
  return shown.map((line) => (line === '' ? '' : `${' '.repeat(CODE_INDENT)}${line}`)).join('\n');
}

function toTable(lines: readonly string[], colors: Colors): string {
  const rows = lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => toInline(cell.trim(), colors)),
    );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const padded = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))))
      .join('  ')
      .trimEnd(),
  );
  return padded.map((row, index) => (index === 0 ? colors.bold(row) : row)).join('\n');
}
