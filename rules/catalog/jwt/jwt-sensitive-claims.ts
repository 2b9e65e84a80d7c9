import { isUserRecord, secretIn } from '../../facts/derive/sensitiveClaim';
import type { Claim } from '../../facts/schema/flows';
import type { Fix } from '../../finding';
import { type Problem, rule, stepsTo } from '../rule';

export default rule({
  id: 'jwt-sensitive-claims',
  summary: 'A token carries a secret that anyone who sees the token can read',
  severity: 'error',
  preset: 'recommended',
  cwe: [201, 522],
  asvs: ['14.1.1'],
  standards: ['RFC 7519 §12', 'OWASP JSON Web Token'],
  securitySeverity: 7.5,
  on: ['TokenSign'],

  check(sign, { file }) {
    const { payload } = sign.attributes;
    if (sign.guarded || payload.isEncrypted) return undefined;
    const records = payload.leaves.filter(isUserRecord).map(
      ({ place, trail }): Problem => ({
        at: payload.span,
        severity: 'warning',
        message: `\`${sign.display}\` puts a whole user record into a token that anyone can read.`,
        because: 'Whatever a column holds, the hash of the password too, is read by whoever gets hold of the token.',
        help: 'Pick the subject and the claims that are in use.',
        related: stepsTo(place, trail, payload.span, file, 'the record is read here'),
      }),
    );
    const secrets = payload.claims.flatMap((claim): readonly Problem[] => {
      const secret = claim.guarded ? undefined : secretIn(claim);
      if (secret === undefined) return [];
      const { place } = claim;
      const isHere = place.file === file;
      return [
        {
          at: isHere ? place.span : payload.span,
          cause: place,
          message: `\`${sign.display}\` puts \`${secret}\` into a token that anyone can read.`,
          because: 'A token is signed, not encrypted: whoever gets hold of it decodes the secret without any key.',
          help: 'Leave it out: whoever verifies the token looks it up by the subject.',
          related: isHere ? [] : [{ ...place, message: 'the claim is written here' }],
          fixes: removalFixes(claim),
        },
      ];
    });
    return [...secrets, ...records.slice(0, 1)];
  },
});

/** Whoever reads the claim has to get it elsewhere: the user decides. */
function removalFixes({ name, place: { file }, removal }: Claim): readonly Fix[] {
  if (removal === undefined) return [];
  const edits = [{ file, span: removal, text: '' }];
  return [{ title: `Leave \`${name}\` out of the token`, safety: 'suggestion', edits }];
}
