import type { Severity } from '../../config';
import { type LiteralSecret, literalSecrets } from '../../facts/derive/secret';
import type { Flow } from '../../facts/schema';
import type { Fix } from '../../finding';
import { wordsOf } from '../../text/words';
import { type OneOf, rule } from '../rule';

export default rule({
  id: 'jwt-hardcoded-secret',
  summary: 'A key that signs or verifies tokens is written in source',
  severity: 'error',
  preset: 'recommended',
  cwe: [798, 321],
  asvs: ['13.3.1'],
  standards: ['RFC 8725 §3.5', 'OWASP Secrets Management'],
  securitySeverity: 9.8,
  on: ['TokenSign', 'TokenVerify', 'SecretUse'],

  check(fact, { file }) {
    const key = keyOf(fact);
    // What a registration gives is judged where it stands.
    if (fact.guarded || key === undefined || key.isRegistered) return undefined;
    return literalSecrets(key).map((secret) => {
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
        fixes: environmentFixes(secret),
      };
    });
  },
});

/** The key of a signature; of other secrets, only of those that tokens are signed with. */
function keyOf(fact: OneOf<'TokenSign' | 'TokenVerify' | 'SecretUse'>): Flow | undefined {
  if (fact.kind !== 'SecretUse') return fact.attributes.key;
  return fact.attributes.purpose.constant === 'token' ? fact.attributes.value : undefined;
}

function severityOf({ leaf, isWellKnown }: LiteralSecret): Severity {
  return leaf.isFallback && !isWellKnown ? 'warning' : 'error';
}

function messageOf({ leaf, form, isWellKnown }: LiteralSecret, display: string): string {
  const verb = leaf.isFallback ? 'falls back to' : 'uses';
  const what = form === 'private-key' ? 'private key' : 'secret';
  return `\`${display}\` ${verb} a ${what} that is written in source${isWellKnown ? ', one that attackers try first' : ''}.`;
}

/** A literal of its own becomes a read of the environment; a fallback has one already. */
function environmentFixes({ leaf: { isFallback, names, place }, form }: LiteralSecret): readonly Fix[] {
  if (isFallback || form === 'private-key') return [];
  const text = `process.env.${variableFor(names)}`;
  const edits = [{ file: place.file, span: place.span, text }];
  return [{ title: `Read the secret from \`${text}\``, safety: 'suggestion', edits }];
}

/** `REFRESH_SECRET` for `refreshSecret`: secrets that are told apart in code have to stay apart. */
function variableFor(names: readonly string[]): string {
  const secrets = names
    .map(wordsOf)
    .filter((words) => words.length > 1 && LAST_WORDS.has(words[words.length - 1] ?? ''));
  const words = secrets[secrets.length - 1]?.filter((word, index) => index > 0 || word !== 'get');
  return words === undefined || words.length < 2 ? 'JWT_SECRET' : words.join('_').toUpperCase();
}

const LAST_WORDS = new Set(['secret', 'key']);
