import type { Severity } from '../../config';
import { type LiteralSecret, literalSecrets } from '../../facts/derive/secret';
import type { Fix } from '../../finding';
import type { Span } from '../../text/span';
import { rule } from '../rule';

export default rule({
  id: 'jwt-hardcoded-secret',
  summary: 'A key that signs or verifies tokens is written in source',
  severity: 'error',
  preset: 'recommended',
  cwe: [798, 321],
  asvs: ['13.3.1'],
  standards: ['RFC 8725 §3.5', 'OWASP Secrets Management'],
  securitySeverity: 9.8,
  on: ['TokenSign', 'TokenVerify'],

  check(fact, { file }) {
    if (fact.guarded) return undefined;
    const { key } = fact.attributes;
    const [secret] = literalSecrets(key);
    if (secret === undefined) return undefined;
    const { leaf } = secret;
    const isHere = leaf.place.file === file;
    return {
      at: isHere ? leaf.place.span : key.span,
      cause: leaf.place,
      severity: severityOf(secret),
      message: messageOf(secret, fact.display),
      because: 'Everyone who can read the code, its history or a build of it can sign tokens for any user.',
      help: 'Read the key from the environment, refuse to start without it, and replace the one that was published.',
      related: isHere ? [] : [{ ...leaf.place, message: 'the secret is written here' }],
      fixes: environmentFixes(secret, isHere ? leaf.place.span : undefined, file),
    };
  },
});

function severityOf({ leaf, isWellKnown }: LiteralSecret): Severity {
  return leaf.isFallback && !isWellKnown ? 'warning' : 'error';
}

function messageOf({ leaf, form, isWellKnown }: LiteralSecret, display: string): string {
  const what = form === 'private-key' ? 'private key' : 'secret';
  if (leaf.isFallback)
    return `When the environment does not say otherwise, \`${display}\` uses a ${what} that is written in source.`;
  return `\`${display}\` uses a ${what} that is written in source${isWellKnown ? ', one that attackers try first' : ''}.`;
}

/** A literal of its own becomes a read of the environment; a fallback has one already. */
function environmentFixes({ leaf, form }: LiteralSecret, span: Span | undefined, file: string): readonly Fix[] {
  if (span === undefined || leaf.isFallback || form === 'private-key') return [];
  return [
    {
      title: 'Read the secret from `process.env.JWT_SECRET`',
      safety: 'suggestion',
      edits: [{ file, span, text: 'process.env.JWT_SECRET' }],
    },
  ];
}
