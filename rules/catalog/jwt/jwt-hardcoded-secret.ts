import { isCertainly } from '../../facts/judge';
import type { Flow } from '../../facts/schema';
import { type OneOf, rule } from '../rule';
import { hardcodedSecrets } from '../secret/hardcoded';

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

  check(fact, context) {
    const key = keyOf(fact);
    // What a registration gives is judged where it stands.
    if (fact.guarded || key === undefined || key.isRegistered) return undefined;
    return hardcodedSecrets(key, fact, context, {
      because: 'Everyone who can read the code, its history or a build of it can sign tokens for any user.',
      help: 'Read the key from the environment, refuse to start without it, and replace the one that was published.',
      variable: 'JWT_SECRET',
    });
  },
});

/** The key of a signature; of other secrets, only of those that tokens are signed with. */
function keyOf(fact: OneOf<'TokenSign' | 'TokenVerify' | 'SecretUse'>): Flow | undefined {
  if (fact.kind === 'TokenVerify') return fact.attributes.key;
  // What is not signed has no key, whatever is given for one.
  if (fact.kind === 'TokenSign')
    return isCertainly(fact.attributes.algorithm, isNone) ? undefined : fact.attributes.key;
  return fact.attributes.purpose.constant === 'token' ? fact.attributes.value : undefined;
}

function isNone(algorithm: string): boolean {
  return algorithm.toLowerCase() === 'none';
}
