import assert from 'node:assert/strict';
import { mayHoldFacts } from '../rules';
import { createSandbox } from './cli/runs';

describe('the prefilter', () => {
  it('lets pass what plugins add to the types of a framework, whatever is imported', () => {
    for (const text of [
      "export const login = (_, reply) => reply.setCookie('session', id);",
      "import type { FastifyReply } from 'fastify';\nexport const login = (to: FastifyReply) => to.setCookie('session', id);",
      "import { app } from './app';\napp.jwt.sign({ sub });",
      'const { jwt: { sign: make } } = fastify;',
      'export const login = (_, reply) => reply.jwtSign({ sub });',
      'export const me = (request) => request.jwtVerify();',
      "fastify.serializeCookie('session', id);",
      "server.auth.strategy('session', 'cookie', options);",
      "export const key = 'eyJhbGciOiJIUzI1NiJ9';",
      "console.log('user', user, accessToken);",
      "res.redirect('/app?access_token=' + user.token);",
      "const headers = { Authorization: 'Bearer 9f8Qx2LmZ7vKt4RwB6nYc1Ds' };",
      "return { statusCode: 200, headers: { 'set-cookie': text } };",
      'return { statusCode: 200, cookies, body };',
    ])
      assert.ok(mayHoldFacts(text, []), text);
  });

  it('lets pass what imports nothing but the types of handlers', () => {
    for (const module of ['./$types', '@sveltejs/kit', 'astro', 'koa', '@koa/router']) {
      const text = `import type { Handler } from '${module}';\nexport const on: Handler = (to) => to.cookies.set(name, id);`;
      assert.ok(mayHoldFacts(text, []), module);
    }
  });

  it('stops what imports a framework, and uses nothing of it that matters', () => {
    for (const module of ['./$types', 'hono', 'express'])
      assert.ok(
        !mayHoldFacts(`import { Handler } from '${module}';\nexport const on: Handler = (to) => to.send(id);`, []),
      );
  });

  it('lets pass what frameworks find by its name, whatever it says', () => {
    for (const file of ['/app/config/session.js', 'config/env/production.ts', 'C:\\app\\config\\plugins.js'])
      assert.ok(mayHoldFacts('module.exports = {};', [], file), file);
    for (const file of [
      '/app/session.js',
      '/app/myconfig/session.js',
      '/app/config/session.test.js',
      '/config/session.json',
    ])
      assert.ok(!mayHoldFacts('module.exports = {};', [], file), file);
  });

  for (const provider of ['KeptContext.Provider', 'KeptContext'])
    it(`leads the command line to what <${provider}> gives, past a file that shows nothing but the name of a class`, async () => {
      const sandbox = createSandbox();
      try {
        sandbox.write('package.json', '{ "dependencies": { "react": "^19.2.7" } }');
        sandbox.write(
          'storage.ts',
          'export class Keeper {\n  keep(key: string, value: string) {\n    localStorage.setItem(key, value);\n  }\n}\n',
        );
        sandbox.write(
          'context.ts',
          "import { createContext } from 'react';\nexport const KeptContext = createContext(null);\n",
        );
        sandbox.write(
          'provider.tsx',
          "import { KeptContext } from './context';\nimport { Keeper } from './storage';\n" +
            `export const App = (all) => <${provider} value={new Keeper()}>{all.children}</${provider}>;\n`,
        );
        sandbox.write(
          'login.tsx',
          "import { useContext } from 'react';\nimport { KeptContext } from './context';\nexport const Login = ({ accessToken }) => {\n" +
            "  const kept = useContext(KeptContext);\n  return <form onSubmit={() => kept.keep('access_token', accessToken)} />;\n};\n",
        );
        const { stdout } = await sandbox.authlint('check --format json .');
        const { findings } = JSON.parse(stdout) as { findings: { file: string; ruleId: string }[] };
        assert.deepEqual(
          findings.map(({ file, ruleId }) => `${file} ${ruleId}`),
          ['login.tsx token-in-web-storage'],
        );
      } finally {
        sandbox.remove();
      }
    });

  it('leads the command line to routes that import nothing, with the options of a registration elsewhere', async () => {
    const sandbox = createSandbox();
    try {
      sandbox.write('package.json', '{ "dependencies": { "fastify": "^5.8.1", "@fastify/cookie": "^11.1.5" } }');
      sandbox.write('app.ts', "import cookie from '@fastify/cookie';\napp.register(cookie);\n");
      sandbox.write('routes.js', "module.exports = (request, reply) => reply.setCookie('session', request.body.id);\n");
      sandbox.write('types.ts', "export type { RouteHandlerMethod as Route } from 'fastify';\n");
      sandbox.write(
        'typed.ts',
        "import type { Route } from './types';\nexport const login: Route = (_, to) => to.setCookie('session', _.body.id);\n",
      );
      const { stdout } = await sandbox.authlint('check --format json .');
      const { findings } = JSON.parse(stdout) as { findings: { file: string; ruleId: string }[] };
      const found = findings.map(({ file, ruleId }) => `${file} ${ruleId}`).sort();
      const rules = ['cookie-missing-httponly', 'cookie-missing-secure'];
      assert.deepEqual(
        found,
        ['routes.js', 'typed.ts'].flatMap((file) => rules.map((rule) => `${file} ${rule}`)),
      );
    } finally {
      sandbox.remove();
    }
  });

  it('stops names that say too little', () => {
    for (const text of [
      "import Fastify from 'fastify';\nFastify().get('/', (_, reply) => reply.send(''));",
      "const x = h.state('theme');",
      'const { state } = store;',
      'the JWT of jwt.io',
      'sign here',
      'auth = true',
      "console.log('started'); const state = { token };".replace(';', ';'.repeat(300)),
      'return { statusCode: 200, headers, body };',
      "headers.set('Authorization', 'Bearer ' + token);",
      'resetCookie(); setCookies();',
    ])
      assert.ok(!mayHoldFacts(text, []), text);
  });
});
