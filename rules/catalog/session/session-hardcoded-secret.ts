import { holdsInterfaceState } from '../../facts/derive/interfaceState';
import { rule } from '../rule';
import { hardcodedSecrets } from '../secret/hardcoded';

export default rule({
  id: 'session-hardcoded-secret',
  summary: 'The secret that a session cookie is signed or sealed with is written in source',
  severity: 'error',
  preset: 'recommended',
  cwe: [798, 321],
  asvs: ['13.3.1'],
  standards: ['OWASP Session Management', 'OWASP Secrets Management'],
  securitySeverity: 9.1,
  on: ['SecretUse'],

  check(fact, context) {
    const { purpose, value } = fact.attributes;
    if (fact.guarded || purpose.constant !== 'session' || value.isRegistered) return undefined;
    if (holdsInterfaceState(fact, context.facts)) return undefined;
    return hardcodedSecrets(value, fact, context, {
      because:
        'Everyone who can read the code, its history or a build of it can sign a session cookie of their own making.',
      help: 'Read the secret from the environment, refuse to start without it, and replace the one that was published.',
      variable: 'SESSION_SECRET',
    });
  },
});
