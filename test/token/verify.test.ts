import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import {
  CompactEncrypt,
  CompactSign,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
} from 'jose';
import { type Verification, verifySignature } from '../../rules/token';
import { decoded, encode, tokenOf } from './tokens';

const SECRET = 'a secret of our own, long enough';
const encoder = new TextEncoder();

/** Signed by a key that was thrown away. */
const CERTIFIED = {
  raw: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.oTmseE1sOJ0O3jxeEogCJdFz6-3DVaEBnvtiJ8BTZpqOddq5uRHI1qAyj-ogE2ol19PafttBzux071wpvbuelra6tHFookXijkbp0yhZ2l4YnCcwZ23G6MQ2CUTI_VJM_9V3AluZY1-W29IfvrRJP30lrpAxiJzCKwvnqZ3njni6N0to4V3JXWAYzixloerHs0EiRWO2lAfnYKggxbQ5vhLljGSV8ENEtnnwsx8RrU1M9CAY5C8kwLPrgv5aLRcSvyVGqZxlG6Ezmmt2lYPhRGpAt1cUFoDvXlfoctAbnLb4UudVLEqf1_Ku8TUUk4CJj_QhHCfVPQSQDiMpT7-Tzw',
  certificate: `-----BEGIN CERTIFICATE-----
MIIDETCCAfmgAwIBAgIUYlTGO4HvZFdWifdhaq8WjRFaemowDQYJKoZIhvcNAQEL
BQAwGDEWMBQGA1UEAwwNYXV0aGxpbnQtdGVzdDAeFw0yNjExMjExMzQxMDFaFw0z
NjExMTgxMzQxMDFaMBgxFjAUBgNVBAMMDWF1dGhsaW50LXRlc3QwggEiMA0GCSqG
SIb3DQEBAQUAA4IBDwAwggEKAoIBAQC40TgzcHKm8oDZvxBsC/Cs5NblOg5QT8Sz
ucJKXWxnyCp6+zizv9HdAOICCmNdA6QZroroNZF8f8EYUnv4JGpDdRRFNYCYSX5l
ej1Ax+id0/W5Zss+TfChLqOakDPG1t5mA3M8xZIHgPaGdYzjqpQh9PHezC4Kr+xZ
PljOvLDl/O9T8WOhujS14QAFN868zaq/wG85dlOtHO/Vaduym14A75Y0bu1qTyMT
cZ4NnDa7B0yHmPpCagcVlIHqT9H9wm1s9t9huYX7kZc43cKYhNGA1sFtcvRc8AMY
rKnoR7yQywLDRESOsgbmYt0/F3qXS9iv6ylh4bDLn90mPxfsnQBnAgMBAAGjUzBR
MB0GA1UdDgQWBBQ1dyksjIRFvh9uFV7k04lVr7TKwzAfBgNVHSMEGDAWgBQ1dyks
jIRFvh9uFV7k04lVr7TKwzAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUA
A4IBAQBVu8lxqCzjIOZ3I/wEQ8FjsuuaEpM+L/6x5jW8eRxchunKsHYjOjCVtFiy
vhBSoJD58Gn0n1pD6LLYAP+R7UXOZbcumQr5k0O6YDFvH970tnJHxSTI7Hp2FXlx
9CtrITzERtgkDPXCeafDCzkkcPcmY3DWwCrYxmaSql7oAhn2PKGno5D+CwqUVwB+
dc4zfX2ZJjnvh6eblSNb75c4KadK7aFp1zu2DHDmOnLLZuVU2vOsEUXDDsYiTTVN
5gpw9uNQAniNqAESS+0ruek9CMlXx/nNwcsbN2mbnDLAUG4a8elytkh+oP4/W5dw
PuiCOBpkuPNrHtIn9MWglOsJowve
-----END CERTIFICATE-----
`,
};

function signed(alg: string, key: Parameters<SignJWT['sign']>[0], header: object = {}): Promise<string> {
  return new SignJWT({ sub: '1', name: 'Zoë' }).setProtectedHeader({ alg, ...header }).sign(key);
}

function verify(raw: string, key: string): Promise<Verification> {
  return verifySignature(decoded(raw), key);
}

async function outcomeOf(raw: string, key: string): Promise<string> {
  return (await verify(raw, key)).outcome;
}

/** The same token with another payload under the same signature. */
function altered(raw: string): string {
  const [header, , signature] = raw.split('.');
  return `${header}.${encode({ sub: '2' })}.${signature}`;
}

