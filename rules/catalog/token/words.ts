import type { CredentialEvidence } from '../../facts/derive/credential';

/** A credential that is kept, as the subject of a sentence. */
export function spokenToken({ name, strength }: CredentialEvidence): string {
  if (strength === 'literal') return 'A JWT';
  return name === undefined ? 'A signed token' : `The token \`${name}\``;
}
