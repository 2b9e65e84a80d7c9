import type { Span } from '../../rules/text/span';
import type { Report } from './report';

/** CWE-321 and CWE-798: keys and credentials in source. */
const SECRET_CWES: readonly number[] = [321, 798];
/** Stands for one character of a secret. */
export const MASK = '•';

const QUOTED = /(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;

/**
 * The report's texts with a mask for every character of the secrets that findings point at. Lengths and lines stay as
 * they are. Code frames end up in logs that more people read than the source. Invariant 11.
 */
export function maskSecrets({ all, texts, rules }: Report): ReadonlyMap<string, string> {
  const masked = new Map(texts);
  for (const { file, findings } of all) {
    for (const { rule, span, related } of findings) {
      if (!rules.get(rule)?.cwe.some((cwe) => SECRET_CWES.includes(cwe))) continue;
      for (const place of [{ file, span }, ...related]) {
        const text = masked.get(place.file);
        if (text !== undefined) masked.set(place.file, maskLiterals(text, place.span));
      }
    }
  }
  return masked;
}

function maskLiterals(text: string, { start, end }: Span): string {
  const code = text.slice(start, end).replace(QUOTED, (_, quote: string, content: string) => {
    return quote + content.replace(/[^\r\n]/g, MASK) + quote;
  });
  return text.slice(0, start) + code + text.slice(end);
}
