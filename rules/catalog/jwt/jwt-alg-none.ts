import { namesOn } from '../../facts/derive/allowlist';
import { type KeyKind, keyKindOf } from '../../facts/derive/key';
import { assign } from '../../facts/edit';
import { findWitness } from '../../facts/judge';
import type { Allowlist, Fact, FactOf, Setting } from '../../facts/schema';
import type { SettingValue } from '../../facts/schema/settings';
import type { Fix } from '../../finding';
import { type OneOf, type Problem, rule, stepsTo } from '../rule';
import { algorithmFixes } from './algorithms';

const BECAUSE =
  'A token that nobody signed passes as genuine, so anyone can write one, with any user and any role in it.';
const BECAUSE_OF_OTHERS =
  'The list says that a token which nobody signed is fine: with another library, or where the list is read elsewhere, it is.';

export default rule({
  id: 'jwt-alg-none',
  summary: 'A token without a signature is accepted or made',
  severity: 'error',
  preset: 'recommended',
  cwe: [347, 327],
  asvs: ['9.1.2'],
  standards: ['RFC 8725 §3.2'],
  securitySeverity: 9.1,
  on: ['TokenSign', 'TokenVerify'],

  check(fact, { file, facts, testsAlgorithm }) {
    if (fact.guarded || staysInside(fact, facts)) return undefined;
    if (fact.kind === 'TokenSign') return checkSign(fact, file);
    return checkVerify(fact, file) ?? (testsAlgorithm(fact) ? undefined : checkNamed(fact, file));
  },
});

/**
 * A token that one function writes down and reads again, to have its claims checked: nobody else sees it. So it is where
 * the library has no other algorithm for either.
 */
function staysInside(fact: OneOf<'TokenSign' | 'TokenVerify'>, facts: readonly Fact[]): boolean {
  const owner = fact.around[fact.around.length - 1];
  if (owner === undefined || fact.via.length > 0 || !isUnsecured(fact)) return false;
  const isOther = (one: Fact): boolean =>
    (one.kind === 'TokenSign' || one.kind === 'TokenVerify') &&
    one.kind !== fact.kind &&
    one.via.length === 0 &&
    one.around[one.around.length - 1] === owner &&
    (one.kind === 'TokenSign' ? one.span.start < fact.span.start : fact.span.start < one.span.start) &&
    isUnsecured(one);
  return facts.some(isOther);
}

/** Made for unsecured tokens: `none` is its default. */
function isUnsecured({ kind, attributes }: OneOf<'TokenSign' | 'TokenVerify'>): boolean {
  if (kind === 'TokenSign')
    return attributes.algorithm.values.every((one) => one.source === 'default' && isNone(one.value));
  return attributes.algorithms.values.every(
    ({ source, value }) => source === 'default' && typeof value !== 'string' && value.every(isNone),
  );
}

function checkSign({ display, attributes }: FactOf<'TokenSign'>, file: string): Problem | undefined {
  const { algorithm, key, signsNone } = attributes;
  const none = algorithm.values.find((one) => !one.guarded && isNone(one.value));
  if (none === undefined || !signsNone.constant) return undefined;
  return {
    at: algorithm.span,
    message: `\`${display}\` makes a token without a signature.`,
    because: BECAUSE,
    help: 'Sign with an algorithm that fits the key: HS256 for a shared secret, RS256 or ES256 for a key pair.',
    related:
      none.source === 'written' ? stepsTo(none.place, none.trail, algorithm.span, file, '`none` is written here') : [],
    fixes: algorithmFixes('Sign with an algorithm', algorithm, keyKindOf(key), 'name'),
  };
}

function checkVerify(fact: FactOf<'TokenVerify'>, file: string): Problem | undefined {
  const { algorithms, key, unsignedWithoutKey } = fact.attributes;
  const kind = keyKindOf(key);
  const listed = algorithms.values.find((one) => !one.guarded && namesOn(one.value).some(isNone));
  if (listed !== undefined) {
    const isWritten = listed.source === 'written';
    const isRefused = unsignedWithoutKey.constant === 'rejected';
    if (isRefused && !isWritten) return undefined;
    const what = isWritten ? 'lists `none` among the algorithms that it accepts' : 'accepts tokens without a signature';
    return {
      at: algorithms.span,
      ...(isRefused && { severity: 'information' }),
      message: isRefused
        ? `\`${fact.display}\` lists \`none\`, and refuses unsigned tokens all the same.`
        : `\`${fact.display}\` ${what}.`,
      because: isRefused ? BECAUSE_OF_OTHERS : BECAUSE,
      help: 'Verify the signature, and list only the algorithms that the issuer signs with.',
      related: isWritten ? stepsTo(listed.place, listed.trail, algorithms.span, file, '`none` is listed here') : [],
      fixes: withoutNone(algorithms, listed, kind),
    };
  }
  const isMissing = kind === 'nothing' && key.leaves.every(({ guarded }) => !guarded);
  const isUnlimited = algorithms.complete && algorithms.values.every(({ value }) => typeof value === 'string');
  if (!isMissing || unsignedWithoutKey.constant !== 'accepted' || !isUnlimited) return undefined;
  return {
    at: key.span,
    message: `\`${fact.display}\` has no key, and accepts tokens without a signature.`,
    because: BECAUSE,
    help: 'Give the key that the issuer signs with, and list its algorithms.',
  };
}

/** The token names the algorithm, and may name `none`. */
function checkNamed({ display, attributes }: FactOf<'TokenVerify'>, file: string): Problem | undefined {
  const { algorithms, unsignedWithoutKey } = attributes;
  const named = findWitness(algorithms, (value) => value === 'token');
  if (named === undefined || unsignedWithoutKey.constant !== 'accepted-if-none-is-named') return undefined;
  return {
    at: algorithms.span,
    message: `\`${display}\` accepts the algorithm that the token itself names, \`none\` among them.`,
    because: BECAUSE,
    help: 'Name the algorithm that the issuer signs with.',
    related: stepsTo(named.place, named.trail, algorithms.span, file, 'the token names it here'),
  };
}

function isNone(algorithm: string): boolean {
  return algorithm.toLowerCase() === 'none';
}

/** Dropping `none` from a list that holds others takes nothing from anybody but forgers; else the user chooses. */
function withoutNone(algorithms: Setting<Allowlist>, { value }: SettingValue<Allowlist>, key: KeyKind): readonly Fix[] {
  const others = namesOn(value).filter((algorithm) => !isNone(algorithm));
  if (!algorithms.complete || algorithms.values.length !== 1) return [];
  if (others.length === 0) return algorithmFixes('List the accepted algorithms', algorithms, key, 'list');
  const edits = assign({
    setting: algorithms,
    code: ({ quote }) => `[${others.map((algorithm) => `${quote}${algorithm}${quote}`).join(', ')}]`,
  });
  return edits === undefined ? [] : [{ title: "Drop `'none'` from the list", safety: 'safe', edits }];
}
