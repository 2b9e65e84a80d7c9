import { createPublicKey } from 'node:crypto';
import { DECODERS, type Decoding, ofSomebodyElse } from './decoders';
import { PUBLIC_KEY } from './forgery';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';
import { observeServerSession } from './observeServerSession';
import { observeStrategies } from './observeStrategies';

/** What calls read of tokens that somebody else has signed and that have expired. */
export async function observeDecoding(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const [packageName, { files, text, calls }] of Object.entries(DECODERS)) {
    for (const library of releasesOf(packageName)) {
      const here = calls.filter(({ since = '0', until = '999' }) => isWithin(library.version, since, until));
      if (here.length === 0) continue;
      const source = sourceOf(library, files, text);
      const probes = await Promise.all(here.map((it) => decodingProbes(library, it, source)));
      observations.push(...(await observe(library, packageName, probes.flat())));
    }
  }
  observations.push(...(await observeStrategies()), ...(await observeServerSession()));
  for (const library of releasesOf('jwks-rsa')) observations.push(...(await observeKeySet(library)));
  return observations;
}

function isWithin(version: string, since: string, until: string): boolean {
  const major = Number.parseInt(version, 10);
  return major >= Number(since) && major < Number(until);
}

async function decodingProbes(library: Library, decoding: Decoding, source: string): Promise<readonly Probe[]> {
  const { imported, subpath = '', before = '', call, path = '', name, isHeader, careful } = decoding;
  const exported = await load<Readonly<Record<string, unknown>>>(library, subpath);
  const given = decoding.given === undefined ? (exported[name] ?? exported) : await decoding.given(library, exported);
  const token = await (decoding.token ?? ofSomebodyElse)(exported);
  const run = (text: string) => new Function(name, 'token', `return ${text}${path};`)(given, token);
  const read = () => run(call);
  const program = `import ${imported} from '${library.package}${subpath}';\n${before}if (${call}${path}.groups === 'staff') open();`;
  const probe = { kind: 'TokenDecode', source, program };
  return [
    {
      ...probe,
      attribute: 'reads',
      probe: `${call}${path}`,
      run: () => partOf(read(), careful && (() => run(careful))),
    },
    // What lies in a list by its number is not followed (L26).
    ...(isHeader === true || path.startsWith('[')
      ? []
      : [{ ...probe, attribute: 'claims', probe: `${call}${path}.groups`, run: () => claimOf(read()) }]),
  ];
}

/** What of a token is read, in the words of the fact `TokenDecode`. */
function partOf(read: unknown, careful?: (() => unknown) | ''): string {
  const { alg, sub } = read as { readonly alg?: string; readonly sub?: string };
  if (sub !== undefined) return careful && throws(careful) ? 'unchecked' : 'claims';
  return alg === undefined ? 'nothing' : 'header';
}

function throws(call: () => unknown): boolean {
  try {
    call();
    return false;
  } catch {
    return true;
  }
}

function claimOf(read: unknown): string {
  return (read as { readonly groups?: string }).groups === 'staff' ? 'groups:compared' : '-';
}

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
