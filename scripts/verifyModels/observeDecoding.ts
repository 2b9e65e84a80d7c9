import { createPublicKey } from 'node:crypto';
import { hmac, now, PUBLIC_KEY } from './forgery';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';

/** A call that takes a token apart, as code writes it: the same text runs here. */
interface Decoding {
  readonly imported: string;
  readonly subpath?: string;
  readonly call: string;
  /** Where the claims lie in what the call gives. */
  readonly path?: string;
  /** Where the package has it under its name, or by itself. */
  readonly name: string;
  readonly since?: string;
  readonly until?: string;
}

/** What calls read of tokens that somebody else has signed and that have expired. */
export async function observeDecoding(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const [packageName, { files, text, calls }] of Object.entries(DECODERS)) {
    for (const library of releasesOf(packageName)) {
      const source = sourceOf(library, files, text);
      const here = calls.filter(({ since = '0', until = '999' }) => isWithin(library.version, since, until));
      const probes = await Promise.all(here.map((it) => decodingProbes(library, it, source)));
      observations.push(...(await observe(library, packageName, probes.flat())));
    }
  }
  for (const library of releasesOf('jwks-rsa')) observations.push(...(await observeKeySet(library)));
  return observations;
}

function isWithin(version: string, since: string, until: string): boolean {
  const major = Number.parseInt(version, 10);
  return major >= Number(since) && major < Number(until);
}

async function decodingProbes(library: Library, decoding: Decoding, source: string): Promise<readonly Probe[]> {
  const { imported, subpath = '', call, path = '', name } = decoding;
  const exported = await load<Readonly<Record<string, unknown>>>(library, subpath);
  const token = hmac(256, 'of somebody else', { groups: 'staff', exp: now() - 3600 });
  const read = () => new Function(name, 'token', `return ${call}${path};`)(exported[name] ?? exported, token);
  const program = `import ${imported} from '${library.package}${subpath}';\nif (${call}${path}.groups === 'staff') open();`;
  const probe = { kind: 'TokenDecode', source, program };
  return [
    { ...probe, attribute: 'reads', probe: `${call}${path}`, run: () => partOf(read()) },
    // What lies in a list by its number is not followed (L26).
    ...(call.includes('header: true') || path.startsWith('[')
      ? []
      : [{ ...probe, attribute: 'claims', probe: `${call}${path}.groups`, run: () => claimOf(read()) }]),
  ];
}

function partOf(read: unknown): string {
  const { alg, sub } = read as { readonly alg?: string; readonly sub?: string };
  if (sub !== undefined) return 'claims';
  return alg === undefined ? 'nothing' : 'header';
}

function claimOf(read: unknown): string {
  return (read as { readonly groups?: string }).groups === 'staff' ? 'groups:compared' : '-';
}

const DECODERS: Readonly<
  Record<string, { readonly files: readonly string[]; readonly text: string; readonly calls: readonly Decoding[] }>
> = {
  'jwt-decode': {
    files: ['build/cjs/index.js', 'build/jwt-decode.cjs.js'],
    text: '.header',
    calls: [
      { imported: '{ jwtDecode }', name: 'jwtDecode', call: 'jwtDecode(token)', since: '4' },
      { imported: '{ jwtDecode }', name: 'jwtDecode', call: 'jwtDecode(token, { header: true })', since: '4' },
      { imported: 'jwtDecode', name: 'jwtDecode', call: 'jwtDecode(token)', until: '4' },
      { imported: 'jwtDecode', name: 'jwtDecode', call: 'jwtDecode(token, { header: true })', until: '4' },
    ],
  },
  '@oslojs/jwt': {
    files: ['dist/index.js'],
    text: 'export function decodeJWT(',
    calls: [
      { imported: '{ decodeJWT }', name: 'decodeJWT', call: 'decodeJWT(token)' },
      { imported: '{ parseJWT }', name: 'parseJWT', call: 'parseJWT(token)', path: '[1]' },
    ],
  },
  'aws-jwt-verify': {
    files: ['dist/cjs/jwt.js'],
    text: 'function decomposeUnverifiedJwt(',
    calls: [
      {
        imported: '{ decomposeUnverifiedJwt }',
        subpath: '/jwt',
        name: 'decomposeUnverifiedJwt',
        call: 'decomposeUnverifiedJwt(token)',
        path: '.payload',
      },
    ],
  },
};

/** Which keys of a set a client gives: a shared secret is none of them. */
async function observeKeySet(library: Library): Promise<readonly Observation[]> {
  type Client = { getSigningKeys(): Promise<readonly { getPublicKey(): string }[]> };
  const create = await load<(options: object) => Client>(library);
  const rsa = { ...PUBLIC_KEY.export({ format: 'jwk' }), kid: 'a', use: 'sig' };
  const secret = { kty: 'oct', k: 'c2VjcmV0', kid: 'b', use: 'sig' };
  const probe = (text: string, keys: readonly object[]): Probe => ({
    attribute: 'key',
    probe: text,
    source: sourceOf(library, 'src/utils.js', 'async function retrieveSigningKeys('),
    async run() {
      const client = create({ jwksUri: 'https://issuer.example/keys', fetcher: async () => ({ keys }) });
      const found = await client.getSigningKeys();
      return found.map((key) => createPublicKey(key.getPublicKey()).asymmetricKeyType).join(', ') || 'none';
    },
  });
  return observe(library, 'client.getSigningKeys()', [
    probe('an RSA key and a shared secret', [rsa, secret]),
    probe('a shared secret', [secret]),
  ]);
}
