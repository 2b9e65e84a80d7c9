import { decodeJwt } from 'jose/jwt/decode';
import { isBase64url, toText } from './base64url';
import { isJsonObject, type JsonObject, parseJson, parseMembers } from './json';

export interface Payload {
  readonly claims: JsonObject | undefined;
  /** Whether `claims` is everything that the payload holds. */
  readonly isWhole: boolean;
  readonly problems: readonly string[];
}

/** Decodes a payload; what jose refuses is decoded as far as it goes. `isCut`: more of it may have followed. */
export function decodePayload(encoded: string, isCut: boolean): Payload {
  try {
    return { claims: decodeJwt<JsonObject>(`.${encoded}.`), isWhole: true, problems: [] };
  } catch {
    return salvage(encoded, isCut);
  }
}

function salvage(encoded: string, isCut: boolean): Payload {
  const text = toText(encoded);
  const value = parseJson(text);
  const problems: string[] = [];
  if (value === undefined && isCut) {
    return { claims: parseMembers(text), isWhole: false, problems: ['The payload is cut off.'] };
  }
  if (!isBase64url(encoded)) problems.push('The payload is not base64url.');
  if (text.includes('\u{fffd}')) problems.push('The payload is not UTF-8.');
  if (isJsonObject(value)) return { claims: value, isWhole: true, problems };
  problems.push(value === undefined ? 'The payload is not JSON.' : 'The payload is JSON, but not an object.');
  return { claims: value === undefined ? parseMembers(text) : undefined, isWhole: false, problems };
}
