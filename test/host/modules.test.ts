import assert from 'node:assert/strict';
import { createFiles } from '../../server/host/files/files';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { createModules } from '../../server/host/modules/modules';
import { createManifests } from '../../server/host/packages/manifests';
import { createPackages } from '../../server/host/packages/packages';
import { json, project } from './project';

/** What specifiers name in `from`, as paths relative to the project. */
async function resolved(
  files: Readonly<Record<string, string>>,
  from: string,
  specifiers: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const base = project({ ...files, [from]: '' });
  const cached = createFiles(nodeFileSystem);
  const manifests = createManifests(cached);
  const modules = createModules(cached, manifests, createPackages(cached, manifests));
  const paths = await Promise.all(specifiers.map((specifier) => modules.find(specifier, `${base}/${from}`)));
  return paths.map((path) => path?.slice(base.length + 1));
}

describe('a relative specifier', () => {
  it('names a file with its extension, without it, or as it will be compiled', async () => {
    const files = Object.fromEntries(
      ['a.ts', 'b.tsx', 'c.mts', 'd.cts', 'e.js', 'f.jsx', 'g.mjs', 'h.cjs', 'up.ts'].map((name) => [
        `src/${name}`,
        '',
      ]),
    );
    const specifiers = [
      './a',
      './b',
      './c.mjs',
      './d.cjs',
      './e',
      './f.js',
      './g.mjs',
      './h',
      './a.js',
      './b.jsx',
      '../up',
    ];
    assert.deepEqual(await resolved({ ...files, 'src/f.js.ts': '' }, 'src/x/main.ts', ['../a.ts', '../up']), [
      'src/a.ts',
      'src/up.ts',
    ]);
    assert.deepEqual(await resolved(files, 'src/main.ts', specifiers), [
      ...['src/a.ts', 'src/b.tsx', 'src/c.mts', 'src/d.cts', 'src/e.js', undefined, 'src/g.mjs', 'src/h.cjs'],
      ...['src/a.ts', 'src/b.tsx', undefined],
    ]);
  });

  it('names data by its whole name, or where no script has that name', async () => {
    const files = { 'a.json': '', 'b.json': '', 'b.ts': '', 'c.yaml': '' };
    assert.deepEqual(await resolved(files, 'main.ts', ['./a.json', './a', './b', './b.json', './c']), [
      ...['a.json', 'a.json', 'b.ts', 'b.json', undefined],
    ]);
  });

  it('prefers TypeScript to what was compiled from it', async () => {
    assert.deepEqual(
      await resolved({ 'a.ts': '', 'a.js': '', 'a.d.ts': '' }, 'main.ts', ['./a', './a.js', './a.d.ts']),
      ['a.ts', 'a.ts', undefined],
    );
  });

  it('names the index of a directory, and a dotted name', async () => {
    const files = { 'auth/index.tsx': '', 'auth.service.ts': '', 'index.ts': '', 'both.ts': '', 'both/index.ts': '' };
    assert.deepEqual(await resolved(files, 'main.ts', ['./auth', './auth/', './auth.service', '.', './both']), [
      ...['auth/index.tsx', 'auth/index.tsx', 'auth.service.ts', 'index.ts', 'both.ts'],
    ]);
  });

  it('names nothing that is not a script of the workspace', async () => {
    const files = { 'a.css': '', 'node_modules/x/index.js': '', 'lib.min.js': '' };
    const specifiers = ['./b.json', './a.css', './nowhere', './node_modules/x', './lib.min.js', 'node:fs', '/etc', ''];
    assert.deepEqual(await resolved(files, 'main.ts', specifiers), Array(8).fill(undefined));
  });
});

