import type { Finding } from '../../rules';
import { hashText } from './files/hash';
import { MASK, withoutSecrets } from './secrets';

const MASKED = new RegExp(`${MASK}+`, 'g');

/**
 * Identities of all findings of one file, in their order, that survive edits elsewhere in the file: of rule, relative
 * path, enclosing symbol, the code on the finding's lines without blanks, and which of the equal ones it is. Secrets do
 * not count, whatever their length.
 */
export function fingerprints(
  path: string,
  file: string,
  text: string,
  findings: readonly Finding[],
): readonly string[] {
  const masked = withoutSecrets(file, text, findings);
  const occurrences = new Map<string, number>();
  return findings.map(({ rule, span, symbol }) => {
    const code = linesAround(masked, span.start, span.end).replace(/\s+/g, '').replace(MASKED, MASK);
    const identity = JSON.stringify([rule, path, symbol, code]);
    const occurrence = occurrences.get(identity) ?? 0;
    occurrences.set(identity, occurrence + 1);
    return `${hash(`${identity}${occurrence}`)}${hash(`${occurrence}${identity}`)}`;
  });
}

/** Not cryptographic: nobody gains by making two findings look alike, and a worker has no other that answers at once. */
function hash(text: string): string {
  return hashText(text).toString(16).padStart(14, '0');
}

function linesAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to < 0 ? text.length : to);
}
