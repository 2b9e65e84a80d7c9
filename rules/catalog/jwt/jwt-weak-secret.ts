import { type HmacKey, hmacKeyOf, LEAST_BYTES } from '../../facts/derive/hmacKey';
import { literalSecrets } from '../../facts/derive/secret';
import type { Leaf } from '../../facts/schema';
import type { EnvironmentVariable } from '../../world';
import type { Problem, RuleContext } from '../rule';
import { rule, stepsTo } from '../rule';

export default rule({
  id: 'jwt-weak-secret',
  summary: 'Tokens are signed with a secret that can be guessed',
  severity: 'error',
  preset: 'recommended',
  cwe: [326, 521],
  asvs: ['11.2.3'],
  standards: ['RFC 8725 §3.5', 'RFC 7518 §3.2'],
  securitySeverity: 8.1,
  on: ['TokenSign', 'TokenVerify', 'SecretUse'],

  check(fact, context) {
    const use = hmacKeyOf(fact);
    // What a registration gives is judged where it stands.
    if (fact.guarded || use === undefined || use.key.isRegistered) return undefined;
    // A literal carries the message, whatever else the key may be.
    if (literalSecrets(use.key).length > 0) return undefined;
    return use.key.leaves
      .filter(({ guarded, isPiece }) => !guarded && !isPiece)
      .map((leaf) => weakness(leaf, use, fact.display, context))
      .filter((problem) => problem !== undefined);
  },
});

const BECAUSE =
  'One token is enough to try secrets offline, millions in a second, and who finds it signs tokens for any user.';
const HELP = 'Generate it: `openssl rand -base64 48`, and replace the one in use.';

function weakness(
  leaf: Leaf,
  { key, algorithm, bytes }: HmacKey,
  display: string,
  { file, environment, isChecked }: RuleContext,
): Problem | undefined {
  const { origin, place, trail } = leaf;
  const at = place.file === file ? place.span : key.span;
  if (origin.kind === 'zeros') {
    const message = `\`${display}\` uses a key of ${origin.bytes} zeros.`;
    return { at, message, because: 'Everyone knows the key, and signs tokens for any user with it.', help: HELP };
  }
  if (origin.kind !== 'environment' || origin.name === undefined) return undefined;
  const variable = environment(origin.name, place.file);
  if (variable === undefined || !isWeak(variable, bytes)) return undefined;
  // It is reported where it is read, once, however many files use it.
  if (place.file !== file && isChecked(place.file) && isChecked(file) && isWeak(variable, LEAST_BYTES))
    return undefined;
  const what = variable.isWellKnown
    ? 'a secret that attackers try first'
    : `a secret of ${variable.bytes} bytes, ${algorithm} takes ${bytes}`;
  return {
    at,
    cause: variable.place,
    message: `\`${display}\` gets ${what}: \`${origin.name}\`.`,
    because: BECAUSE,
    help: HELP,
    related: [
      ...stepsTo(place, trail, at, file, 'the variable is read here'),
      { ...variable.place, message: 'the secret is set here' },
    ],
  };
}

function isWeak({ isWellKnown, bytes }: EnvironmentVariable, least: number): boolean {
  return isWellKnown || bytes < least;
}
