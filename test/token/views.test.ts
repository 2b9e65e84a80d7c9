import assert from 'node:assert/strict';
import { POLICIES } from '../../rules/config';
import {
  type TokenViewOptions,
  toHeaderJson,
  toHoverMarkdown,
  toInspectorJson,
  toPayloadJson,
  toPlainText,
  toTokenDocument,
} from '../../rules/token';
import { decoded, encode, NOW, SECONDS, SIGNATURES, tokenOf } from './tokens';

const OPTIONS: TokenViewOptions = { policy: POLICIES.recommended };

const TOKEN = decoded(
  tokenOf(
    {
      iss: 'https://issuer.example',
      aud: ['api', 'web'],
      sub: '42',
      iat: SECONDS - 3600,
      exp: SECONDS + 840,
      email: 'ada@example.org',
      'https://example.org/plan': { name: 'pro', seats: 3 },
    },
    { typ: 'JWT', kid: 'k1' },
  ),
);

describe('the hover', () => {
  it('shows verdict, parties, header, claims, notes and the disclaimer', () => {
    assert.equal(
      toHoverMarkdown(TOKEN, NOW, { ...OPTIONS, timeZone: 'Europe/Stockholm' }),
      `**JWT · HS256 · valid for 14 min (lifetime 1 h 14 min)**

Issuer \`"https://issuer.example"\` · Audience \`["api","web"]\` · Subject \`"42"\`

Header \`{"alg":"HS256","typ":"JWT","kid":"k1"}\`

| Claim | Value | Meaning |
| --- | --- | --- |
| \`iat\` | \`${SECONDS - 3600}\` | Issued: 20 Nov 2026, 12:00:00 CET · 2026-11-20 11:00:00 UTC · 1 h ago |
| \`exp\` | \`${SECONDS + 840}\` | Expiry: 20 Nov 2026, 13:14:00 CET · 2026-11-20 12:14:00 UTC · in 14 min |
| \`email\` | \`"ada@example.org"\` | E-mail address |
| \`https://example.org/plan\` | \`{"name":"pro","seats":3}\` |  |

- Lives for 1 h 14 min; the policy gives an access token 1 h.
- Shows personal data to everyone who holds the token: \`email\`, \`name\`.

Decoded, not verified.`,
    );
  });

  it('shows the header of an encrypted token', () => {
    assert.equal(
      toHoverMarkdown(decoded(`${encode({ alg: 'dir', enc: 'A256GCM' })}..a.b.c`), NOW, OPTIONS),
      `**JWE · dir · encrypted, header only**

Header \`{"alg":"dir","enc":"A256GCM"}\`

Decoded, not verified.`,
    );
  });

  it('shows problems before notes', () => {
    const raw = `${encode({ alg: 'HS256', jku: 'x' })}.${encode({ exp: SECONDS, iss: 'x' })}.`;
    assert.deepEqual(toHoverMarkdown(decoded(raw), NOW, OPTIONS).split('\n').slice(-6), [
      '',
      '- The signature is missing.',
      '- `jku` in the header brings a key: a verifier that takes it accepts every signer.',
      '- No `aud`: every service that trusts the key accepts the token.',
      '',
      'Decoded, not verified.',
    ]);
  });

  it('shows what an SD-JWT discloses and what a nested token holds', () => {
    const disclosures = [encode(['salt', 'given_name', 'Ada']), encode(['salt', 'DE'])].join('~');
    const bound = `${encode({ alg: 'ES256' })}.${encode({})}.${SIGNATURES.ES256}`;
    const sd = toHoverMarkdown(decoded(`${tokenOf({ iss: 'x', exp: SECONDS })}~${disclosures}~${bound}`), NOW, OPTIONS);
    assert.match(sd, /^\| `given_name` \| `"Ada"` \| Disclosed \|\n\| `element` \| `"DE"` \| Disclosed \|$/m);
    assert.match(sd, /^- A key binding follows: the holder proves to have the key in `cnf`\.$/m);
    const nested = `${encode({ alg: 'RS256' })}.${encode(tokenOf({ sub: '42', a: 1 }))}.${SIGNATURES.RS256}`;
    const hover = toHoverMarkdown(decoded(nested), NOW, OPTIONS);
    assert.match(hover, /^Subject `"42"`\n\nHeader `{"alg":"RS256"}` · Inner header `{"alg":"HS256"}`$/m);
    assert.match(hover, /^\| `a` \| `1` \| {2}\|$/m);
  });

  it('says how long a value is that it cuts, and how many claims it leaves out', () => {
    const claims = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`c${i}`, i]));
    const deep = JSON.parse('['.repeat(9) + ']'.repeat(9));
    const long = {
      text: 'x'.repeat(3000),
      ['n'.repeat(3000)]: 0,
      list: Array.from({ length: 1000 }, () => []),
      deep,
      ...claims,
    };
    const lines = toHoverMarkdown(decoded(tokenOf(long)), NOW, OPTIONS).split('\n');
    assert.ok(lines.includes(`| \`text\` | \`"${'x'.repeat(80)}…"\` (3,000 characters) |  |`));
    assert.ok(lines.includes(`| \`list\` | \`[${'[],'.repeat(26)}…]\` (1,000 items) |  |`));
    assert.ok(lines.includes('| `deep` | `[[[[[…]]]]]` (nested deeper) |  |'));
    assert.ok(lines.includes(`| \`"${'n'.repeat(40)}…"\` | \`0\` |  |`));
    assert.ok(lines.includes('… and 14 more claims.'));
  });

  it('does without local times in an unknown zone', () => {
    const token = decoded(tokenOf({ exp: SECONDS }));
    const hover = toHoverMarkdown(token, NOW, OPTIONS);
    assert.match(hover, /Expiry: 2026-11-20 12:00:00 UTC · now \|/);
    assert.equal(toHoverMarkdown(token, NOW, { ...OPTIONS, timeZone: 'Mars/Olympus' }), hover);
    assert.equal(toHoverMarkdown(token, NOW, { ...OPTIONS, timeZone: 'UTC', locale: '-' }), hover);
  });

  it('reads milliseconds as they are meant, and no impossible time', () => {
    const hover = toHoverMarkdown(decoded(tokenOf({ exp: NOW, iat: 1e300 })), NOW, OPTIONS);
    assert.match(hover, /Expiry: 2026-11-20 12:00:00 UTC · now \(if milliseconds are meant\)/);
    assert.match(hover, /Issued: outside the calendar/);
  });
});

