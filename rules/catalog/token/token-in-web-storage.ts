import { type CredentialEvidence, findCredential } from '../../facts/derive/credential';
import type { FactOf, StorageArea } from '../../facts/schema';
import { wordsOf } from '../../text/words';
import { removalFix } from '../removal';
import { rule } from '../rule';
import { spokenToken } from './words';

export default rule({
  id: 'token-in-web-storage',
  summary: 'A token in web storage or IndexedDB can be read by any script of the page',
  severity: 'error',
  preset: 'recommended',
  cwe: [922],
  asvs: ['3.3.4', '10.1.1'],
  standards: ['OWASP Session Management', 'OWASP HTML5 Security'],
  securitySeverity: 7.5,
  on: ['ClientStore'],

  check(store, { file }) {
    if (store.guarded) return undefined;
    const { area, key, value } = store.attributes;
    if (area.constant === 'device') return undefined;
    const evidence = findCredential(key, value, 'other');
    if (evidence === undefined) return undefined;
    const isShortLived = area.constant === 'sessionStorage' && !isRefreshToken(store, evidence);
    const origin = evidence.leaf !== undefined && evidence.strength === 'origin' ? evidence.leaf.place : undefined;
    return {
      at: value.span,
      severity: isShortLived ? 'warning' : 'error',
      message: `${spokenToken(evidence)} goes to ${spokenArea(area.constant)}, where every script of the page can read it.`,
      because: 'One XSS, or one compromised package, is enough to copy the token and use it from anywhere.',
      help: 'Keep the session in an HttpOnly cookie that the server sets, or the token in memory only.',
      related: origin === undefined ? [] : [{ ...origin, message: 'the token comes from here' }],
      fixes: removalFix('Remove this write', file, store.statement),
    };
  },
});

function spokenArea(area: StorageArea): string {
  return area === 'indexedDB' ? 'IndexedDB' : area;
}

function isRefreshToken({ attributes: { key, value } }: FactOf<'ClientStore'>, { name }: CredentialEvidence): boolean {
  const names = [
    ...key.values.map((one) => one.value),
    ...(name === undefined ? [] : [name]),
    ...value.leaves.flatMap((leaf) => leaf.names.slice(0, 1)),
  ];
  return names.some((one) => wordsOf(one).some((word) => word.startsWith('refresh')));
}
