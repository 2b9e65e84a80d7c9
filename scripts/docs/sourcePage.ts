import { posix } from 'node:path';
import { COMMENT, FENCE, toFenceInfo } from '../../server/host/files/page';
import { factTable } from './factTable';

/** A page as its author writes it, which is a test as well. */
export interface SourcePage {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

/** Where a page that stands in `from` is found when it is read in `docs`: `undefined` when it is not one of these. */
export type Moved = (path: string) => string | undefined;

interface Reader {
  /** Where the text is read, relative to the project. */
  readonly target: string;
  /** The rule that the page is about: what it says needs no name. */
  readonly rule?: string;
  readonly moved: Moved;
}

/** The page without its title, as readers see it: marks without what only tests need, facts as tables, links that lead on. */
export function readableText({ path, text }: SourcePage, { target, rule, moved }: Reader): string {
  const lines = text.replace(COMMENT, '').trimEnd().split('\n');
  const result: string[] = [];
  for (let index = /^# /.test(lines[0] ?? '') ? 1 : 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const fence = FENCE.exec(line)?.[1];
    if (fence === undefined) {
      result.push(withLinks(line, path, target, moved));
      continue;
    }
    const end = lines.findIndex((other, at) => at > index && other.trimEnd() === fence);
    result.push(...readableBlock(line, fence, lines.slice(index + 1, end), rule));
    index = end;
  }
  return result.join('\n').trim();
}

function readableBlock(first: string, fence: string, lines: readonly string[], rule: string | undefined) {
  const { language, caption } = toFenceInfo(first);
  if (language === 'facts') return [factTable(lines)];
  const shown = [`${fence}${language}`, ...lines.map((line) => readableMark(line, rule)), fence];
  return caption === '' ? shown : [`*${caption}*`, '', ...shown];
}

const MARK = /^(\s*~+) (\w+) ([a-z][a-z-]+): (.*)$/;
const STEP = /^(\s*~+) \^ (.*)$/;

/** What is drawn under code: the severity and the message, with the rule where that is another. */
function readableMark(line: string, rule: string | undefined): string {
  const [, squiggle, severity, id, message] = MARK.exec(line) ?? [];
  if (squiggle !== undefined) return `${squiggle} ${severity}${id === rule ? '' : ` ${id}`}: ${message}`;
  return line.replace(STEP, '$1 ($2)');
}

const RELATIVE_LINK = /\]\((?!\w+:|#)([^)#\s]+)(#[^)\s]*)?\)/g;

function withLinks(line: string, from: string, target: string, moved: Moved): string {
  return line.replace(RELATIVE_LINK, (_, path: string, anchor = '') => {
    const source = posix.join(posix.dirname(from), path);
    return `](${posix.relative(posix.dirname(target), moved(source) ?? source)}${anchor})`;
  });
}
