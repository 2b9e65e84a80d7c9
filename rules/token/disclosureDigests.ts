import { toBase64url, toText, toUtf8 } from './base64url';
import { type JsonObject, parseJson } from './json';

// The engine's type library names no host; every host that runs it has this.
declare const crypto: {
  readonly subtle: { digest(hash: string, bytes: Uint8Array): Promise<ArrayBuffer> };
};

/** By the names of `_sd_alg` (IANA) as WebCrypto calls them. Without one, it is the first. */
const HASHES: ReadonlyMap<unknown, string> = new Map([
  ['sha-256', 'SHA-256'],
  ['sha-384', 'SHA-384'],
  ['sha-512', 'SHA-512'],
]);

/**
 * How many disclosures of an SD-JWT are not among the digests that its issuer signed, directly or inside of another
 * disclosure that is (RFC 9901, 7.1). `undefined` when the issuer used another hash.
 */
export async function countUnsigned(claims: JsonObject, encoded: readonly string[]): Promise<number | undefined> {
  const hash = HASHES.get(claims._sd_alg ?? 'sha-256');
  if (hash === undefined) return undefined;
  const digests = await Promise.all(encoded.map((disclosure) => digest(hash, disclosure)));
  const left = new Map(digests.map((value, i) => [value, encoded[i] ?? '']));
  // What strangers wrote may be nested deeper than calls can be.
  const pending: unknown[] = [claims];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'string') {
      const disclosure = left.get(value);
      left.delete(value);
      if (disclosure !== undefined) pending.push(...contentOf(disclosure));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) pending.push(...partsOf(key, member));
    }
  }
  return left.size;
}

/** Of a member, what may be or hold a digest: texts count in `_sd` and `...` only. */
function partsOf(key: string, member: unknown): readonly unknown[] {
  if (key === '...') return [member];
  if (key === '_sd' && Array.isArray(member)) return member.filter((one) => typeof one === 'string');
  return typeof member === 'string' ? [] : [member];
}

/** What a disclosure reveals, beside its salt and its name. */
function contentOf(encoded: string): readonly unknown[] {
  const parts = parseJson(toText(encoded));
  const content: unknown = Array.isArray(parts) ? parts.at(-1) : undefined;
  return typeof content === 'object' ? [content] : [];
}

async function digest(hash: string, text: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest(hash, toUtf8(text))));
}