describe('tsconfig.json', () => {
  it('maps names by its paths, the most specific pattern first', async () => {
    const files = {
      'tsconfig.json': `{ // comments are welcome
        "compilerOptions": { "paths": { "@/*": ["./src/*"], "@/auth/*": ["./auth/*", "./src/auth/*"], "config": ["./c"], } }
      }`,
      'src/a.ts': '',
      'src/auth/b.ts': '',
      'c/index.ts': '',
    };
    assert.deepEqual(await resolved(files, 'src/x/main.ts', ['@/a', '@/auth/b', 'config', '@/none', 'src/a']), [
      ...['src/a.ts', 'src/auth/b.ts', 'c/index.ts', undefined, undefined],
    ]);
  });

  it('maps names by baseUrl, in jsconfig.json too', async () => {
    const files = {
      'jsconfig.json': json({ compilerOptions: { baseUrl: 'src', paths: { '~/*': ['*'] } } }),
      'src/a.js': '',
    };
    assert.deepEqual(await resolved(files, 'main.js', ['a', '~/a']), ['src/a.js', 'src/a.js']);
  });

  it('inherits paths, which stay relative to the file that sets them', async () => {
    const files = {
      'base/tsconfig.json': json({
        extends: '@tsconfig/strictest',
        compilerOptions: { paths: { '@base/*': ['./lib/*'], '@app/*': [`\${configDir}/src/*`] } },
      }),
      'app/tsconfig.json': json({ extends: ['../base/tsconfig', './absent.json'] }),
      'base/lib/a.ts': '',
      'app/src/b.ts': '',
    };
    assert.deepEqual(await resolved(files, 'app/main.ts', ['@base/a', '@app/b']), ['base/lib/a.ts', 'app/src/b.ts']);
  });

  it('reads referenced configs beside it', async () => {
    const files = {
      'tsconfig.json': json({ files: [], references: [{ path: './tsconfig.app.json' }, { path: '../lib' }] }),
      'tsconfig.app.json': json({ compilerOptions: { paths: { '@/*': ['./src/*'] } } }),
      'src/a.ts': '',
    };
    assert.deepEqual(await resolved(files, 'src/main.ts', ['@/a']), ['src/a.ts']);
  });

  it('may extend itself without harm', async () => {
    const files = {
      'tsconfig.json': json({ extends: './b.json', compilerOptions: { paths: { '@/*': ['./*'] } } }),
      'b.json': json({ extends: './tsconfig.json' }),
      'a.ts': '',
    };
    assert.deepEqual(await resolved(files, 'main.ts', ['@/a', './a']), ['a.ts', 'a.ts']);
  });
});

describe('a package', () => {
  const root = json({ name: 'root', workspaces: ['packages/*', '!packages/old'] });

  it('of the workspace is found through exports, and leads to its source', async () => {
    const files = {
      'package.json': root,
      'packages/auth/package.json': json({
        name: '@acme/auth',
        exports: {
          '.': { types: './dist/index.d.ts', import: './dist/index.mjs' },
          './client': { '@acme/source': './src/browser/client.ts', default: './dist/client.js' },
          './server/*': { require: './dist/cjs/server/*.js' },
          './built': './dist/built.js',
        },
      }),
      'packages/auth/src/index.ts': '',
      'packages/auth/src/browser/client.ts': '',
      'packages/auth/src/server/session.ts': '',
      'packages/auth/dist/index.mjs': '',
      'packages/auth/dist/built.js': '',
    };
    const specifiers = [
      '@acme/auth',
      '@acme/auth/client',
      '@acme/auth/server/session',
      '@acme/auth/built',
      '@acme/none',
    ];
    assert.deepEqual(await resolved(files, 'packages/app/main.ts', specifiers), [
      'packages/auth/src/index.ts',
      'packages/auth/src/browser/client.ts',
      'packages/auth/src/server/session.ts',
      'packages/auth/dist/built.js',
      undefined,
    ]);
  });

  it('of the workspace is found through main, types or convention', async () => {
    const files = {
      'package.json': json({ workspaces: { packages: ['libs/**'] } }),
      'libs/a/package.json': json({ name: 'a', main: 'lib/main.js' }),
      'libs/a/src/main.ts': '',
      'libs/deep/b/package.json': json({ name: 'b', types: './dist/types/index.d.ts' }),
      'libs/deep/b/index.ts': '',
      'libs/c/package.json': json({ name: 'c' }),
      'libs/c/src/index.tsx': '',
      'libs/c/src/x.ts': '',
      'libs/d/package.json': json({ name: 'd', main: './index' }),
      'libs/d/index.js': '',
      'libs/node_modules/e/package.json': json({ name: 'e' }),
      'libs/node_modules/e/index.js': '',
    };
    assert.deepEqual(await resolved(files, 'libs/app/main.ts', ['a', 'b', 'c', 'c/x', 'd', 'e']), [
      ...['libs/a/src/main.ts', 'libs/deep/b/index.ts', 'libs/c/src/index.tsx', 'libs/c/src/x.ts', 'libs/d/index.js'],
      undefined,
    ]);
  });

  it('of a pnpm workspace is found, excluded ones are not', async () => {
    const files = {
      'pnpm-workspace.yaml': "packages:\n  - 'pkg-*'\n  - '!pkg-b'\n",
      'pkg-a/package.json': json({ name: 'a' }),
      'pkg-a/index.ts': '',
      'pkg-b/package.json': json({ name: 'b' }),
      'pkg-b/index.ts': '',
    };
    assert.deepEqual(await resolved(files, 'pkg-c/main.ts', ['a', 'b']), ['pkg-a/index.ts', undefined]);
  });

  it('may name itself', async () => {
    const files = { 'package.json': json({ name: 'self', exports: { './x': './src/x.js' } }), 'src/x.ts': '' };
    assert.deepEqual(await resolved(files, 'test/main.ts', ['self/x']), ['src/x.ts']);
  });

  it('has private names in imports', async () => {
    const files = {
      'package.json': json({
        imports: { '#db': './src/db.js', '#lib/*': { default: './dist/lib/*.js' }, '#ext': 'pg' },
      }),
      'src/db.ts': '',
      'src/lib/a.ts': '',
    };
    assert.deepEqual(await resolved(files, 'src/main.ts', ['#db', '#lib/a', '#ext', '#none']), [
      'src/db.ts',
      'src/lib/a.ts',
      undefined,
      undefined,
    ]);
  });
});

