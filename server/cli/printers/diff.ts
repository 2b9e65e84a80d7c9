import { applyEdits } from '../../../rules';
import type { Replacement } from '../../host/draft';

/** Lines of a file that become others; `start` and `end` count lines from 0. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

const CONTEXT = 3;

/** A unified diff of one file, as `git apply` takes it. The replacements are sorted and free of overlaps. */
export function toUnifiedDiff(path: string, before: string, replacements: readonly Replacement[]): string {
  const old = linesOf(before);
  const blocks = blocksOf(before, replacements);
  const hunks: Block[][] = [];
  for (const block of blocks) {
    const last = hunks.at(-1);
    if (last !== undefined && block.start - (last.at(-1)?.end ?? 0) <= 2 * CONTEXT) last.push(block);
    else hunks.push([block]);
  }
  let shift = 0;
  const parts = hunks.map((hunk) => {
    const from = Math.max(0, (hunk[0]?.start ?? 0) - CONTEXT);
    const to = Math.min(old.length, (hunk.at(-1)?.end ?? 0) + CONTEXT);
    const body: string[] = [];
    let at = from;
    for (const { start, end, lines } of hunk) {
      body.push(...marked(' ', old.slice(at, start)), ...marked('-', old.slice(start, end)), ...marked('+', lines));
      at = end;
    }
    body.push(...marked(' ', old.slice(at, to)));
    const grown = hunk.reduce((sum, { start, end, lines }) => sum + lines.length - (end - start), 0);
    const header = `@@ -${range(from, to - from)} +${range(from + shift, to - from + grown)} @@\n`;
    shift += grown;
    return header + body.join('');
  });
  return parts.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${parts.join('')}`;
}

/** Lines with their line breaks. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);
}

function range(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`;
}

function blocksOf(before: string, replacements: readonly Replacement[]): readonly Block[] {
  const starts = [0, ...Array.from(before.matchAll(/\n/g), ({ index }) => index + 1)];
  const offsetOf = (line: number): number => starts[line] ?? before.length;
  const groups: { start: number; end: number; edits: Replacement[] }[] = [];
  let line = 0;
  const lineAt = (offset: number): number => {
    while (line + 1 < starts.length && offsetOf(line + 1) <= offset) line += 1;
    return line;
  };
  for (const edit of replacements) {
    const start = lineAt(edit.span.start);
    const end = lineAt(edit.span.end) + 1;
    const last = groups.at(-1);
    if (last !== undefined && start < last.end) {
      last.end = end;
      last.edits.push(edit);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups.flatMap(({ start, end, edits }) => {
    const base = offsetOf(start);
    const old = before.slice(base, offsetOf(end));
    const moved = edits.map(({ span, text }) => ({ span: { start: span.start - base, end: span.end - base }, text }));
    return trimmed(start, linesOf(old), linesOf(applyEdits(old, moved)));
  });
}

/** Without the lines at both ends that stay as they are. */
function trimmed(start: number, old: readonly string[], lines: readonly string[]): readonly Block[] {
  let same = 0;
  while (same < Math.min(old.length, lines.length) && old[same] === lines[same]) same += 1;
  let tail = 0;
  while (tail < Math.min(old.length, lines.length) - same && old.at(-1 - tail) === lines.at(-1 - tail)) tail += 1;
  if (same + tail === old.length && old.length === lines.length) return [];
  return [{ start: start + same, end: start + old.length - tail, lines: lines.slice(same, lines.length - tail) }];
}
