import { createHash } from 'node:crypto';
import type { Finding } from '../../../rules/finding';
import { MASK } from '../secrets';

const MASKED = new RegExp(`${MASK}+`, 'g');

/**
 * Identities of the findings of one file, in their order, that survive edits elsewhere in the file: a hash of rule,
 * relative path, the code on the finding's lines without blanks, and which of the equal ones it is. Secrets, which the
 * caller has masked in `text`, do not count, whatever their length.
 */
export function fingerprints(path: string, text: string, findings: readonly Finding[]): readonly string[] {
  const occurrences = new Map<string, number>();
  return findings.map(({ rule, span }) => {
    const code = linesAround(text, span.start, span.end).replace(/\s+/g, '').replace(MASKED, MASK);
    const identity = JSON.stringify([rule, path, code]);
    const occurrence = occurrences.get(identity) ?? 0;
    occurrences.set(identity, occurrence + 1);
    return createHash('sha256').update(`${identity}${occurrence}`).digest('hex').slice(0, 32);
  });
}

function linesAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to < 0 ? text.length : to);
}
