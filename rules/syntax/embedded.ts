import type { Span } from '../text/span';
import { codeInAttributes, HANDLER_NAMES, type Patch, type Quoted } from './attributeCode';
import { attributeText, type Format, type Tag, tagsOf } from './markup';
import type { Dialect, Language } from './parse';
import { SEPARATOR } from './walk';

/** What the parser is given of a file. */
export interface Script {
  /** As long as the file: offsets in it are offsets in the file. */
  readonly text: string;
  readonly dialect: Dialect;
  /** What stands in quotes as a whole: no edit in there may write such a quote. */
  readonly quoted: readonly Quoted[];
}

/**
 * The script of a file. Of a component or a page that is its scripts and event handlers where they stand, one module with
 * one scope, and spaces for everything else. What separates them (`;`, blocks) stands where tags and quotes stood, so that
 * a statement never has its line for itself when a tag stands on it too.
 */
export function scriptOf(text: string, language: Language): Script {
  if (isDialect(language)) {
    return { text, dialect: language, quoted: [] };
  }
  const front = language === 'astro' ? frontmatterOf(text) : undefined;
  const tags = tagsOf(text, language, front?.end ?? 0);
  const scripts = tags.flatMap((tag) => scriptIn(tag, text, language));
  const isTyped = front !== undefined || scripts.some(({ dialect }) => dialect.startsWith('ts'));
  const hasMarkup = scripts.some(({ dialect }) => dialect.endsWith('x'));
  const handlers = codeInAttributes(
    tags.flatMap(({ attributes }) => attributes),
    text,
    language,
  );
  const patches = [
    ...(front === undefined ? [] : patchesOfScript(front, false, text)),
    ...[...scripts, ...handlers].flatMap((part) => part.patches),
  ].sort((a, b) => a.start - b.start);
  return {
    text: patched(text, patches),
    dialect: `${isTyped ? 'ts' : 'js'}${hasMarkup ? 'x' : ''}`,
    quoted: handlers.filter(({ quote }) => quote !== '{'),
  };
}

function isDialect(language: Language): language is Dialect {
  return /^(?:[jt]sx?|json)$/.test(language);
}

/** Behind the last of the start tags that begin in a range; the range's start where there are none. */
export function endOfTags(text: string, language: Language, start: number, end: number): number {
  const here = startTags(text, language).filter((tag) => start <= tag.start && tag.start < end);
  return Math.max(start, ...here.map((tag) => tag.end - 1));
}

/** Where the start tag begins that an offset stands in; `undefined` in a script or a text. */
export function startOfTag(text: string, language: Language, offset: number): number | undefined {
  return startTags(text, language).find((tag) => tag.start <= offset && offset < tag.end)?.start;
}

function startTags(text: string, language: Language): readonly Tag[] {
  if (!isMarkup(language)) return [];
  return tagsOf(text, language, (language === 'astro' ? frontmatterOf(text)?.end : undefined) ?? 0);
}

function isMarkup(language: Language): language is Format {
  return language in HANDLER_NAMES;
}

/** Characters are blanked as UTF-16 counts them, so that one outside of the basic plane leaves two spaces. */
function patched(text: string, patches: readonly Patch[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, text: kept } of patches) {
    parts.push(blank(text.slice(at, start)), kept);
    at = start + kept.length;
  }
  return parts.join('') + blank(text.slice(at));
}

function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, ' ');
}

interface ScriptElement {
  readonly dialect: Dialect;
  readonly patches: readonly Patch[];
}

const CODE_TYPES = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma|type)script|text\/(?:babel|jsx|tsx))$/;
const DIALECTS: Readonly<Record<string, Dialect>> = {
  '': 'js',
  js: 'js',
  javascript: 'js',
  jsx: 'jsx',
  babel: 'jsx',
  ts: 'ts',
  typescript: 'ts',
  tsx: 'tsx',
};

/** A script of a file of its own, of data or of a language that is neither TypeScript nor JavaScript is left out. */
function scriptIn({ name, start, attributes, content }: Tag, text: string, format: Format): readonly ScriptElement[] {
  if (name !== 'script' || content === undefined || attributeText('src', attributes, text) !== undefined) return [];
  const type = attributeText('type', attributes, text)?.trim().toLowerCase() ?? '';
  const language = attributeText('lang', attributes, text)?.trim().toLowerCase();
  const dialect = DIALECTS[language ?? type.replace(/^module$|^.*\/(?:x-)?|ecmascript$/g, '')];
  if (!CODE_TYPES.test(type) || dialect === undefined) return [];
  // Modules share no names. Imports in a block are read as if they stood outside of it.
  const isAlone = format === 'astro' || (format === 'html' && type === 'module');
  return [{ dialect, patches: [{ start, text: ';' }, ...patchesOfScript(content, isAlone, text)] }];
}

/** A line break ends a comment that a script ends with; what stands before it keeps the last line from being whole. */
function patchesOfScript({ start, end }: Span, isAlone: boolean, text: string): readonly Patch[] {
  const open = isAlone ? '{' : ';';
  const close = text.startsWith('</', end) ? `\v\n${isAlone ? '}' : SEPARATOR}` : SEPARATOR;
  const kept = [
    { start: start - 1, text: open },
    { start, text: text.slice(start, end) },
  ];
  return end === text.length ? kept : [...kept, { start: end, text: close }];
}

const FENCE = /^\uFEFF?\s*---/;
const CLOSING_FENCE = /^[ \t]*---/gm;

/** What stands between the fences of an Astro component. */
function frontmatterOf(text: string): Span | undefined {
  const start = FENCE.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  CLOSING_FENCE.lastIndex = start;
  return { start, end: CLOSING_FENCE.exec(text)?.index ?? text.length };
}
