import { hmac, now } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import type { Options } from './source';
import { type Signing, signings, type TokenApi } from './tokenApi';

/** Tokens of another form: their version and purpose say how they are signed. */
export async function paseto(library: Library): Promise<TokenApi> {
  return library.version.startsWith('3.') ? paseto3(library) : paseto4(library);
}

type Claims = Options & { readonly exp?: string };

async function paseto3(library: Library): Promise<TokenApi> {
  type Call = (value: unknown, key: unknown, options?: object) => Promise<string>;
  type Keys = { readonly secretKey: unknown; readonly publicKey: unknown };
  const { V4, decode } = await load<{
    V4: { sign: Call; verify: Call; generateKey(purpose: string, options: object): Promise<Keys> };
    decode(token: string): { readonly payload: Claims };
  }>(library);
  const { secretKey, publicKey } = await V4.generateKey('public', { format: 'paserk' });
  const program = (call: string) => `import { V4 } from 'paseto';\nV4.${call};`;
  const made = (options: string, claims: Options, given?: Options): TrySigning => [
    `sign(${options})`,
    async () => decode(await V4.sign(claims, secretKey, given)).payload,
  ];
  return {
    library,
    sign: {
      api: 'V4.sign()',
      source: sourceOf(library, 'lib/help/apply_options.js', 'expiresIn'),
      tried: lifetimes(program, [
        made('{}, secretKey', {}),
        made('{}, secretKey, { expiresIn: undefined }', {}, { expiresIn: undefined }),
        made("{}, secretKey, { expiresIn: '2 hours' }", {}, { expiresIn: '2 hours' }),
        made("{}, secretKey, { expiresIn: '15m' }", {}, { expiresIn: '15m' }),
        made('{}, secretKey, { expiresIn: 3600 }', {}, { expiresIn: 3600 }),
      ]),
    },
    verify: {
      api: 'V4.verify()',
      source: sourceOf(library, 'lib/v4/verify.js', 'module.exports'),
      program: program('verify(token, publicKey, {})'),
      accepts: (token, key, options) => V4.verify(token, key, options),
      checks: {
        options: {
          ignoresExpiration: { ignoreExp: true },
          ignoresNotBefore: { ignoreNbf: true },
          clockTolerance: { clockTolerance: '20 seconds' },
          checksIssuer: { issuer: 'us' },
          checksAudience: { audience: 'here' },
        },
        program: (options) => program(`verify(token, publicKey, ${options})`),
        made: { token: (claims) => V4.sign(withDates(claims), secretKey, { iat: false }), key: publicKey },
      },
    },
  };
}

async function paseto4(library: Library): Promise<TokenApi> {
  interface Protocol {
    GenerateKeyPair(): Promise<{ readonly secretKey: unknown; readonly publicKey: unknown }>;
    Sign(key: unknown, claims: Options, options?: Options): Promise<string>;
    Verify(key: unknown, token: string, options?: object): Promise<{ readonly claims: Claims }>;
  }
  const { PublicProtocol } = await load<{ PublicProtocol: new (...factories: readonly unknown[]) => Protocol }>(
    library,
  );
  const factories = await load<Readonly<Record<string, unknown>>>(library, '/v4/public');
  const { GenerateKeyPairFactory, SignFactory, VerifyFactory } = factories;
  const protocol = new PublicProtocol(GenerateKeyPairFactory, SignFactory, VerifyFactory);
  const { secretKey, publicKey } = await protocol.GenerateKeyPair();
  const program = (call: string) =>
    `import { PublicProtocol } from 'paseto';\nconst signing = new PublicProtocol(SignFactory, VerifyFactory);\nsigning.${call};`;
  const made = (options: string, given?: Options): TrySigning => [
    `Sign(secretKey, {}${options})`,
    async () => {
      const token = await protocol.Sign(secretKey, {}, given);
      return (await protocol.Verify(publicKey, token, { allowNonExpiring: true })).claims;
    },
  ];
  return {
    library,
    sign: {
      api: 'signing.Sign()',
      source: sourceOf(library, 'index.js', 'const nonExpiring ='),
      tried: lifetimes(program, [
        made(''),
        made(', { expiresIn: undefined }', { expiresIn: undefined }),
        made(', { expiresIn: 900 }', { expiresIn: 900 }),
        made(', { nonExpiring: true }', { nonExpiring: true }),
      ]),
    },
    verify: {
      api: 'signing.Verify()',
      source: sourceOf(library, 'index.js', 'const allowNonExpiring ='),
      program: program('Verify(publicKey, token, {})'),
      accepts: (token, key, options) => protocol.Verify(key, token, options),
      checks: {
        options: {
          clockTolerance: { clockTolerance: 20 },
          checksIssuer: { issuer: 'us' },
          checksAudience: { audience: 'here' },
        },
        program: (options) => program(`Verify(publicKey, token, ${options})`),
        made: {
          token: (claims) => protocol.Sign(secretKey, withDates({ exp: now() + 3600, iat: now() - 7200, ...claims })),
          key: publicKey,
        },
      },
    },
  };
}

type TrySigning = readonly [call: string, claimsOf: () => Promise<Claims>];

/** Of claims, their end is all that is asked for: a token of the usual form with the same end tells it. */
function lifetimes(program: (call: string) => string, tried: readonly TrySigning[]): readonly Signing[] {
  return signings(
    program,
    tried.map(([call, claimsOf]) => [
      'lifetime',
      call,
      async () => {
        const { exp } = await claimsOf();
        return hmac(256, '', exp === undefined ? {} : { exp: Math.round(Date.parse(exp) / 1000) });
      },
    ]),
  );
}

/** Times as these tokens write them. */
function withDates(claims: Options): Options {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      typeof value === 'number' ? new Date(value * 1000).toISOString() : value,
    ]),
  );
}
