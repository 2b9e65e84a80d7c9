import { isIdentityName } from '../../facts/derive/identityName';
import type { FactOf } from '../../facts/schema';
import type { Fix } from '../../finding';
import { rule } from '../rule';

export default rule({
  id: 'session-fixation',
  summary: 'Somebody signs in, and the session keeps the id that it had before',
  severity: 'error',
  preset: 'recommended',
  cwe: [384],
  asvs: ['7.2.4'],
  standards: ['OWASP Session Management'],
  securitySeverity: 7.5,
  on: ['SessionWrite'],

  check(write) {
    const { property, signIn, isRenewed, isHeld } = write.attributes;
    if (write.guarded || signIn.constant === undefined || isRenewed.constant || isHeld.constant) return undefined;
    if (property.constant !== '' && !isIdentityName(property.constant)) return undefined;
    return {
      at: write.calleeSpan,
      message: `\`${write.display}\` signs in to a session that keeps the id it had before.`,
      because: 'Whoever has planted that id in the browser of a victim is signed in with the victim.',
      help:
        property.constant === ''
          ? 'Update the library to a release that gives the session a new id when somebody signs in.'
          : 'Give the session a new id first, with its `regenerate`, and then write who has signed in.',
      fixes: fixesOf(write),
    };
  },
});

function fixesOf({ replacement }: FactOf<'SessionWrite'>): readonly Fix[] {
  if (replacement === undefined) return [];
  return [{ title: 'Give the session a new id first', safety: 'suggestion', edits: replacement }];
}
