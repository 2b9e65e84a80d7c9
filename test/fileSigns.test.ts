import assert from 'node:assert/strict';
import { type FileSign, fileSigns } from '../rules';

const SHOWN: readonly (readonly [text: string, ...signs: FileSign[]])[] = [
  ["'use client';", 'page'],
  ['window.location.reload()', 'page'],
  ['app.use(cors({ origin: ORIGIN, credentials: true }))', 'cross-site'],
  ["fetch(url, { credentials: 'include' })", 'cross-site'],
  ["res.setHeader('Access-Control-Allow-Credentials', 'true')", 'cross-site'],
  ["authorize({ response_mode: 'form_post' })", 'cross-site'],
  ["import { Strategy } from '@node-saml/passport-saml'", 'cross-site'],
  ['app.use(express.urlencoded({ extended: false }))', 'forms'],
  ['app.use(bodyParser.urlencoded())', 'forms'],
  ["await app.register(require('@fastify/formbody'))", 'forms'],
  ['const body = await request.formData()', 'forms'],
  ["import { NestFactory } from '@nestjs/core'", 'forms'],
  ['app.use(express.json(), express.urlencoded())', 'json', 'forms'],
  ['app.use(bodyParser.json())', 'json'],
  ['const body = await req.json()', 'json'],
  ["import Fastify from 'fastify'", 'json'],
  ['const body = await response.json()'],
  ["headers: { 'content-type': 'application/x-www-form-urlencoded' }"],
  ['if (req.headers.origin !== ORIGIN) throw new Forbidden()', 'origin-check'],
  ["if (req.get('Origin') !== ORIGIN) throw new Forbidden()", 'origin-check'],
  ["headers['referer']", 'origin-check'],
  ["request.headers.get('sec-fetch-site')", 'origin-check'],
  ["import { csrfSync } from 'csrf-sync'", 'origin-check'],
  ["import adapter from '@sveltejs/kit/node'", 'origin-check'],
  ['await supabase.auth.getUser();\n  return NextResponse.next({ request });', 'session-check'],
  ['await supabase.auth.getUser();'],
  ['app.use(cors({ origin: ORIGIN }))'],
  ['export const add = (a, b) => a + b;'],
];

describe('what a file shows', () => {
  for (const [text, ...signs] of SHOWN) {
    it(`${signs.join(', ') || 'nothing'}: ${text}`, () => {
      assert.deepEqual([...fileSigns('/src/a.ts', text)].sort(), [...signs].sort());
    });
  }

  it('session-check: a file that stands before all others, by its name', () => {
    const text = 'await event.locals.supabase.auth.getClaims();';
    for (const name of ['src/hooks.server.ts', 'middleware.ts', 'proxy.ts', 'lib/supabase/middleware.ts'])
      assert.ok(fileSigns(`/${name}`, text).has('session-check'), name);
    for (const name of ['app/page.tsx', 'middleware/theme/page.ts'])
      assert.ok(!fileSigns(`/${name}`, text).has('session-check'), name);
  });

  it('page: a component, whatever is in it', () => {
    for (const name of ['a.tsx', 'a.vue', 'a.html']) assert.ok(fileSigns(`/src/${name}`, '').has('page'));
  });
});
