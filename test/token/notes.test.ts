import assert from 'node:assert/strict';
import { POLICIES } from '../../rules/config';
import { findPersonalClaims, findPrivilegedRole, findSecretClaims, toNotes } from '../../rules/token';
import { decoded, encode, NOW, SECONDS, SIGNATURES, tokenOf } from './tokens';

const HOUR = 3600;
const DAY = 24 * HOUR;
const GOOD = { iss: 'https://issuer.example', aud: 'api', iat: SECONDS, exp: SECONDS + HOUR };

function notesOn(claims: object, header: object = {}): readonly string[] {
  return toNotes(decoded(tokenOf({ ...GOOD, ...claims }, header)), NOW, POLICIES.recommended);
}

describe('notes', () => {
  it('has none on a good token', () => assert.deepEqual(notesOn({}), []));

  it('on an unsigned token', () => {
    const token = decoded(`${encode({ alg: 'none' })}.${encode(GOOD)}.`);
    assert.deepEqual(toNotes(token, NOW, POLICIES.recommended), ['`alg` is `none`: anyone can write this token.']);
  });

  it('on a well-known secret, first of all', () => {
    assert.deepEqual(toNotes(decoded(tokenOf(GOOD)), NOW, POLICIES.recommended, 'secret'), [
      'Signed with the well-known secret `secret`: anyone can forge this token.',
    ]);
  });

  it('on keys in the header', () => {
    assert.deepEqual(notesOn({}, { jku: 'x', x5u: 'y', jwk: {} }), [
      '`jku` in the header brings a key: a verifier that takes it accepts every signer.',
      '`x5u` in the header brings a key: a verifier that takes it accepts every signer.',
      '`jwk` in the header brings a key: a verifier that takes it accepts every signer.',
    ]);
  });

  it('none on the key and the missing claims of a proof of possession', () => {
    const token = decoded(tokenOf({ htm: 'POST' }, { typ: 'dpop+jwt', jwk: {} }));
    assert.deepEqual(toNotes(token, NOW, POLICIES.recommended), []);
  });

  it('on claims that are missing', () => {
    assert.deepEqual(toNotes(decoded(tokenOf({})), NOW, POLICIES.recommended), [
      'No `exp`: the token never expires.',
      'No `aud`: every service that trusts the key accepts the token.',
      'No `iss`: a verifier cannot tell who issued the token.',
    ]);
  });

  it('none on missing claims when the payload is cut', () => {
    const token = decoded(`${encode({ alg: 'HS256' })}.${encode({ sub: '1', iss: 'x' }).slice(0, -4)}`);
    assert.deepEqual(token.claims, { sub: '1' });
    assert.deepEqual(toNotes(token, NOW, POLICIES.recommended), []);
  });

  it('none on the audience and the lifetime of a credential', () => {
    const token = decoded(`${tokenOf({ iss: 'x', iat: SECONDS, exp: SECONDS + 365 * DAY })}~`);
    assert.deepEqual(toNotes(token, NOW, POLICIES.recommended), []);
  });

  it('on a lifetime over policy', () => {
    const month = { exp: SECONDS + 30 * DAY };
    assert.deepEqual(notesOn(month), ['Lives for 30 days; the policy gives an access token 1 h.']);
    assert.deepEqual(notesOn({ iat: undefined, ...month }), [
      'Still valid for 30 days; the policy gives an access token 1 h.',
    ]);
    assert.deepEqual(notesOn({ ...month, typ: 'Refresh' }), []);
    assert.deepEqual(notesOn({ exp: SECONDS + 60 * DAY, token_use: 'refresh' }), [
      'Lives for 2 months; the policy gives a refresh token 30 days.',
    ]);
    assert.deepEqual(toNotes(decoded(tokenOf(GOOD)), NOW, POLICIES.strict), [
      'Lives for 1 h; the policy gives an access token 15 min.',
    ]);
  });

  it('on milliseconds and other numbers that are no seconds', () => {
    assert.deepEqual(notesOn({ iat: NOW, exp: NOW + HOUR }), [
      '`exp` is in milliseconds, and verifiers read seconds.',
      '`iat` is in milliseconds, and verifiers read seconds.',
    ]);
    assert.deepEqual(notesOn({ exp: '17' }), ['`exp` is not a number of seconds.']);
  });

  it('on times that contradict each other or the clock', () => {
    assert.deepEqual(notesOn({ exp: SECONDS - 5 }), ['`exp` is not after `iat`: the token was never valid.']);
    assert.deepEqual(notesOn({ iat: SECONDS + 300 }), ['`iat` is 5 min ahead: do the clocks agree?']);
    assert.deepEqual(notesOn({ iat: SECONDS + 60 }), []);
  });

  it('on roles, secrets and personal data', () => {
    assert.deepEqual(notesOn({ role: 'service_role', password: 'x', sub: 'ada@example.org', name: 'Ada' }), [
      'Carries the privileged role `service_role`: whoever holds the token has its rights.',
      'Shows a secret to everyone who holds the token: `password`.',
      'Shows personal data to everyone who holds the token: `sub`, `name`.',
    ]);
  });

  it('on both layers of a nested token', () => {
    const inner = tokenOf({ ...GOOD, exp: undefined }, { jku: 'x' });
    const raw = `${encode({ alg: 'HS256', x5u: 'y' })}.${encode(inner)}.${SIGNATURES.HS256}`;
    assert.deepEqual(toNotes(decoded(raw), NOW, POLICIES.recommended), [
      '`x5u` in the header brings a key: a verifier that takes it accepts every signer.',
      '`jku` in the header brings a key: a verifier that takes it accepts every signer.',
      'No `exp`: the token never expires.',
    ]);
  });
});

