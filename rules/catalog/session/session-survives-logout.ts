import type { FactOf } from '../../facts/schema';
import type { Fix } from '../../finding';
import { rule } from '../rule';

export default rule({
  id: 'session-survives-logout',
  summary: 'Signing out takes a cookie away, and the server goes on taking what it held',
  severity: 'warning',
  preset: 'recommended',
  cwe: [613],
  asvs: ['7.4.1'],
  standards: ['OWASP Session Management'],
  securitySeverity: 5.4,
  on: ['SignOut'],

  check(signOut) {
    const { record, isAll } = signOut.attributes;
    if (signOut.guarded || !isAll.constant) return undefined;
    const what = record.constant === 'session' ? 'session' : 'refresh token';
    return {
      at: signOut.calleeSpan,
      message: `\`${signOut.display}\` takes the cookie out of the browser, and the server keeps the ${what}.`,
      because: `Whoever has a copy of the cookie uses the ${what} after its user has signed out.`,
      help:
        record.constant === 'session'
          ? 'End the session where it is kept, with its `destroy` or by deleting its record, and then take the cookie away.'
          : 'Delete or revoke the record of the refresh token, and then take the cookie away.',
      fixes: fixesOf(signOut),
    };
  },
});

function fixesOf({ replacement }: FactOf<'SignOut'>): readonly Fix[] {
  if (replacement === undefined) return [];
  return [{ title: 'End the session on the server first', safety: 'suggestion', edits: replacement }];
}
