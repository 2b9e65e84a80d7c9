import { decode, encode } from 'jose/base64url';

// The engine's type library names no host; every host that runs it has these.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The UTF-8 bytes of a text. */
export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes in base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  return encode(bytes);
}

/** Whether a part is spelled as RFC 7515 asks: base64url without padding. */
export function isBase64url(encoded: string): boolean {
  return /^[\w-]*$/.test(encoded) && encoded.length % 4 !== 1;
}

/** How many bytes a part holds. */
export function byteLength(encoded: string): number {
  return Math.floor((encoded.replace(/=+$/, '').length * 3) / 4);
}

/**
 * The UTF-8 text of a part, decoded as far as it goes: padding and the base64 alphabet are accepted, a last character
 * that makes no byte is dropped, and bytes that are not UTF-8 become U+FFFD.
 */
export function toText(encoded: string): string {
  return new TextDecoder().decode(toBytes(encoded));
}

/** The bytes of a part, decoded as far as `toText` does. */
export function toBytes(encoded: string): Uint8Array {
  const digits = encoded.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  return decode(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
}
