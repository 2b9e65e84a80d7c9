import type { Span } from '../text/span';
import { endOfBrackets } from './brackets';

/** What a file is written in that holds scripts among other things. */
export type Format = 'vue' | 'svelte' | 'astro' | 'html';

export interface Attribute {
  readonly name: string;
  /** Where the name starts. */
  readonly start: number;
  /** What stands between the quotes or braces; `undefined` when there is no value. */
  readonly value: Span | undefined;
  /** `{` for an expression, a quote for a text, nothing for a bare word. */
  readonly delimiter: string;
}

/** A start tag. Of an element that holds plain text, that text is part of it. */
export interface Tag {
  readonly name: string;
  /** Where its `<` stands. */
  readonly start: number;
  /** Behind its `>`, as far as there is one. */
  readonly end: number;
  readonly attributes: readonly Attribute[];
  /** What stands up to the closing tag of an element that holds plain text: `<script>`, `<style>`. */
  readonly content: Span | undefined;
}

/** The comments, tags and expressions of markup. */
const PART = /<!--|<\/?[a-zA-Z][^\s/>"'={]*|\{/g;
const ATTRIBUTE_NAME = /[^\s/>=]+/y;
const EQUALS = /\s*=\s*/y;
const BARE_VALUE = /[^\s>]+/y;

const PLAIN_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title', 'noscript']);

/** The start tags of a text, first things first, however unfinished it is. What stands in comments is no tag. */
export function tagsOf(text: string, format: Format, start: number): readonly Tag[] {
  const tags: Tag[] = [];
  let depth = 0;
  let at = start;
  const advance = (found: string, from: number): number => {
    if (found === '<!--') return behind('-->', text, at);
    if (found === '{') return endOfExpression(text, from, format) ?? at;
    const written = found.replace(/^<\/?/, '');
    const name = format === 'html' ? written.toLowerCase() : written;
    const { attributes, end, isEmpty } = attributesOf(text, at, format);
    if (name === 'template') depth += found.startsWith('</') ? -1 : isEmpty ? 0 : 1;
    if (found.startsWith('</')) return end;
    const isPlain = isEmpty && format !== 'html' ? false : holdsText(name, attributes, text, format, depth);
    const content = isPlain ? { start: end, end: startOfClosing(name, text, end) } : undefined;
    tags.push({ name, start: from, end, attributes, content });
    return content?.end ?? end;
  };
  for (;;) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    if (part === null) return tags;
    at = PART.lastIndex;
    at = advance(part[0], part.index);
  }
}

/** Beside its template, a Vue file holds blocks of any language; the template may be of another language as well. */
function holdsText(
  name: string,
  attributes: readonly Attribute[],
  text: string,
  format: Format,
  depth: number,
): boolean {
  if (format !== 'vue') return PLAIN_TEXT.has(name);
  if (name !== 'template') return depth <= 0 || PLAIN_TEXT.has(name);
  const language = attributeText('lang', attributes, text);
  return depth === 1 && language !== undefined && language !== 'html';
}

/** The text of an attribute; empty when it has none, `undefined` when there is no such attribute. */
export function attributeText(name: string, attributes: readonly Attribute[], text: string): string | undefined {
  const found = attributes.find((attribute) => attribute.name.toLowerCase() === name);
  return found && text.slice(found.value?.start ?? 0, found.value?.end ?? 0);
}

interface Attributes {
  readonly attributes: readonly Attribute[];
  /** Behind the tag. */
  readonly end: number;
  /** Whether the tag closes itself. */
  readonly isEmpty: boolean;
}

function attributesOf(text: string, start: number, format: Format): Attributes {
  const attributes: Attribute[] = [];
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '>') return { attributes, end: at + 1, isEmpty: text[at - 1] === '/' };
    // The tag is not finished yet, and here is another one.
    if (character === '<') return { attributes, end: at, isEmpty: false };
    if (character === '{' && hasExpressions(format)) {
      at = endOfBrackets(text, at) ?? at + 1;
      continue;
    }
    const name = match(ATTRIBUTE_NAME, text, at);
    if (name === undefined) {
      at += 1;
      continue;
    }
    const behindName = at + name.length;
    const equals = match(EQUALS, text, behindName);
    const value = equals === undefined ? undefined : valueAt(text, behindName + equals.length, format);
    attributes.push({ name, start: at, value: value?.span, delimiter: value?.delimiter ?? '' });
    at = value?.end ?? behindName + (equals?.length ?? 0);
  }
  return { attributes, end: at, isEmpty: false };
}

interface Value {
  readonly span: Span;
  readonly delimiter: string;
  /** Behind the closing quote or brace. */
  readonly end: number;
}

function valueAt(text: string, start: number, format: Format): Value | undefined {
  const delimiter = text.charAt(start);
  const end = endOfValue(delimiter, text, start, format);
  if (end !== undefined) return { span: { start: start + 1, end: end - 1 }, delimiter, end };
  const bare = /["'{]/.test(delimiter) ? undefined : match(BARE_VALUE, text, start);
  if (bare === undefined) return undefined;
  return { span: { start, end: start + bare.length }, delimiter: '', end: start + bare.length };
}

function endOfValue(delimiter: string, text: string, start: number, format: Format): number | undefined {
  if (delimiter === '{') return hasExpressions(format) ? endOfBrackets(text, start) : undefined;
  if (delimiter === '`') return format === 'astro' ? endOfBrackets(text, start) : undefined;
  if (delimiter !== '"' && delimiter !== "'") return undefined;
  let at = start + 1;
  while (at < text.length && text[at] !== delimiter) {
    // Svelte's texts hold expressions, and those texts of their own.
    at = format === 'svelte' && text[at] === '{' ? (endOfBrackets(text, at) ?? at + 1) : at + 1;
  }
  return at < text.length ? at + 1 : undefined;
}

/** Behind an expression among markup. Astro's hold markup themselves: only a text or a comment is passed over. */
function endOfExpression(text: string, start: number, format: Format): number | undefined {
  if (format === 'svelte') return endOfBrackets(text, start);
  return format === 'astro' && /^\{\s*(?:["'`]|\/\*)/.test(text.slice(start, start + 20))
    ? endOfBrackets(text, start)
    : undefined;
}

function hasExpressions(format: Format): boolean {
  return format === 'svelte' || format === 'astro';
}

function startOfClosing(name: string, text: string, start: number): number {
  const closing = new RegExp(`</${name.replace(/[^\w-]/g, '\\$&')}(?=[\\s/>])`, 'gi');
  closing.lastIndex = start;
  return closing.exec(text)?.index ?? text.length;
}

function behind(end: string, text: string, start: number): number {
  const found = text.indexOf(end, start);
  return found < 0 ? text.length : found + end.length;
}

function match(sticky: RegExp, text: string, at: number): string | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
}