interface Pair {
  readonly raw: string;
  readonly spki: string;
  readonly pkcs8: string;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

async function pairFor(alg: string): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const [spki, pkcs8] = await Promise.all([exportSPKI(publicKey), exportPKCS8(privateKey)]);
  const [publicJwk, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
  return { raw: await signed(alg, privateKey), spki, pkcs8, publicJwk, privateJwk };
}

describe('verifying a signature', function () {
  this.timeout(20_000);

  for (const alg of ['RS256', 'RS384', 'RS512', 'PS256', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']) {
    it(`${alg}, with the key in every form`, async () => {
      const { raw, spki, pkcs8, publicJwk, privateJwk } = await pairFor(alg);
      const stranger = await pairFor(alg);
      const forms: Record<string, string> = {
        spki,
        // What is left of a PEM file that is pasted into one line.
        oneLine: spki.replaceAll('\n', ' '),
        noBreaks: spki.replaceAll('\n', ''),
        windows: `# our key\r\n${spki.replaceAll('\n', '\r\n')}\r\n`,
        pkcs8,
        jwk: JSON.stringify(publicJwk),
        withUse: JSON.stringify({ ...publicJwk, alg, use: 'sig', key_ops: ['verify'] }),
        privateJwk: JSON.stringify({ ...privateJwk, key_ops: ['sign'], ext: true }),
        jwks: JSON.stringify({ keys: [stranger.publicJwk, publicJwk] }),
      };
      for (const [form, key] of Object.entries(forms)) {
        assert.equal(await outcomeOf(raw, key), 'valid', form);
        assert.equal(await outcomeOf(altered(raw), key), 'invalid', form);
      }
      for (const key of [stranger.spki, JSON.stringify(stranger.publicJwk)]) {
        assert.equal(await outcomeOf(raw, key), 'invalid');
      }
    });
  }

  for (const alg of ['HS256', 'HS384', 'HS512']) {
    it(`${alg}, with the secret in every form`, async () => {
      const bytes = Buffer.from('\u{1}\u{2}of our own: é, and long enough?', 'utf8');
      const raw = await signed(alg, bytes);
      for (const key of [
        bytes.toString('utf8'),
        `${bytes.toString('utf8')}\n`,
        bytes.toString('base64'),
        bytes.toString('base64url'),
        ` ${bytes.toString('hex')}\n`,
        JSON.stringify({ kty: 'oct', k: bytes.toString('base64url') }),
        JSON.stringify({
          keys: [{ kty: 'RSA' }, { kty: 'oct', k: 'AAAA' }, { kty: 'oct', k: bytes.toString('base64url') }],
        }),
      ]) {
        assert.equal(await outcomeOf(raw, key), 'valid', key);
        assert.equal(await outcomeOf(altered(raw), key), 'invalid');
      }
      assert.equal(await outcomeOf(raw, 'another secret'), 'invalid');
    });
  }

  it('by a certificate', async () => {
    const { raw, certificate } = CERTIFIED;
    assert.deepEqual(await verify(raw, certificate), {
      outcome: 'valid',
      reason: 'Checked with RS256 and the key of the certificate.',
    });
    assert.equal(await outcomeOf(altered(raw), certificate), 'invalid');
  });

  it('takes the key that `kid` names, and no other of the set', async () => {
    const first = await pairFor('ES256');
    const second = await pairFor('ES256');
    const key = await importJWK(second.privateJwk, 'ES256');
    const raw = await signed('ES256', key, { kid: 'two' });
    const setOf = (one: string, two: string) =>
      JSON.stringify({
        keys: [
          { ...first.publicJwk, kid: one },
          { ...second.publicJwk, kid: two },
        ],
      });
    assert.equal(await outcomeOf(raw, setOf('one', 'two')), 'valid');
    assert.equal(await outcomeOf(raw, setOf('two', 'one')), 'invalid');
    assert.deepEqual(await verify(raw, setOf('one', 'three')), {
      outcome: 'unchecked',
      reason: 'No key of the set has the `kid` of the token.',
    });
    assert.equal(await outcomeOf(raw, JSON.stringify({ ...second.publicJwk, kid: 'another' })), 'valid');
    for (const limits of [{ alg: 'ES384' }, { use: 'enc' }]) {
      assert.equal(await outcomeOf(raw, JSON.stringify({ ...second.publicJwk, ...limits })), 'unchecked');
    }
  });

  it('that of an SD-JWT, and whether it covers what is disclosed', async () => {
    const sha = (hash: string, text: string) => createHash(hash).update(text).digest('base64url');
    const street = encode(['salt1', 'street', 'Kirchgasse']);
    const address = encode(['salt2', 'address', { _sd: [sha('sha256', street)] }]);
    const country = encode(['salt3', 'DE']);
    const claims = { _sd: [sha('sha256', address), 'decoy'], countries: [{ '...': sha('sha256', country) }] };
    const of = async (given: object, ...disclosures: string[]) => {
      const raw = await new CompactSign(encoder.encode(JSON.stringify(given)))
        .setProtectedHeader({ alg: 'HS256' })
        .sign(encoder.encode(SECRET));
      return verify(`${raw}~${disclosures.map((one) => `${one}~`).join('')}`, SECRET);
    };
    assert.match((await of(claims, street, address, country)).reason, /digest of each disclosure is among/);
    assert.equal((await of(claims, country, address, street)).outcome, 'valid');
    assert.equal((await of(claims)).outcome, 'valid');
    // Nothing that is signed leads to it: its parent is missing, it is not what was signed, or it is no digest there.
    for (const [given, disclosures] of [
      [claims, [street]],
      [claims, [encode(['salt3', 'FR'])]],
      [{ other: sha('sha256', country) }, [country]],
      [{ ...claims, _sd_alg: 'sha-512' }, [country]],
    ] as const) {
      const { outcome, reason } = await of(given, ...disclosures);
      assert.equal(outcome, 'partial');
      assert.match(reason, /Not signed: 1 of 1 disclosures/);
    }
    assert.equal((await of({ _sd_alg: 'sha-512', _sd: [sha('sha512', country)] }, country)).outcome, 'valid');
    const unknown = await of({ ...claims, _sd_alg: 'MARK' }, country);
    assert.equal(unknown.outcome, 'partial');
    assert.match(unknown.reason, /not checked: `_sd_alg` names a hash/);
  });

  it('the outer one of a nested token, and one behind a scheme', async () => {
    const inner = tokenOf({ sub: '1' });
    const outer = await new CompactSign(encoder.encode(inner))
      .setProtectedHeader({ alg: 'HS256', cty: 'JWT' })
      .sign(encoder.encode(SECRET));
    assert.equal(await outcomeOf(outer, SECRET), 'valid');
    const raw = await signed('HS256', encoder.encode(SECRET));
    assert.equal(await outcomeOf(`Authorization: "Bearer ${raw}"`, SECRET), 'valid');
  });

  it('never calls a signature valid that anyone can make', async () => {
    const { spki } = await pairFor('RS256');
    for (const text of [spki, spki.trimEnd(), spki.replaceAll('\n', '\r\n')]) {
      const input = `${encode({ alg: 'HS256' })}.${encode({ admin: true })}`;
      const raw = `${input}.${createHmac('sha256', text).update(input).digest('base64url')}`;
      const { outcome, reason } = await verify(raw, text);
      assert.equal(outcome, 'invalid');
      assert.match(reason, /as if it were a shared secret/);
    }
    assert.equal(await outcomeOf(tokenOf({}), spki), 'unchecked');
    assert.equal(await outcomeOf(`${encode({ alg: 'none' })}.${encode({})}.`, ''), 'unchecked');
    assert.equal(await outcomeOf(`${encode({ alg: 'none' })}.${encode({})}.`, spki), 'unchecked');
  });

  it('says why it cannot check, and repeats neither token nor key', async () => {
    const rs256 = tokenOf({}, { alg: 'RS256' });
    const encrypted = await new CompactEncrypt(encoder.encode('x'))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(encoder.encode('no secret, only a key for tests!'));
    const { publicJwk } = await pairFor('ES256');
    const cases: [raw: string, key: string, reason: RegExp][] = [
      [encrypted, 'MARK', /encrypted/],
      [`${encode({ alg: 'HS256' })}..AAAA`, 'MARK', /detached/],
      [`${encode({ alg: 'HS256' })}.${encode({})}`, 'MARK', /signature is missing/],
      [`${tokenOf({})}...`, 'MARK', /cut off/],
      [`${encode({ alg: 'HS256', b64: false, crit: ['b64'] })}.MARK.AAAA`, 'MARK', /not encoded/],
      [tokenOf({}, { crit: ['MARK'] }), 'MARK', /not supported|malformed/],
      [tokenOf({}), ' \n', /no key/],
      [tokenOf({}), 'MARK'.repeat(100_000), /too long/],
      [rs256, 'MARK', /needs a public key/],
      [rs256, 'https://MARK.example/jwks.json', /No URL is ever opened/],
      [rs256, '{"MARK":1}', /no JWK/],
      [rs256, '{"keys":[]}', /no JWK/],
      [rs256, '{"kty":"oct","k":"MARK"}', /no key for RS256/],
      [rs256, JSON.stringify(publicJwk), /cannot be used/],
      [rs256, '{"kty":"RSA","n":"MARK","e":"AQAB"}', /cannot be used/],
      [rs256, '{"kty":"MARK"}', /cannot be used|not supported/],
      [rs256, '-----BEGIN PUBLIC KEY-----\nMARK\n-----END PUBLIC KEY-----', /cannot be used/],
      [rs256, '-----BEGIN RSA PUBLIC KEY-----\nMARK\n-----END RSA PUBLIC KEY-----', /openssl rsa/],
      [rs256, '-----BEGIN EC PRIVATE KEY-----\nMARK\n-----END EC PRIVATE KEY-----', /openssl pkey/],
      [rs256, '-----BEGIN MARK-----\nMARK\n-----END MARK-----', /no key that can be read/],
      [
        tokenOf({}, { alg: 'ES256K' }),
        JSON.stringify({ ...publicJwk, crv: 'secp256k1' }),
        /cannot be used|not supported/,
      ],
    ];
    for (const [raw, key, reason] of cases) {
      const verification = await verify(raw, key);
      assert.equal(verification.outcome, 'unchecked', `${raw} ${key.slice(0, 60)}`);
      assert.match(verification.reason, reason);
      assert.doesNotMatch(verification.reason, /MARK/);
    }
  });
});
