import { namesOn } from '../../facts/derive/allowlist';
import { literalSecrets } from '../../facts/derive/secret';
import type { FactOf, Flow, Leaf } from '../../facts/schema';
import type { OneOf, Problem, RuleContext } from '../rule';
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
    const use = keyUseOf(fact);
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

interface KeyUse {
  readonly key: Flow;
  /** The algorithm of the smallest hash that the key is used for, and the bytes that it takes. */
  readonly algorithm: string;
  readonly bytes: number;
}

/** The use of a key with HMAC; `undefined` where it is a key of another kind, or protects something else. */
function keyUseOf(fact: OneOf<'TokenSign' | 'TokenVerify' | 'SecretUse'>): KeyUse | undefined {
  switch (fact.kind) {
    case 'SecretUse':
      return fact.attributes.purpose.constant === 'token' ? withHash(fact.attributes.value, []) : undefined;
    case 'TokenSign': {
      const { key, algorithm } = fact.attributes;
      return withHash(key, algorithm.complete ? algorithm.values.map(({ value }) => value) : []);
    }
    case 'TokenVerify':
      return withHash(fact.attributes.key, acceptedBy(fact));
  }
}

function acceptedBy({ attributes: { algorithms } }: FactOf<'TokenVerify'>): readonly string[] {
  return algorithms.complete ? algorithms.values.flatMap(({ value }) => namesOn(value)) : [];
}

const HASHES = [
  ['HS256', 32],
  ['HS384', 48],
  ['HS512', 64],
] as const;

/** HS256 is what a secret is for where nothing else is said. */
function withHash(key: Flow, algorithms: readonly string[]): KeyUse | undefined {
  const hash = HASHES.find(([name]) => algorithms.length === 0 || algorithms.includes(name));
  return hash && { key, algorithm: hash[0], bytes: hash[1] };
}

const BECAUSE =
  'One token is enough to try secrets offline, millions in a second, and who finds it signs tokens for any user.';
const HELP = 'Generate it: `openssl rand -base64 48`, and replace the one in use.';

function weakness(
  leaf: Leaf,
  { key, algorithm, bytes }: KeyUse,
  display: string,
  { file, environment }: RuleContext,
): Problem | undefined {
  const { origin, place, trail } = leaf;
  const at = place.file === file ? place.span : key.span;
  if (origin.kind === 'zeros') {
    const message = `\`${display}\` uses a key of ${origin.bytes} zeros.`;
    return { at, message, because: 'Everyone knows the key, and signs tokens for any user with it.', help: HELP };
  }
  if (origin.kind !== 'environment' || origin.name === undefined) return undefined;
  const variable = environment(origin.name, place.file);
  if (variable === undefined || (!variable.isWellKnown && variable.bytes >= bytes)) return undefined;
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