describe('the text for a terminal', () => {
  it('shows the same, aligned', () => {
    assert.equal(
      toPlainText(TOKEN, NOW, OPTIONS),
      `JWT · HS256 · valid for 14 min (lifetime 1 h 14 min)

Issuer    "https://issuer.example"
Audience  ["api","web"]
Subject   "42"
Header    {"alg":"HS256","typ":"JWT","kid":"k1"}

iat                       ${SECONDS - 3600}                Issued: 2026-11-20 11:00:00 UTC · 1 h ago
exp                       ${SECONDS + 840}                Expiry: 2026-11-20 12:14:00 UTC · in 14 min
email                     "ada@example.org"         E-mail address
https://example.org/plan  {"name":"pro","seats":3}

- Lives for 1 h 14 min; the policy gives an access token 1 h.
- Shows personal data to everyone who holds the token: \`email\`, \`name\`.

Decoded, not verified.
`,
    );
  });
});

describe('the document', () => {
  it('shows header and claims in full, with times', () => {
    const raw = `${encode({ alg: 'HS256' })}.${encode({ exp: SECONDS, iat: NOW, nbf: 1e300, a: ['x'], 'b"': {} })}.`;
    assert.equal(
      toInspectorJson(decoded(raw)),
      `{
  "header": {
    "alg": "HS256"
  },
  "claims": {
    "exp": ${SECONDS}, // 2026-11-20T12:00:00.000Z
    "iat": ${NOW}, // 2026-11-20T12:00:00.000Z, in milliseconds
    "nbf": 1e+300,
    "a": [
      "x"
    ],
    "b\\"": {}
  }
}
`,
    );
  });

  it('shows disclosures and nested tokens', () => {
    const sd = toInspectorJson(decoded(`${tokenOf({})}~${encode(['salt', 'DE'])}~`));
    assert.match(sd, /"claims": {},\n {2}"disclosures": \[\n {4}\[\n {6}"element",\n {6}"DE"\n {4}\]\n {2}\]\n}/);
    const nested = `${encode({ alg: 'RS256' })}.${encode(tokenOf({ a: 1 }))}.${SIGNATURES.RS256}`;
    assert.match(
      toInspectorJson(decoded(nested)),
      /"nested": {\n {4}"header": {\n[^}]*},\n {4}"claims": {\n {6}"a": 1\n/,
    );
  });

  it('is the hover and everything in full, without a link', () => {
    const token = decoded(tokenOf({ iss: 'https://x.example', exp: SECONDS - 60, long: 'x'.repeat(200) }));
    const document = toTokenDocument(token, NOW, OPTIONS);
    assert.ok(document.startsWith('**JWT · HS256 · expired 1 min ago**\n\nIssuer `"https:\\/\\/x.example"`\n'));
    assert.ok(document.includes(`"long": "${'x'.repeat(200)}"\n`));
    assert.ok(document.endsWith('\n```\n\nDecoded, not verified.\n'));
  });

  it('says first what a key says of the signature', () => {
    const token = decoded(tokenOf({ exp: SECONDS }));
    const linesFor = (outcome: 'valid' | 'invalid' | 'unchecked') =>
      toTokenDocument(token, NOW, OPTIONS, { outcome, reason: 'Why.' }).trimEnd().split('\n');
    assert.deepEqual(linesFor('invalid').slice(0, 5), [
      '# The signature is not valid.',
      '',
      'Why.',
      '',
      '**JWT · HS256 · expired just now**',
    ]);
    assert.equal(linesFor('invalid').at(-1), 'Decoded, not verified.');
    assert.equal(linesFor('unchecked')[0], '# The signature was not checked.');
    assert.equal(linesFor('unchecked').at(-1), 'Decoded, not verified.');
    assert.equal(linesFor('valid')[0], '# The signature is valid.');
    assert.match(linesFor('valid').at(-1) ?? '', /^Only the signature was verified: not the expiry/);
  });
});

describe('what is copied', () => {
  it('is the header and the payload, as JSON that anyone can read again', () => {
    const claims = { sub: 'a\u{202e}b', list: [1, { x: 'https://x.example' }] };
    const token = decoded(tokenOf(claims, { kid: 'k' }));
    assert.equal(toHeaderJson(token), '{\n  "alg": "HS256",\n  "kid": "k"\n}\n');
    const payload = toPayloadJson(token) ?? '';
    assert.match(payload, /^{\n {2}"sub": "a\\u202eb",\n/);
    assert.deepEqual(JSON.parse(payload), claims);
  });

  it('is both headers and the inner payload of a nested token, and no payload where there is none', () => {
    const nested = decoded(`${encode({ alg: 'RS256' })}.${encode(tokenOf({ a: 1 }))}.${SIGNATURES.RS256}`);
    assert.equal(toHeaderJson(nested), '{\n  "alg": "RS256"\n}\n{\n  "alg": "HS256"\n}\n');
    assert.equal(toPayloadJson(nested), '{\n  "a": 1\n}\n');
    assert.equal(toPayloadJson(decoded(`${encode({ alg: 'dir', enc: 'A256GCM' })}..a.b.c`)), undefined);
  });
});
