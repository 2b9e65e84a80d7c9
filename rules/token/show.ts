/** Where text of a token is going to be read. */
export type Medium = 'markdown' | 'text';

/** A value of a token that is safe to print. */
export interface Shown {
  /** JSON on one line; every character that is invisible or means something to the medium is escaped as `\uXXXX`. */
  readonly text: string;
  /** How large the whole value is; `undefined` when `text` is all of it. */
  readonly size: string | undefined;
}

// Controls, direction overrides, private and ignorable characters, lone surrogates, and spaces that are not U+0020.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;
const INVISIBLE_OF_LINES = new RegExp(`(?!\\n)(?:${INVISIBLE.source})`, 'gu');
// A code span ends at a backtick and a table cell at a bar, whatever stands before them; VS Code draws `$(icon)`.
const MARKUP = /[`|]/;
const MAX_DEPTH = 4;
const PLAIN_NAME = /^[\w.:/-]+$/;

/** A value as JSON of about `room` characters at most. */
export function show(value: unknown, room: number, medium: Medium): Shown {
  const writer: Writer = { room, isLong: false, isDeep: false, medium };
  const json = write(value, writer, 0);
  const text = medium === 'markdown' ? json.replaceAll('$(', '\\u0024(') : json;
  if (writer.isLong) return { text, size: sizeOf(value) };
  return { text, size: writer.isDeep ? 'nested deeper' : undefined };
}

/** The name of a member: as it is when it looks like a name, else as JSON. */
export function showName(name: string, room: number, medium: Medium): string {
  return PLAIN_NAME.test(name) && name.length <= room ? name : show(name, room, medium).text;
}

/** Replaces the invisible characters of a text by `\uXXXX`. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE_OF_LINES, toEscape);
}

interface Writer {
  room: number;
  isLong: boolean;
  isDeep: boolean;
  readonly medium: Medium;
}

function write(value: unknown, writer: Writer, depth: number): string {
  if (typeof value === 'string') return writeString(value, writer);
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    writer.room -= text.length;
    return text;
  }
  const isArray = Array.isArray(value);
  const pieces: string[] = [];
  writer.room -= 2;
  for (const [key, item] of Object.entries(value)) {
    if (writer.room <= 0 || depth === MAX_DEPTH) {
      if (depth === MAX_DEPTH) writer.isDeep = true;
      else writer.isLong = true;
      pieces.push('…');
      break;
    }
    writer.room--;
    pieces.push(isArray ? write(item, writer, depth + 1) : writeMember(key, item, writer, depth));
  }
  return isArray ? `[${pieces.join(',')}]` : `{${pieces.join(',')}}`;
}

function writeMember(key: string, value: unknown, writer: Writer, depth: number): string {
  return `${writeString(key, writer)}:${write(value, writer, depth + 1)}`;
}

function writeString(value: string, writer: Writer): string {
  let text = '';
  for (const char of value) {
    if (writer.room <= 0) {
      writer.isLong = true;
      return `"${text}…"`;
    }
    const escaped = escapeIn(char, writer.medium);
    writer.room -= escaped.length;
    text += escaped;
  }
  return `"${text}"`;
}

function escapeIn(char: string, medium: Medium): string {
  const json = JSON.stringify(char).slice(1, -1);
  if (json !== char) return json;
  return INVISIBLE.test(char) || (medium === 'markdown' && MARKUP.test(char)) ? toEscape(char) : char;
}

function toEscape(char: string): string {
  const units = Array.from({ length: char.length }, (_, i) => char.charCodeAt(i).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return count(value.length, 'character');
  const length = Object.keys(value as object).length;
  return count(length, Array.isArray(value) ? 'item' : 'member');
}

function count(length: number, noun: string): string {
  return `${length.toLocaleString('en')} ${noun}${length === 1 ? '' : 's'}`;
}
