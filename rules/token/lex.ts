import type { Span } from '../text/span';
import { toText } from './base64url';
import { isJsonObject, type JsonObject, parseJson } from './json';

export type TokenHeader = JsonObject & { readonly alg: string };

/** A JWT-shaped piece of text, cut into its parts; only its header is decoded. */
export interface LexedToken {
  readonly span: Span;
  readonly header: TokenHeader;
  /** What stands between the dots: up to 3 parts, up to 5 when the header says that the token is encrypted. */
  readonly parts: readonly string[];
  /** The disclosures of an SD-JWT, encoded; `undefined` when the token is none. */
  readonly disclosures?: readonly string[] | undefined;
  readonly keyBinding?: string;
  /** Whether the text says that more follows, or the token is longer than `MAX_TOKEN_LENGTH`. */
  readonly isCut: boolean;
}

/** The longest token that is decoded, in characters; of a longer one, this much of its beginning. */
export const MAX_TOKEN_LENGTH = 16_384;

const PART = /[\w-]+/y;
// Hand-made tokens carry a payload in plain base64.
const PAYLOAD = /[\w\-+/]+/y;
const PADDING = /(?:=|%3D){1,2}/iy;
const DOT = /\.|%2E/iy;
const TILDE = /(?:~|%7E)(?!~)/iy;
const ELLIPSIS = /\.{3}|…/y;
// `'…' + '…'`, also over line breaks.
const JOINT = /['"`]\s{0,80}\+\s{0,80}['"`](?=[\w.~-])/y;

const MAX_HEADER_JOINTS = 3;
// `{"alg":""}`
const MIN_HEADER_LENGTH = 14;
// The base64url of `"alg"` at each of the three alignments.
const ALG = /ImFsZy|JhbGci|YWxnI/;

/** Reads the token whose header starts at an offset; `undefined` unless that header is JSON with a string `alg`. */
export function lexAt(text: string, start: number): LexedToken | undefined {
  const reader = readerAt(text, start);
  const encodedHeader = reader.part(PART, MAX_HEADER_JOINTS);
  const header = toHeader(encodedHeader);
  if (header === undefined) return undefined;
  const parts = [encodedHeader];
  const most = typeof header.enc === 'string' ? 5 : 3;
  while (parts.length < most && !reader.isAt(ELLIPSIS) && reader.take(DOT) !== '') {
    parts.push(reader.part(most === 3 && parts.length === 1 ? PAYLOAD : PART));
  }
  const signed = most === 3 && parts.length === 3 ? readDisclosures(reader) : {};
  const isCut = reader.take(ELLIPSIS) !== '';
  // Alone, a header looks like a JWK that is encoded for some other purpose.
  if (parts.length === 1 && !isCut && 'kty' in header) return undefined;
  return capped({ span: { start, end: reader.offset() }, header, parts, isCut, ...signed });
}

function capped(token: LexedToken): LexedToken {
  const compact = token.parts.join('.');
  let length = compact.length;
  const disclosures = token.disclosures?.filter((disclosure) => {
    length += disclosure.length + 1;
    return length <= MAX_TOKEN_LENGTH;
  });
  if (length <= MAX_TOKEN_LENGTH) return token;
  return { ...token, parts: compact.slice(0, MAX_TOKEN_LENGTH).split('.'), disclosures, isCut: true };
}

/** Whether the header says that nothing protects the token. */
export function isUnsecured({ header }: { readonly header: TokenHeader }): boolean {
  return header.alg.toLowerCase() === 'none';
}

function toHeader(encoded: string): TokenHeader | undefined {
  if (encoded.length < MIN_HEADER_LENGTH || encoded.length >= MAX_TOKEN_LENGTH || !ALG.test(encoded)) return undefined;
  const text = toText(encoded).trimEnd();
  const header = text.endsWith('}') ? parseJson(text) : undefined;
  return isHeader(header) ? header : undefined;
}

function isHeader(value: unknown): value is TokenHeader {
  return isJsonObject(value) && typeof value.alg === 'string';
}

function readDisclosures(reader: Reader): Pick<LexedToken, 'disclosures' | 'keyBinding'> {
  if (reader.take(TILDE) === '') return {};
  const disclosures: string[] = [];
  for (let piece = reader.part(PART); piece !== ''; piece = reader.part(PART)) {
    if (reader.isAt(DOT) && !reader.isAt(ELLIPSIS)) return { disclosures, keyBinding: readKeyBinding(reader, piece) };
    disclosures.push(piece);
    if (reader.take(TILDE) === '') break;
  }
  return { disclosures };
}

function readKeyBinding(reader: Reader, encodedHeader: string): string {
  const parts = [encodedHeader];
  while (parts.length < 3 && reader.take(DOT) !== '') parts.push(reader.part(PART));
  return parts.join('.');
}

interface Reader {
  offset(): number;
  isAt(pattern: RegExp): boolean;
  /** What a sticky pattern matches here, consumed; empty when it does not match. */
  take(pattern: RegExp): string;
  /** A part with its padding, put together from pieces that a concatenation joins. */
  part(pattern: RegExp, maxJoints?: number): string;
}

function readerAt(text: string, start: number): Reader {
  let offset = start;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0] ?? '';
  };
  const take = (pattern: RegExp): string => {
    const taken = match(pattern);
    offset += taken.length;
    return taken;
  };
  return {
    offset: () => offset,
    isAt: (pattern) => match(pattern) !== '',
    take,
    part(pattern, maxJoints = Number.POSITIVE_INFINITY) {
      const pieces = [take(pattern)];
      while (pieces.length <= maxJoints && take(JOINT) !== '') pieces.push(take(pattern));
      const digits = pieces.join('');
      return digits === '' ? '' : digits + take(PADDING).replaceAll(/%3D/gi, '=');
    },
  };
}
