import type { Span } from '../text/span';
import { endOfBrackets } from './brackets';
import type { Attribute, Format } from './markup';

/** What stands at an offset instead of a space. */
export interface Patch {
  readonly start: number;
  readonly text: string;
}

export interface Quoted {
  readonly span: Span;
  readonly quote: string;
}

export const HANDLER_NAMES: Readonly<Record<Format, RegExp>> = {
  vue: /^(?:@|v-on:)/,
  svelte: /^on:?[a-zA-Z]/,
  astro: /^on[a-z]+$/,
  html: /^on[a-z]+$/i,
};

const ENTITY = /&(?:#|[a-z]+;)/i;
const FUNCTION = /^\s*(?:async\s+)?function\b/;

/** The code of an attribute. */
export interface Handler extends Quoted {
  readonly patches: readonly Patch[];
}

/** The code of attributes that is complete and names nothing that only the template declares; each becomes a function. */
export function codeInAttributes(attributes: readonly Attribute[], text: string, format: Format): readonly Handler[] {
  const handlers = attributes.filter(({ name }) => HANDLER_NAMES[format].test(name));
  const addresses = attributes.filter((attribute) => isAddress(attribute, text, format));
  if (handlers.length + addresses.length === 0) return [];
  const locals = new Set(localsOf(attributes, text, format));
  return [
    ...handlers.flatMap((attribute) => handlerIn(attribute, locals, text, format) ?? []),
    ...addresses.flatMap((attribute) => addressIn(attribute, locals, text) ?? []),
  ];
}

function handlerIn(
  { start, value, delimiter }: Attribute,
  locals: ReadonlySet<string>,
  text: string,
  format: Format,
): Handler | undefined {
  const isExpression = delimiter === '{';
  if (value === undefined || delimiter === '' || isExpression !== (format === 'svelte')) return undefined;
  const code = text.slice(value.start, value.end);
  if (!isWhole(code, isExpression) || namesAny(code, locals)) return undefined;
  const [open, close] = isExpression || FUNCTION.test(code) ? [';()=>(', ')'] : [';()=>{', '}'];
  return wrapped({ start, value, delimiter }, code, open, close, text);
}

const ADDRESS_NAMES: Readonly<Partial<Record<Format, RegExp>>> = {
  vue: /^(?::|v-bind:)(?:href|src|to)$/,
  svelte: /^(?:href|src)$/,
  astro: /^(?:href|src)$/,
};

/** An address to which a parameter is put together; that of most links is a name, or written out. */
const WITH_PARAMETER = /[?&#][\w.-]+=|\b(?:query|hash)\b/;

/** The name of the parameter that tells the address of a link from other functions. */
export const TEMPLATE_PARAMETER = '_';

function isAddress({ name, value, delimiter }: Attribute, text: string, format: Format): boolean {
  if (value === undefined || ADDRESS_NAMES[format]?.test(name) !== true) return false;
  return (delimiter === '{') === (format !== 'vue') && WITH_PARAMETER.test(text.slice(value.start, value.end));
}

function addressIn(
  { start, value, delimiter }: Attribute,
  locals: ReadonlySet<string>,
  text: string,
): Handler | undefined {
  if (value === undefined || delimiter === '') return undefined;
  const code = text.slice(value.start, value.end);
  if (!isWhole(code, delimiter === '{') || namesAny(code, locals)) return undefined;
  return wrapped({ start, value, delimiter }, code, `;${TEMPLATE_PARAMETER}=>[`, ']', text);
}

/** Whether code in an attribute is complete, and reads as it is written. */
function isWhole(code: string, isExpression: boolean): boolean {
  if (code.trim() === '') return false;
  return isExpression || !(ENTITY.test(code) || endOfBrackets(`{${code}}`, 0) !== code.length + 2);
}

/** Whether code shows one of these names. */
function namesAny(code: string, names: ReadonlySet<string>): boolean {
  return wordsIn(code).some((word) => names.has(word));
}

/** The code of an attribute in what takes the place of its name and its quotes, where there is room for that. */
function wrapped(
  { start, value, delimiter }: { readonly start: number; readonly value: Span; readonly delimiter: string },
  code: string,
  open: string,
  close: string,
  text: string,
): Handler | undefined {
  const opening = value.start - open.length;
  if (opening < start || /[\r\n]/.test(text.slice(opening, value.start))) return undefined;
  const patches = [
    { start: opening, text: open },
    { start: value.start, text: code },
    { start: value.end, text: close },
  ];
  return { span: value, quote: delimiter, patches };
}

const SVELTE_BLOCK = /\{[#:@](?:each|await|then|catch|snippet|const)\b[^}]*/g;
const LOCAL_ATTRIBUTES: Readonly<Partial<Record<Format, RegExp>>> = {
  vue: /^(?:v-for$|v-slot|#|slot-scope$)/,
  svelte: /^let:/,
};

/** Words of everything by which a template declares names: `v-for="token of tokens"`, `{#each tokens as token}`. */
function localsOf(attributes: readonly Attribute[], text: string, format: Format): readonly string[] {
  const declaring = attributes.filter(({ name }) => LOCAL_ATTRIBUTES[format]?.test(name) === true);
  const blocks = format === 'svelte' ? (text.match(SVELTE_BLOCK) ?? []) : [];
  const parts = declaring.map(({ name, value }) => `${name} ${text.slice(value?.start ?? 0, value?.end ?? 0)}`);
  return [...parts, ...blocks].flatMap(wordsIn);
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
}
