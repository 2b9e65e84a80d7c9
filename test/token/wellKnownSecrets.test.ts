import assert from 'node:assert/strict';
import { CompactSign, SignJWT } from 'jose';
import { findWellKnownSecret, WELL_KNOWN_SECRETS } from '../../rules/token';
import { decoded, tokenOf } from './tokens';

const encoder = new TextEncoder();

function sign(secret: string, alg = 'HS256'): Promise<string> {
  return new SignJWT({ sub: '1' }).setProtectedHeader({ alg }).sign(encoder.encode(secret));
}

describe('well-known secrets', () => {
  it('are found for every HMAC', async () => {
    for (const alg of ['HS256', 'HS384', 'HS512']) {
      assert.equal(await findWellKnownSecret(decoded(await sign('your-256-bit-secret', alg))), 'your-256-bit-secret');
    }
  });

  it('are found inside and outside of a nested token', async () => {
    const wrap = (inner: string, secret: string) =>
      new CompactSign(encoder.encode(inner)).setProtectedHeader({ alg: 'HS256' }).sign(encoder.encode(secret));
    assert.equal(await findWellKnownSecret(decoded(await wrap(await sign('shhhhh'), 'of our own'))), 'shhhhh');
    assert.equal(await findWellKnownSecret(decoded(await wrap(await sign('of our own'), 'secret'))), 'secret');
  });

  it('are not found where there is none', async () => {
    assert.equal(await findWellKnownSecret(decoded(await sign('of our own'))), undefined);
    assert.equal(await findWellKnownSecret(decoded(tokenOf({}))), undefined);
    assert.equal(await findWellKnownSecret(decoded(tokenOf({}, { alg: 'RS256' }))), undefined);
    assert.equal(await findWellKnownSecret(decoded(tokenOf({}).replace(/[^.]*$/, ''))), undefined);
  });

  it('are each listed once, in printable ASCII without backticks', () => {
    assert.equal(new Set(WELL_KNOWN_SECRETS).size, WELL_KNOWN_SECRETS.length);
    for (const secret of WELL_KNOWN_SECRETS) assert.match(secret, /^[ -_a-~]+$/);
  });
});
