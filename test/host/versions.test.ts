import assert from 'node:assert/strict';
import type { Dependency } from '../../rules';
import { createFiles } from '../../server/host/files/files';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { createManifests } from '../../server/host/packages/manifests';
import { createPackages } from '../../server/host/packages/packages';
import { findVersionInBand } from '../../server/host/versions/bands';
import { createVersions } from '../../server/host/versions/versions';
import { json, project } from './project';

type Files = Readonly<Record<string, string>>;

/** What the files of a directory see of `jsonwebtoken`, whose modelled bands begin at 8 and 9. */
function seen(files: Files, directory = '', name = 'jsonwebtoken'): Promise<Dependency | null> {
  const base = project(files);
  const cached = createFiles(nodeFileSystem);
  const manifests = createManifests(cached);
  const packages = createPackages(cached, manifests);
  const versions = createVersions(cached, manifests, packages, () => Promise.resolve(['8.0.0', '9.0.0']));
  return versions.find(name, directory === '' ? base : `${base}/${directory}`);
}

const depends = (range: string, group = 'dependencies'): string => json({ [group]: { jsonwebtoken: range } });

describe('the version of a library', () => {
  it('is the installed one, found by walking up', async () => {
    const files = {
      'package.json': depends('^9.0.0'),
      'node_modules/jsonwebtoken/package.json': json({ version: '9.0.2' }),
      'app/src/a.ts': '',
    };
    assert.deepEqual(await seen(files, 'app/src'), { declared: true, version: '9.0.2' });
    const nested = { ...files, 'app/node_modules/jsonwebtoken/package.json': json({ version: '8.5.1' }) };
    assert.deepEqual(await seen(nested, 'app/src'), { declared: true, version: '8.5.1' });
  });

  it('may be installed without being declared', async () => {
    const files = { 'package.json': '{}', 'node_modules/jsonwebtoken/package.json': json({ version: '9.0.2' }) };
    assert.deepEqual(await seen(files), { declared: false, version: '9.0.2' });
  });

  it('is null when manifests do not know it, and unknown without manifests', async () => {
    assert.equal(await seen({ 'package.json': json({ dependencies: { jose: '^5' } }) }), null);
    assert.deepEqual(await seen({ 'a.ts': '' }), { declared: false });
    assert.deepEqual(await seen({ 'package.json': '{ malformed' }), { declared: false });
  });

  it('is declared in any group, by the nearest manifest that declares it', async () => {
    for (const group of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
      assert.deepEqual(await seen({ 'package.json': depends('~8.5.0', group) }), { declared: true, version: '8.5.0' });
    }
    const peer = json({ peerDependencies: { jsonwebtoken: '>=8' }, devDependencies: { jsonwebtoken: '^9.0.1' } });
    assert.deepEqual(await seen({ 'package.json': peer }), { declared: true, version: '9.0.1' });
    const inner = { 'package.json': depends('^9.0.0'), 'app/package.json': '{}', 'app/a.ts': '' };
    assert.deepEqual(await seen(inner, 'app'), { declared: true, version: '9.0.0' });
  });

  it('stays unknown for a tag, a URL, a link and a range over bands without a lockfile', async () => {
    for (const range of ['latest', '*', '', '>=8', 'github:auth0/node-jsonwebtoken', 'file:../jwt', 'catalog:']) {
      assert.deepEqual(await seen({ 'package.json': depends(range) }), { declared: true }, range);
    }
  });

  it('looks through an npm alias', async () => {
    assert.equal((await seen({ 'package.json': depends('npm:@acme/jsonwebtoken@^8.5.0') }))?.version, '8.5.0');
    assert.equal((await seen({ 'package.json': depends('npm:jsonwebtoken@^9.0.0') }))?.version, '9.0.0');
    assert.equal((await seen({ 'package.json': depends('npm:^9.0.0') }))?.version, '9.0.0');
    assert.equal((await seen({ 'package.json': depends('npm:jsonwebtoken') }))?.version, undefined);
  });

  it('looks into pnpm catalogs', async () => {
    const workspace =
      'packages:\n  - app\ncatalog:\n  jsonwebtoken: ^9.0.1\ncatalogs:\n  old:\n    jsonwebtoken: 8.5.1\n';
    const files = { 'pnpm-workspace.yaml': workspace, 'app/package.json': depends('catalog:') };
    assert.equal((await seen(files, 'app'))?.version, '9.0.1');
    assert.equal((await seen({ ...files, 'app/package.json': depends('catalog:old') }, 'app'))?.version, '8.5.1');
    assert.equal((await seen({ ...files, 'app/package.json': depends('catalog:new') }, 'app'))?.version, undefined);
  });

  it('of a workspace package is in its own manifest', async () => {
    const files = {
      'package.json': json({ workspaces: ['packages/*'] }),
      'packages/jsonwebtoken/package.json': json({ name: 'jsonwebtoken', version: '8.1.0' }),
      'packages/app/package.json': depends('workspace:^'),
    };
    assert.equal((await seen(files, 'packages/app'))?.version, '8.1.0');
    const ranged = { ...files, 'packages/app/package.json': depends('workspace:^9.1.0') };
    assert.equal((await seen(ranged, 'packages/app'))?.version, '9.1.0');
  });
});