describe('privileged roles', () => {
  const roles: [claims: Record<string, unknown>, role: string | undefined][] = [
    [{ role: 'service_role' }, 'service_role'],
    [{ roles: ['user', 'Admin'] }, 'Admin'],
    [{ scope: 'openid admin' }, 'admin'],
    [{ realm_access: { roles: ['realm-admin'] } }, 'realm-admin'],
    [{ 'cognito:groups': ['Administrators'] }, 'Administrators'],
    [{ 'https://example.org/roles': ['ROLE_ADMIN'] }, 'ROLE_ADMIN'],
    [{ isAdmin: true }, 'admin'],
    [{ isAdmin: false, admin: 'no' }, undefined],
    [{ role: 'anon' }, undefined],
    [{ role: `a${'_'.repeat(10_000)}dmin` }, undefined],
    [{ scope: 'read:admin' }, undefined],
    [{ name: 'admin' }, undefined],
    [{ a: { b: { c: { d: { role: 'admin' } } } } }, undefined],
  ];
  for (const [claims, role] of roles) {
    const name = JSON.stringify(claims).slice(0, 60);
    it(`${name} has ${role}`, () => assert.equal(findPrivilegedRole(claims), role));
  }
});

describe('claims that others should not read', () => {
  it('are found by name, however it is written, and by value', () => {
    assert.deepEqual(findSecretClaims({ user: { passwordHash: 'x', card_number: '1' }, secretary: 'y', cvv: '' }), [
      'passwordHash',
      'card_number',
    ]);
    // What the rule on the claims of a signed token reports, and what it lets be.
    assert.deepEqual(findSecretClaims({ newPassword: 'x', mfaSecret: 'y', hasPassword: 'no', password: true }), [
      'newPassword',
      'mfaSecret',
    ]);
    assert.deepEqual(findPersonalClaims({ email: 'x', Given_Name: 'y', upn: 'a@b.example', mail: 'a@b', sub: '1' }), [
      'email',
      'Given_Name',
      'upn',
    ]);
  });

  it('are left out when their name cannot be printed', () => {
    assert.deepEqual(findPersonalClaims({ 'x`|\n': 'a@b.example', ['y'.repeat(41)]: 'a@b.example' }), []);
  });
});
