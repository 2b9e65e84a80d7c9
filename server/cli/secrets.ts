import type { Span } from '../../rules/text/span';
import { basename } from '../host/files/path';
import { isAboutSecrets, mask, maskLiterals } from '../host/secrets';
import type { Report } from './report';

/**
 * The report's texts with a mask for every character of the secrets that findings point at. Lengths and lines stay as
 * they are. Code frames end up in logs that more people read than the source. Invariant 11.
 */
export function maskSecrets({ all, texts }: Report): ReadonlyMap<string, string> {
  const masked = new Map([...texts].map(([file, text]) => [file, isEnvironmentFile(file) ? mask(text) : text]));
  for (const { file, findings } of all) {
    for (const { rule, span, related } of findings) {
      for (const place of related) {
        const original = texts.get(place.file);
        if (original === undefined || !isEnvironmentFile(place.file)) continue;
        masked.set(place.file, withOriginal(masked.get(place.file) ?? '', original, place.span));
      }
      if (!isAboutSecrets(rule)) continue;
      for (const place of [{ file, span }, ...related]) {
        const text = masked.get(place.file);
        if (text !== undefined) masked.set(place.file, maskLiterals(text, place.span));
      }
    }
  }
  return masked;
}

/** All that environment files hold is secret, but for the names that findings point at. */
function isEnvironmentFile(file: string): boolean {
  return basename(file).startsWith('.env');
}

function withOriginal(masked: string, original: string, { start, end }: Span): string {
  return masked.slice(0, start) + original.slice(start, end) + masked.slice(end);
}
