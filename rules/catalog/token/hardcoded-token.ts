import type { Severity } from '../../config';
import { type LiteralToken, literalToken } from '../../facts/derive/tokenClaims';
import type { FactOf } from '../../facts/schema';
import type { Fix } from '../../finding';
import { wordsOf } from '../../text/words';
import { rule } from '../rule';

export default rule({
  id: 'hardcoded-token',
  summary: 'A token is written in source',
  severity: 'error',
  preset: 'recommended',
  cwe: [798],
  asvs: ['13.3.1'],
  standards: ['OWASP Secrets Management'],
  securitySeverity: 8.6,
  on: ['TokenLiteral'],

  check(literal, { file, now }) {
    const token = literal.guarded ? undefined : literalToken(literal);
    if (token === undefined) return undefined;
    const isExpired = typeof token.expires === 'number' && token.expires * 1000 <= now;
    return {
      at: literal.attributes.token.span,
      severity: severityOf(token, isExpired),
      message: messageOf(literal, token, isExpired),
      because: isExpired
        ? 'It shows who issues tokens, to whom and with which rights, and where the next one is likely to be written.'
        : 'Everyone who can read the code, its history or a build of it can act with it, and nobody can tell them apart.',
      help: isExpired
        ? 'Take it out of the source.'
        : 'Have it revoked, and let the program get a new one from its environment or by signing in.',
      fixes: literal.runtime === 'server' ? environmentFixes(literal, file) : [],
    };
  },
});

function severityOf({ expires, isPrivileged }: LiteralToken, isExpired: boolean): Severity {
  if (isExpired) return 'information';
  return expires === undefined && !isPrivileged ? 'warning' : 'error';
}

function messageOf(
  { attributes }: FactOf<'TokenLiteral'>,
  { expires, isPrivileged }: LiteralToken,
  isExpired: boolean,
) {
  if (attributes.form.constant === 'opaque') return 'A bearer token is written in source.';
  const what = isPrivileged ? 'A JWT with a privileged role' : 'A JWT';
  if (isExpired) return `${what} is written in source; it has expired.`;
  if (expires === 'never') return `${what} that never expires is written in source.`;
  return expires === undefined ? `${what} is written in source.` : `${what} that is still valid is written in source.`;
}

/** The literal becomes a read of the environment; where it holds more than the token, a template around one. */
function environmentFixes({ span, around, attributes }: FactOf<'TokenLiteral'>, file: string): readonly Fix[] {
  const read = `process.env.${variableFor(around)}`;
  const { token, stands } = attributes;
  const hole = { file, span: token.span, text: `\${${read}}` };
  const quote = (start: number) => ({ file, span: { start, end: start + 1 }, text: '`' });
  const title = `Read the token from \`${read}\``;
  switch (stands.constant) {
    case 'alone':
      return [{ title, safety: 'suggestion', edits: [{ file, span, text: read }] }];
    case 'in-quotes':
      return [{ title, safety: 'suggestion', edits: [quote(span.start), hole, quote(span.end - 1)] }];
    case 'in-template':
      return [{ title, safety: 'suggestion', edits: [hole] }];
    case 'fixed':
      return [];
  }
}

/** `SERVICE_TOKEN` for `serviceToken`: tokens that are told apart in code have to stay apart. */
function variableFor([name = '']: readonly string[]): string {
  const words = wordsOf(name);
  const isTelling = words.length > 1 && LAST_WORDS.has(words[words.length - 1] ?? '');
  return isTelling ? words.join('_').toUpperCase() : 'API_TOKEN';
}

const LAST_WORDS = new Set(['token', 'jwt', 'key']);
