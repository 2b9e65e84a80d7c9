import { hmac, now, PUBLIC_KEY, PUBLIC_PEM, rsaSigned, SECRET } from './forgery';
import type { Probe } from './observation';
import { type Options, toSource } from './source';
import { type Accepts, passes } from './verdicts';

type Attribute = 'ignoresExpiration' | 'ignoresNotBefore' | 'clockTolerance' | 'checksIssuer' | 'checksAudience';

/** What is written to tell a verifier more than its default, by what that decides. */
export type ClaimOptions = Readonly<Partial<Record<Attribute, Options>>>;

/** How a verifier is asked for what it makes of claims, and of bad tokens. */
export interface ClaimChecks {
  readonly options: ClaimOptions;
  /** The call in a program, with these options beside those that it needs. */
  program(options: string): string;
  /** What every call needs. */
  readonly needs?: Options;
  /** How a bad token is told of, where looking at the call does not say so. */
  verdict?(bad: string): unknown;
  /** How many seconds clocks may differ, whatever is written. */
  readonly skew?: number;
  /** A good token with these claims, and its key, where it is no JWT. */
  readonly made?: { token(claims: Options): string | Promise<string>; readonly key: unknown };
}

/** Options of jsonwebtoken's `verify`, of all that hand them on, and of jose. */
const ISSUERS = { checksIssuer: { issuer: 'us' }, checksAudience: { audience: 'here' } } as const;
export const JSONWEBTOKEN_OPTIONS: ClaimOptions = {
  ignoresExpiration: { ignoreExpiration: true },
  ignoresNotBefore: { ignoreNotBefore: true },
  clockTolerance: { clockTolerance: 20 },
  ...ISSUERS,
};
export const JOSE_OPTIONS: ClaimOptions = { clockTolerance: { clockTolerance: 20 }, ...ISSUERS };

/** Options of hono and hapi, by the names of the claims. */
export const HONO_OPTIONS: ClaimOptions = {
  ignoresExpiration: { exp: false },
  ignoresNotBefore: { nbf: false },
  checksIssuer: { iss: 'us' },
  checksAudience: { aud: 'here' },
};

/** What a verifier makes of claims, with and without the options that it has for them, and how it says no. */
export function claimProbes(source: string, accepts: Accepts, checks: ClaimChecks): readonly Probe[] {
  const {
    options,
    needs = {},
    skew = 0,
    made = { token: (claims: Options) => hmac(256, SECRET, claims), key: SECRET },
  } = checks;
  const takes = async (claims: Options, asked: Options) =>
    passes(accepts, await made.token({ iss: 'us', aud: 'here', ...claims }), made.key, { ...needs, ...asked });
  const probe = (attribute: string, asked: Options, run: () => unknown): Probe => {
    const text = toSource(asked);
    return { attribute, probe: text, source, program: checks.program(text), run };
  };
  const both = (attribute: Attribute, answer: (asked: Options) => unknown) =>
    [{}, options[attribute]]
      .filter((asked) => asked !== undefined)
      .map((asked) => probe(attribute, asked, () => answer(asked)));
  const refuses = (claims: Options) => async (asked: Options) => {
    if (!(await takes({}, asked))) return 'rejected';
    return !(await takes(claims, asked));
  };
  const ignores = (claims: () => Options) => async (asked: Options) => takes(claims(), asked);
  return [
    ...both(
      'ignoresExpiration',
      ignores(() => ({ exp: now() - skew - 60 })),
    ),
    ...both(
      'ignoresNotBefore',
      ignores(() => ({ nbf: now() + skew + 60 })),
    ),
    ...both('clockTolerance', (asked) => toleranceOf((age) => takes({ exp: now() - age }, asked), skew)),
    ...both('checksIssuer', refuses({ iss: 'somebody' })),
    ...both('checksAudience', refuses({ aud: 'elsewhere' })),
    ...(made.key === SECRET ? [probe('hmacWithPublicKey', {}, () => confusion(accepts, needs))] : []),
    probe('verdict', {}, async () => {
      const bad = made.key === SECRET ? hmac(256, 'another') : 'no token';
      return checks.verdict?.(bad) ?? sayingOf(() => accepts(bad, made.key, needs));
    }),
  ].map((it) => (it.attribute === 'hmacWithPublicKey' ? { ...it, probe: 'HS256 and RS256, public PEM' } : it));
}

/** For how many seconds after its end a token passes; beyond a day is too long to be meant. */
async function toleranceOf(passesAt: (age: number) => Promise<boolean>, skew: number): Promise<string> {
  for (const [age, tolerance] of [
    [25_000, '— (endless)'],
    [skew + 25, '20000'],
    [skew + 15, '20'],
    [skew + 2, 'seconds'],
    [skew - 5, String(skew)],
  ] as const) {
    if (await passesAt(age)) return tolerance;
  }
  return '0';
}

/** Whether a list that allows both lets the public key be the secret; some take no list. */
async function confusion(accepts: Accepts, needs: Options): Promise<string> {
  const list = { ...needs, algorithms: ['HS256', 'RS256'] };
  if (!(await passes(accepts, hmac(256, SECRET), SECRET, list))) return '— (no list)';
  for (const key of [PUBLIC_PEM, PUBLIC_KEY]) {
    if (!(await passes(accepts, rsaSigned(), key, list))) continue;
    return (await passes(accepts, hmac(256, PUBLIC_PEM), key, list)) ? 'accepted' : 'rejected';
  }
  return '— (no list)';
}

/** How a call says that a token is bad, in the words of the fact `TokenVerify`. */
async function sayingOf(call: () => unknown): Promise<string> {
  let answer: unknown;
  try {
    answer = call();
  } catch {
    return 'throws';
  }
  try {
    const settled = await answer;
    if (settled) return 'accepted';
    return answer instanceof Promise ? 'resolves' : 'returns';
  } catch {
    return 'rejects';
  }
}