describe('a lockfile', () => {
  const spanning = depends('>=8.0.0');

  it('is not read when the range lies in one band', async () => {
    const lock = json({ packages: { 'node_modules/jsonwebtoken': { version: '9.0.2' } } });
    const files = { 'package.json': depends('^8.0.0'), 'package-lock.json': lock };
    assert.equal((await seen(files))?.version, '8.0.0');
  });

  it('of npm is read in versions 1 to 3, the copy nearest to the project', async () => {
    const first = json({ lockfileVersion: 1, dependencies: { jsonwebtoken: { version: '8.5.1' } } });
    assert.equal((await seen({ 'package.json': spanning, 'package-lock.json': first }))?.version, '8.5.1');
    const third = json({
      lockfileVersion: 3,
      packages: {
        '': { name: 'root' },
        'node_modules/jsonwebtoken': { version: '9.0.2' },
        'apps/old/node_modules/jsonwebtoken': { version: '8.4.0' },
      },
    });
    const files = {
      'package-lock.json': third,
      'package.json': '{}',
      'apps/old/package.json': spanning,
      'apps/new/package.json': spanning,
    };
    assert.equal((await seen(files, 'apps/old'))?.version, '8.4.0');
    assert.equal((await seen(files, 'apps/new'))?.version, '9.0.2');
  });

  it('of Yarn 1 is read by descriptor', async () => {
    const lock = [
      '# yarn lockfile v1',
      '',
      '',
      '"@types/jsonwebtoken@^9.0.0":',
      '  version "9.0.7"',
      '',
      'jsonwebtoken@^8.5.1, jsonwebtoken@^8.0.0:',
      '  version "8.5.1"',
      '  dependencies:',
      '    jws "^3.2.2"',
      '',
      '"jsonwebtoken@>=8.0.0", jsonwebtoken@^9.0.0:',
      '  version "9.0.2"',
      '',
    ];
    for (const text of [lock.join('\n'), lock.join('\r\n')]) {
      assert.equal((await seen({ 'package.json': spanning, 'yarn.lock': text }))?.version, '9.0.2');
    }
    const other = { 'package.json': depends('>=8.1.0'), 'yarn.lock': lock.join('\n') };
    assert.equal((await seen(other))?.version, undefined);
  });

  it('of Yarn Berry is read by descriptor', async () => {
    const lock = `__metadata:
  version: 8

"jsonwebtoken@npm:>=8.0.0, jsonwebtoken@npm:^9.0.0":
  version: 9.0.2
  resolution: "jsonwebtoken@npm:9.0.2"
  languageName: node

"jsonwebtoken@npm:^8.5.1":
  version: 8.5.1
`;
    assert.equal((await seen({ 'package.json': spanning, 'yarn.lock': lock }))?.version, '9.0.2');
  });

  it('of pnpm is read in versions 6 to 9', async () => {
    const many = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    dependencies:
      jose:
        specifier: ^5.0.0
        version: 5.1.0

  apps/old:
    dependencies:
      jsonwebtoken:
        specifier: '>=8.0.0'
        version: 8.5.1(supports-color@8.1.1)

  apps/aliased:
    devDependencies:
      jsonwebtoken:
        specifier: npm:@acme/jwt@>=8
        version: '@acme/jwt@9.0.2(supports-color@8.1.1)'

packages:

  jsonwebtoken@8.5.1:
    resolution: {integrity: sha512-x}
`;
    const files = {
      'pnpm-lock.yaml': many,
      'apps/old/package.json': spanning,
      'apps/aliased/package.json': spanning,
    };
    assert.equal((await seen(files, 'apps/old'))?.version, '8.5.1');
    assert.equal((await seen(files, 'apps/aliased'))?.version, '9.0.2');
    const single = `lockfileVersion: '6.0'

dependencies:
  jsonwebtoken:
    specifier: '>=8.0.0'
    version: 9.0.0

packages:

  /jsonwebtoken@9.0.0:
    resolution: {integrity: sha512-x}
`;
    assert.equal((await seen({ 'package.json': spanning, 'pnpm-lock.yaml': single }))?.version, '9.0.0');
  });

  it('that is malformed tells nothing', async () => {
    for (const name of ['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml']) {
      assert.deepEqual(
        await seen({ 'package.json': spanning, [name]: '{ "packages": [ : }' }),
        { declared: true },
        name,
      );
    }
  });
});

describe('a range', () => {
  const starts = ['4.0.0', '5.0.0', '6.0.0'];

  it('stands for a version when it lies in one band', () => {
    const ranges = ['^4.3.0', '4.x', '~5.9', '>=5 <6', '6.0.0-beta.1', '^6.1.0', '>=6', '^3.0.0', '<4', '5.1 - 5.3'];
    const versions = ['4.3.0', '4.0.0', '5.9.0', '5.0.0', '6.0.0-beta.1', '6.1.0', '6.0.0', '3.0.0', '0.0.0', '5.1.0'];
    assert.deepEqual(
      ranges.map((range) => findVersionInBand(range, starts)),
      versions,
    );
  });

  it('stands for none when it spans bands or is no range', () => {
    for (const range of ['*', '>=4', '^4 || ^5', '>=3.9', '<=4.0.0', 'next', '']) {
      assert.equal(findVersionInBand(range, starts), undefined, range);
    }
  });

  it('of a package without bands is all one', () => {
    assert.equal(findVersionInBand('>=2', []), '2.0.0');
  });
});
