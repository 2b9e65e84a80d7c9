import { exportJWK } from 'jose/key/export';
import { importJWK, importPKCS8, importSPKI, importX509 } from 'jose/key/import';
import { toBytes, toUtf8 } from './base64url';
import { isJsonObject, type JsonObject, parseJson } from './json';
import type { TokenHeader } from './lex';

type Key = Awaited<ReturnType<typeof importJWK>>;

/** A key that may be the one that a token was signed with. */
export interface Candidate {
  /** What it is, in words of our own. */
  readonly name: string;
  /** Rejects when the key is not made for the algorithm, or is none. */
  readonly load: () => Promise<Key>;
}

/** The keys of a text, or a sentence on why it holds none for this token. */
export type KeyReading = { readonly candidates: readonly Candidate[] } | { readonly refusal: string };

const MAX_KEYS = 100;
const PEM = /-----BEGIN ([A-Z0-9 ]{1,40})-----([\s\S]*?)-----END \1-----/;
// What makes a key private, and what limits its use: of a private key, to signing.
const LEFT_OUT = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv', 'use', 'key_ops', 'ext']);

/** Reads what was pasted as a key: PEM, a JWK, a set of them, or the text of a shared secret. */
export function readKeys(text: string, header: TokenHeader): KeyReading {
  const pem = PEM.exec(text);
  if (pem !== null) return readPem(pem, header.alg);
  const value = parseJson(text);
  if (isJsonObject(value)) return readJwks(value, header);
  if (isSymmetric(header)) return { candidates: secretsOf(text) };
  if (/^\s*https?:/i.test(text))
    return { refusal: 'No URL is ever opened: give the key itself, or the file that it is in.' };
  return { refusal: `${header.alg} needs a public key: PEM, a JWK, or a set of them.` };
}

/** Whether one secret both signs and verifies the token. */
export function isSymmetric({ alg }: TokenHeader): boolean {
  return /^HS(?:256|384|512)$/.test(alg);
}

/** What an attacker who has a PEM file would take for a shared secret, where the verifier does not fix the algorithm. */
export function pemAsSecrets(text: string): readonly Candidate[] {
  const pem = PEM.exec(text)?.[0];
  if (pem === undefined) return [];
  const unix = pem.replaceAll('\r\n', '\n');
  return [...new Set([text, pem, `${pem}\n`, unix, `${unix}\n`])].map((secret) =>
    toSecret('public key', toUtf8(secret)),
  );
}

function readPem([, label = '', body = '']: RegExpExecArray, alg: string): KeyReading {
  const pem = `-----BEGIN ${label}-----\n${body.replaceAll(/\s+/g, '')}\n-----END ${label}-----`;
  switch (label) {
    case 'PUBLIC KEY':
      return { candidates: [{ name: 'public key', load: () => importSPKI(pem, alg) }] };
    case 'CERTIFICATE':
      return { candidates: [{ name: 'key of the certificate', load: () => importX509(pem, alg) }] };
    case 'PRIVATE KEY': {
      const load = async (): Promise<Key> => {
        const jwk = await exportJWK(await importPKCS8(pem, alg, { extractable: true }));
        return importJWK(toPublic({ ...jwk }), alg);
      };
      return { candidates: [{ name: 'public half of the private key', load }] };
    }
    case 'RSA PUBLIC KEY':
      return {
        refusal: `${label} is an old format: \`openssl rsa -RSAPublicKey_in -pubout\` makes a PUBLIC KEY of it.`,
      };
    case 'RSA PRIVATE KEY':
    case 'EC PRIVATE KEY':
      return { refusal: `${label} is an old format: \`openssl pkey -pubout\` makes a PUBLIC KEY of it.` };
    default:
      return {
        refusal: 'This PEM block holds no key that can be read: a PUBLIC KEY, a CERTIFICATE or a PRIVATE KEY can.',
      };
  }
}

function readJwks(value: JsonObject, header: TokenHeader): KeyReading {
  const keys = (Array.isArray(value.keys) ? value.keys.slice(0, MAX_KEYS) : [value]).filter(isJsonObject);
  if (!keys.some(({ kty }) => typeof kty === 'string')) return { refusal: 'This JSON is no JWK, and no set of them.' };
  const ofType = keys.filter((key) => isSymmetric(header) === (key.kty === 'oct'));
  if (ofType.length === 0) return { refusal: noKeyFor(header) };
  const named = ofType.filter(({ kid }) => kid === header.kid);
  const wanted = header.kid === undefined || value.keys === undefined ? ofType : named;
  if (wanted.length === 0) return { refusal: 'No key of the set has the `kid` of the token.' };
  const suitable = wanted.filter(({ alg, use }) => (alg === undefined || alg === header.alg) && use !== 'enc');
  if (suitable.length === 0) return { refusal: noKeyFor(header) };
  const name =
    value.keys === undefined ? 'JWK' : header.kid === undefined ? 'a key of the set' : 'key of the set with that `kid`';
  return { candidates: suitable.map((key) => ({ name, load: () => importJWK(toPublic(key), header.alg) })) };
}

function noKeyFor({ alg }: TokenHeader): string {
  return `There is no key for ${alg} among what was given.`;
}

function toPublic(key: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(key).filter(([name]) => !LEFT_OUT.has(name)));
}

// Where a secret is kept, it often stands encoded; editors end a file with a line break.
function secretsOf(text: string): readonly Candidate[] {
  const trimmed = text.trim();
  const candidates = [toSecret('secret', toUtf8(text))];
  if (trimmed !== text) candidates.push(toSecret('secret, without the white space around it', toUtf8(trimmed)));
  if (/^[\w+/-]+={0,2}$/.test(trimmed)) candidates.push(toSecret('secret, read as base64', toBytes(trimmed)));
  if (/^(?:[\da-f]{2})+$/i.test(trimmed)) candidates.push(toSecret('secret, read as hexadecimal', fromHex(trimmed)));
  return candidates;
}

function toSecret(name: string, bytes: Uint8Array): Candidate {
  return { name, load: () => Promise.resolve(bytes) };
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
