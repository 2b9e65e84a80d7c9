import { type Finding, rules, type Span } from '../../rules';

/** CWE-201, CWE-321 and CWE-798: secrets that are given away, keys and credentials in source. */
const SECRET_CWES: readonly number[] = [201, 321, 798];
const SECRET_RULES: ReadonlySet<string> = new Set(
  rules.filter(({ cwe }) => cwe.some((one) => SECRET_CWES.includes(one))).map(({ id }) => id),
);

/** Stands for one character of a secret. */
export const MASK = '•';

const QUOTED = /(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;

/** Whether what a rule points at is secret. */
export function isAboutSecrets(rule: string): boolean {
  return SECRET_RULES.has(rule);
}

/** A file's text with a mask for every character of the secrets that its own findings point at. */
export function withoutSecrets(file: string, text: string, findings: readonly Finding[]): string {
  return findings
    .filter(({ rule }) => isAboutSecrets(rule))
    .flatMap(({ span, related }) => [span, ...related.filter((step) => step.file === file).map((step) => step.span)])
    .reduce(maskLiterals, text);
}

/** Lengths and lines stay as they are. */
export function maskLiterals(text: string, { start, end }: Span): string {
  const code = text.slice(start, end).replace(QUOTED, (_, quote: string, content: string) => {
    return quote + mask(content) + quote;
  });
  return text.slice(0, start) + code + text.slice(end);
}

export function mask(text: string): string {
  return text.replace(/[^\r\n]/g, MASK);
}
