import { createHash } from 'node:crypto';
import type { Finding } from '../../../rules/finding';

/**
 * Identities of the findings of one file, in their order, that survive edits elsewhere in the file: a hash of rule,
 * relative path, the code on the finding's lines without blanks, and which of the equal ones it is. Secrets in `text`
 * are masked by the caller.
 */
export function fingerprints(path: string, text: string, findings: readonly Finding[]): readonly string[] {
  const occurrences = new Map<string, number>();
  return findings.map(({ rule, span }) => {
    const identity = JSON.stringify([rule, path, linesAround(text, span.start, span.end).replace(/\s+/g, '')]);
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
