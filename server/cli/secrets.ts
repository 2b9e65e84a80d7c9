import type { Report } from './report';

/** CWE-321 and CWE-798: keys and credentials in source. */
const SECRET_CWES: readonly number[] = [321, 798];
/** Stands for one character of a secret. */
export const MASK = '•';

const QUOTED = /(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;

/**
 * The report's texts with a mask for every character of a secret literal that a finding points at. Lengths and lines
 * stay as they are. Code frames end up in logs that more people read than the source. Invariant 11.
 */
export function maskSecrets({ files, texts, rules }: Report): ReadonlyMap<string, string> {
  const masked = new Map(texts);
  for (const { file, findings } of files) {
    for (const { rule, span } of findings) {
      const text = masked.get(file);
      if (text === undefined || !SECRET_CWES.includes(rules.get(rule)?.cwe ?? 0)) continue;
      const code = text.slice(span.start, span.end).replace(QUOTED, (_, quote: string, content: string) => {
        return quote + content.replace(/[^\r\n]/g, MASK) + quote;
      });
      masked.set(file, text.slice(0, span.start) + code + text.slice(span.end));
    }
  }
  return masked;
}