describe('an alias that templates set up elsewhere', () => {
  it('names what its framework means by it, unless a tsconfig says otherwise', async () => {
    const files = {
      'package.json': json({ name: 'app' }),
      'src/utils/auth.js': '',
      'src/lib/session.ts': '',
      'stores/user.ts': '',
    };
    const specifiers = ['@/utils/auth', '$lib/session', '~/stores/user', '~~/stores/user', '@/missing', '$app/stores'];
    assert.deepEqual(await resolved(files, 'src/views/login.js', specifiers), [
      ...['src/utils/auth.js', 'src/lib/session.ts', 'stores/user.ts', 'stores/user.ts', undefined, undefined],
    ]);
    const config = json({ compilerOptions: { paths: { '@/*': ['./client/*'] } } });
    const mapped = { ...files, 'tsconfig.json': config, 'client/utils/auth.ts': '' };
    assert.deepEqual(await resolved(mapped, 'src/views/login.js', ['@/utils/auth']), ['client/utils/auth.ts']);
  });
});

describe('a path from the root of the package', () => {
  it('is tried where nobody declares such a package, and for aliases of the manifest', async () => {
    const files = {
      'package.json': json({
        name: 'app',
        dependencies: { declared: '^1.0.0' },
        _moduleAliases: { '@root': '.', '@settings': 'src/config' },
      }),
      'config.json': '{}',
      '_helpers/db.js': '',
      'declared/index.js': '',
      'declared/sub.js': '',
      'src/config/index.js': '',
      'src/services/users.js': '',
    };
    const specifiers = [
      ...['config.json', '_helpers/db', 'services/users', '@root/_helpers/db', '@settings', '@settings/index.js'],
      ...['declared/sub', 'config', 'fs/promises'],
    ];
    assert.deepEqual(await resolved(files, 'users/user.service.js', specifiers), [
      ...['config.json', '_helpers/db.js', 'src/services/users.js', '_helpers/db.js'],
      ...['src/config/index.js', 'src/config/index.js', undefined, undefined, undefined],
    ]);
  });
});

describe('a file of the project', () => {
  it('lies in the directory of the nearest manifest that has it', async () => {
    const files = {
      'package.json': json({ name: 'root' }),
      'config/default.json': '{}',
      'config/production.yaml': '',
      'packages/a/package.json': json({ name: 'a' }),
      'packages/a/config/default.ts': '',
    };
    const specifiers = ['project:config/default', 'project:config/production', 'project:config/none'];
    assert.deepEqual(await resolved(files, 'packages/a/src/main.ts', specifiers), [
      'packages/a/config/default.ts',
      'config/production.yaml',
      undefined,
    ]);
  });
});
