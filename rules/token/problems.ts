import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { byteLength, isBase64url } from './base64url';
import { isUnsecured, type LexedToken, MAX_TOKEN_LENGTH } from './lex';

/** How many bytes a signature has: RFC 7518 §3, RFC 8812, RFC 9864. */
const SIGNATURE_BYTES: ReadonlyMap<string, number> = new Map([
  ['HS256', 32],
  ['HS384', 48],
  ['HS512', 64],
  ['ES256', 64],
  ['ES256K', 64],
  ['ES384', 96],
  ['ES512', 132],
  ['Ed25519', 64],
]);

export function findHeaderProblems({ parts, isCut }: LexedToken): readonly string[] {
  const [header = ''] = parts;
  const problems: string[] = [];
  if (!isBase64url(header)) problems.push('The header is not base64url.');
  else if (!isAcceptedByJose(header)) problems.push('The header is not UTF-8.');
  return isCut ? [...problems, cutProblem(parts)] : problems;
}

export function findSignatureProblems({ header, isCut, parts }: LexedToken): readonly string[] {
  const [, , signature = ''] = parts;
  if (isUnsecured({ header })) return signature === '' ? [] : ['`alg` is `none`, yet a signature follows.'];
  if (isCut) return [];
  if (signature === '') return ['The signature is missing.'];
  if (!isBase64url(signature)) return ['The signature is not base64url.'];
  const bytes = byteLength(signature);
  const due = SIGNATURE_BYTES.get(header.alg);
  return due === undefined || due === bytes ? [] : [`The signature has ${bytes} bytes; ${header.alg} makes ${due}.`];
}

function cutProblem(parts: readonly string[]): string {
  return parts.join('.').length >= MAX_TOKEN_LENGTH ? 'The token is cut off after 16 kB.' : 'The token is cut off.';
}

// The encrypted key is empty when the key is agreed on or used directly.
export function findJweProblems({ parts, isCut }: LexedToken): readonly string[] {
  if (isCut) return [];
  const due = ['initialization vector', 'ciphertext', 'authentication tag'];
  return due.filter((_, i) => !parts[i + 2]).map((name) => `The ${name} is missing.`);
}

function isAcceptedByJose(encodedHeader: string): boolean {
  try {
    decodeProtectedHeader({ protected: encodedHeader });
    return true;
  } catch {
    return false;
  }
}
