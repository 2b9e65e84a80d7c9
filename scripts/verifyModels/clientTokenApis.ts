import { now, PUBLIC_KEY, PUBLIC_PEM, rsaSigned, SECRET } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import { bearer, verdictOf } from './serve';
import { toSource } from './source';
import { algorithmOf, HS256, signings, type TokenApi, withoutOptions } from './tokenApi';

export async function oslo(library: Library): Promise<TokenApi> {
  const { createJWT, validateJWT } = await load<{
    createJWT(algorithm: string, key: Uint8Array, payload: object): Promise<string>;
    validateJWT(algorithm: string | undefined, key: Uint8Array, token: string): Promise<unknown>;
  }>(library, '/jwt');
  const program = (call: string) => `import { createJWT, validateJWT } from 'oslo/jwt';\n${call};`;
  const bytes = (key: unknown) => new TextEncoder().encode(String(key));
  const sign = (algorithm: string) => createJWT(algorithm, bytes('secret'), { sub: 'u1' });
  return {
    library,
    sign: {
      api: 'createJWT()',
      source: sourceOf(library, 'dist/jwt/index.js', 'export async function createJWT('),
      tried: signings(program, [
        ['algorithm', "createJWT('HS256', key, {})", () => sign('HS256')],
        ['algorithm', "createJWT('HS512', key, {})", () => sign('HS512')],
        ['algorithm', "createJWT('none', key, {})", () => sign('none')],
        ['lifetime', "createJWT('HS256', key, {})", () => sign('HS256')],
      ]),
    },
    verify: {
      api: 'validateJWT()',
      source: sourceOf(library, 'dist/jwt/index.js', 'export async function validateJWT('),
      program: program('validateJWT(undefined, key, token)'),
      programOfNone: program("validateJWT('none', key, token)"),
      accepts: (token, key, options) => validateJWT(algorithmOf(options), bytes(key), token),
      checks: withoutOptions(program("validateJWT('HS256', key, token)")),
    },
  };
}

/** With a key in place of those that Google publishes. */
export async function googleAuth(library: Library): Promise<TokenApi> {
  interface Client {
    getFederatedSignonCertsAsync(): Promise<{ readonly certs: object }>;
    verifyIdToken(options: object): Promise<unknown>;
  }
  const { OAuth2Client } = await load<{ OAuth2Client: new () => Client }>(library);
  const program = (options: string) =>
    `import { OAuth2Client } from 'google-auth-library';\nnew OAuth2Client().verifyIdToken({ idToken,${options.slice(1)});`;
  return {
    library,
    verify: {
      api: 'client.verifyIdToken()',
      source: sourceOf(library, 'build/src/auth/oauth2client.js', 'async verifySignedJwtWithCertsAsync('),
      program: program('{ }'),
      accepts(idToken, key, options) {
        const client = new OAuth2Client();
        // Tokens without a key id ask for the key of that name.
        client.getFederatedSignonCertsAsync = async () => ({ certs: { undefined: key } });
        const { algorithms: _, ...others } = { algorithms: [], ...options };
        return client.verifyIdToken({ idToken, ...others });
      },
      checks: {
        options: { checksAudience: { audience: 'here' } },
        program,
        skew: 300,
        made: {
          token: (claims) => rsaSigned({ iat: now() - 60, exp: now() + 3600, ...claims, iss: issuerOf(claims.iss) }),
          key: PUBLIC_PEM,
        },
      },
    },
  };
}

/** With a key in place of those that the issuer publishes. */
export async function awsJwtVerify(library: Library): Promise<TokenApi> {
  interface Verifier {
    create(options: object, given: object): { verify(token: string): Promise<unknown> };
  }
  const { JwtVerifier } = await load<{ JwtVerifier: Verifier }>(library);
  const given = { issuer: 'us', audience: 'here' };
  const jwksUri = 'https://issuer.example/keys';
  const program = (options: string) =>
    `import { JwtVerifier } from 'aws-jwt-verify';\nJwtVerifier.create({ ...${toSource(given)}, jwksUri,${options.slice(1)}).verify(token);`;
  return {
    library,
    verify: {
      api: 'JwtVerifier.create().verify()',
      source: sourceOf(library, 'dist/cjs/jwt.js', 'function validateJwtFields('),
      program: program('{ }'),
      accepts(token, key, options) {
        const jwk = { ...PUBLIC_KEY.export({ format: 'jwk' }), alg: 'RS256', kid: 'a' };
        const jwksCache = { getJwk: async () => (key === PUBLIC_PEM ? jwk : key) };
        return JwtVerifier.create({ ...given, jwksUri, ...options }, { jwksCache }).verify(token);
      },
      checks: {
        options: {
          clockTolerance: { graceSeconds: 20 },
          checksIssuer: { issuer: null },
          checksAudience: { audience: null },
        },
        program,
        made: { token: (claims) => rsaSigned(claims), key: PUBLIC_PEM },
      },
    },
  };
}

/** Google's own, in place of a good one. */
function issuerOf(issuer: unknown): unknown {
  return issuer === 'us' ? 'https://accounts.google.com' : issuer;
}

/** The strategy of Remix that reads bearer tokens. */
export async function remixAuthJwt(library: Library): Promise<TokenApi> {
  type Strategy = { authenticate(request: Request, storage: object, options: object): Promise<unknown> };
  type Verify = (given: { readonly payload: unknown }) => Promise<unknown>;
  const { JwtStrategy } = await load<{ JwtStrategy: new (options: object, verify: Verify) => Strategy }>(library);
  const authenticate = (token: string, secret: unknown, options?: object) =>
    new JwtStrategy({ secret, ...options }, async ({ payload }) => payload).authenticate(
      new Request('https://localhost/', { headers: bearer(token) }),
      {},
      {},
    );
  return {
    library,
    verify: {
      api: 'new JwtStrategy()',
      source: sourceOf(library, 'build/index.js', 'this.jwt.verify(token'),
      program: program('{ secret }'),
      accepts: authenticate,
      checks: {
        options: {},
        needs: HS256,
        program: () => program("{ secret, algorithms: ['HS256'] }"),
        verdict: (bad) =>
          authenticate(bad, SECRET, HS256).catch((answer: unknown) =>
            answer instanceof Response ? verdictOf(answer.status) : 'rejects',
          ),
      },
    },
  };

  function program(options: string): string {
    return `import { JwtStrategy } from 'remix-auth-jwt';\nnew JwtStrategy(${options}, verify);`;
  }
}
