import { toText } from './base64url';
import { type JsonObject, parseJson } from './json';
import { isUnsecured, type LexedToken, type TokenHeader } from './lex';
import { decodePayload, type Payload } from './payload';
import { findHeaderProblems, findJweProblems, findSignatureProblems } from './problems';
import { lexTokens } from './scan';

/** `truncated` when a part is missing or cut off; else what the token was made as. */
export type TokenShape = 'jws' | 'detached' | 'unsecured' | 'jwe' | 'sd-jwt' | 'nested' | 'truncated';

/** A claim that an SD-JWT reveals; an element of an array has no name. */
export interface Disclosure {
  readonly name: string | undefined;
  readonly value: unknown;
}

/** What a token says about itself. Nothing of it is verified, and all of it is written by strangers. */
export interface DecodedToken {
  readonly shape: TokenShape;
  /** Whether the header says that the token is encrypted, so that only the header can be read. */
  readonly isEncrypted: boolean;
  readonly header: TokenHeader;
  /** The encoded parts, header first. */
  readonly parts: readonly string[];
  /** As far as they decode; `undefined` when nothing does. */
  readonly claims: JsonObject | undefined;
  /** Whether `claims` is the whole payload, so that what it lacks is missing from the token. */
  readonly isWhole: boolean;
  /** The token that this one wraps. */
  readonly nested: DecodedToken | undefined;
  /** `undefined` unless the token is an SD-JWT. */
  readonly disclosures: readonly Disclosure[] | undefined;
  /** All disclosures as they are encoded, also those that do not decode. */
  readonly encodedDisclosures: readonly string[];
  readonly hasKeyBinding: boolean;
  /** Sentences on what is wrong with the form; none of them depends on the time. */
  readonly problems: readonly string[];
}

/**
 * Decodes the first token in a text: itself, behind `Bearer`, in quotes, or broken over lines. `undefined` when no
 * piece of the text has a header that is JSON with a string `alg`.
 */
export function decodeToken(raw: string): DecodedToken | undefined {
  const token = decodeFirst(raw);
  if (token?.problems.length === 0 || !/\s/.test(raw)) return token;
  const joined = decodeFirst(raw.replaceAll(/\s+/g, ''));
  return joined?.problems.length === 0 ? joined : (token ?? joined);
}

function decodeFirst(text: string): DecodedToken | undefined {
  const token = lexTokens(text).next().value;
  return token === undefined ? undefined : decode(token);
}

function decode(token: LexedToken): DecodedToken {
  const { header, parts, keyBinding } = token;
  const isEncrypted = typeof header.enc === 'string';
  const disclosures = token.disclosures?.map(toDisclosure);
  const body = isEncrypted ? UNREAD : readBody(token);
  return {
    shape: shapeOf(token, isEncrypted, body.nested),
    isEncrypted,
    header,
    parts,
    claims: body.claims,
    isWhole: body.isWhole,
    nested: body.nested,
    disclosures: disclosures?.filter((disclosure) => disclosure !== undefined),
    encodedDisclosures: token.disclosures ?? [],
    hasKeyBinding: keyBinding !== undefined,
    problems: [
      ...findHeaderProblems(token),
      ...body.problems,
      ...(isEncrypted ? findJweProblems(token) : findSignatureProblems(token)),
      ...(disclosures?.includes(undefined) ? ['A disclosure is not a JSON array.'] : []),
    ],
  };
}

interface Body extends Payload {
  readonly nested: DecodedToken | undefined;
}

const UNREAD: Body = { claims: undefined, isWhole: false, nested: undefined, problems: [] };

function readBody({ header, parts, isCut }: LexedToken): Body {
  const [, payload = '', signature = ''] = parts;
  if (payload === '') return signature || isCut ? UNREAD : { ...UNREAD, problems: ['The payload is missing.'] };
  if (header.b64 === false) return { ...UNREAD, problems: ['The payload is not encoded: `b64` is false.'] };
  const nested = decodeNested(payload);
  if (nested !== undefined) return { ...UNREAD, nested };
  const body = decodePayload(payload, parts.length === 2);
  return { ...body, nested, problems: isCut ? [] : body.problems };
}

// A wrapped token is decoded only when it is all that the payload holds.
function decodeNested(payload: string): DecodedToken | undefined {
  const text = toText(payload);
  const token = text.startsWith('e') ? lexTokens(text).next().value : undefined;
  return token?.span.start === 0 && token.parts.length > 1 ? decode(token) : undefined;
}

function shapeOf(token: LexedToken, isEncrypted: boolean, nested: DecodedToken | undefined): TokenShape {
  const [, payload, signature, ...rest] = token.parts;
  if (token.isCut || payload === undefined) return 'truncated';
  if (isEncrypted) return signature && rest.length === 2 && !rest.includes('') ? 'jwe' : 'truncated';
  if (isUnsecured(token)) return 'unsecured';
  if (!signature) return 'truncated';
  if (payload === '') return 'detached';
  if (nested !== undefined) return 'nested';
  return token.disclosures === undefined ? 'jws' : 'sd-jwt';
}

function toDisclosure(encoded: string): Disclosure | undefined {
  const value: unknown = parseJson(toText(encoded));
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [, name, content]: readonly unknown[] = value;
  return value.length > 2 && typeof name === 'string' ? { name, value: content } : { name: undefined, value: name };
}
