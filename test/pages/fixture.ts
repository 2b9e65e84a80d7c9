/** A page is documentation and test in one: Markdown whose code blocks say what is reported in them. */
export interface Page {
  readonly path: string;
  readonly lines: readonly string[];
  readonly sections: readonly Section[];
}

/** Everything under one heading: the blocks of a section see each other's named files. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Block {
  /** `ts`, `tsx`, `js`, `jsx`, `vue`, `svelte`, `astro`, `html`, `json`, `diff`, `facts`, `hover`. */
  readonly language: string;
  /** What follows the language: a `file=` name is taken out of it. */
  readonly title: string;
  readonly file: string | undefined;
  /** The lines between the fences; `start` is the index of the first of them in the page. */
  readonly lines: readonly string[];
  readonly start: number;
}

const FENCE = /^(`{3,})\s*(\w*)\s*(.*)$/;

export function readPage(path: string, text: string): Page {
  const lines = text.split('\n');
  const sections: { heading: string; blocks: Block[] }[] = [{ heading: 'Introduction', blocks: [] }];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const heading = /^#+\s+(.*)$/.exec(line);
    if (heading !== null) {
      sections.push({ heading: heading[1] ?? '', blocks: [] });
      continue;
    }
    const fence = FENCE.exec(line);
    if (fence === null) continue;
    const [, ticks = '```', language = '', info = ''] = fence;
    const start = index + 1;
    let end = start;
    while (end < lines.length && lines[end]?.trimEnd() !== ticks) end++;
    if (end === lines.length) throw new Error(`${path}:${start}: the code block is not closed`);
    const file = /(?:^|\s)file=(\S+)/.exec(info)?.[1];
    const title = info.replace(/(?:^|\s)file=\S+/, '').trim();
    sections[sections.length - 1]?.blocks.push({ language, title, file, lines: lines.slice(start, end), start });
    index = end;
  }
  return { path, lines, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

const SQUIGGLE = /^\s*~+(?:\s|$)/;

export const CODE_LANGUAGES: ReadonlySet<string> = new Set([
  ...['ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'mts', 'cts'],
  ...['vue', 'svelte', 'astro', 'html'],
]);

/** The code of a block without what is drawn under it. */
export function codeOf(block: Block): string {
  return block.lines.filter((line) => !SQUIGGLE.test(line)).join('\n');
}

/** The lines of a block with other marks drawn under its code; `marks` are per line of code. */
export function withMarks(code: string, marks: ReadonlyMap<number, readonly string[]>): readonly string[] {
  return code.split('\n').flatMap((line, index) => [line, ...(marks.get(index) ?? [])]);
}

/** The lines that differ between two texts, as a diff without context shows them. */
export function changedLines(before: string, after: string): readonly string[] {
  const old = before.split('\n');
  const new_ = after.split('\n');
  const result: string[] = [];
  for (const { kind, line } of lineDifference(old, new_)) if (kind !== ' ') result.push(`${kind}${line}`);
  return result;
}

interface Difference {
  readonly kind: '-' | '+' | ' ';
  readonly line: string;
}

/** Longest common subsequence of lines; fixtures are short. */
function lineDifference(old: readonly string[], new_: readonly string[]): readonly Difference[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(new_.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = new_.length - 1; j >= 0; j--) {
      row[j] = old[i] === new_[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const result: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < new_.length) {
    if (i < old.length && j < new_.length && old[i] === new_[j]) {
      result.push({ kind: ' ', line: old[i++] ?? '' });
      j++;
    } else if (i < old.length && (j >= new_.length || at(i + 1, j) >= at(i, j + 1)))
      result.push({ kind: '-', line: old[i++] ?? '' });
    else result.push({ kind: '+', line: new_[j++] ?? '' });
  }
  return result;
}
