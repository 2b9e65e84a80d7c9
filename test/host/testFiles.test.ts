import assert from 'node:assert/strict';
import { isEntered, isScanned, isScript } from '../../server/host/files/sourceFiles';
import { isTestFile } from '../../server/host/files/testFiles';

const TESTS = [
  'auth.test.ts',
  'src/auth.spec.tsx',
  'src/__tests__/auth.ts',
  'src/__test__/auth.ts',
  '__mocks__/jwt.js',
  'test/auth.ts',
  'tests/deep/auth.ts',
  'e2e/login.ts',
  'cypress/support/commands.ts',
  'src/fixtures/user.ts',
  'Button.stories.tsx',
  'login.e2e.ts',
  'src/Queries.tst.ts',
  'types/session.tst.tsx',
  'types/index.test-d.ts',
  'types/index.test-d.mts',
  'hooks/useUser.clienttest.ts',
  'trpc.servertest.ts',
  'user.mock.ts',
  'src/mock.ts',
  'src/mocks/handlers.ts',
  'testing/setup.ts',
  'packages/a/test-utils/index.ts',
  '__e2e__/a.ts',
  '__fixtures__/a.ts',
  'integration-tests/src/a.ts',
  'seed/users.ts',
  'prisma/seeds/users.ts',
  'db/seeders/users.ts',
  'detox/a.js',
  'src/AuthTest.ts',
  'vitest.setup.ts',
  'jest.setup.js',
  'jest-setup.ts',
  'setup-jest.ts',
  'src/setupTests.ts',
  'vitest.global-setup.ts',
  'src/Login.cy.tsx',
  'playwright/auth.setup.ts',
  'src/test-utils.tsx',
  'src/testHelpers.ts',
  'prisma/seed.ts',
  'packages/api/db/seed.js',
  'src/users/user.seeder.ts',
];

const CODE = [
  'src/auth.ts',
  'src/latest.ts',
  'src/contest/auth.ts',
  'src/testimonials/index.ts',
  'src/seed.ts',
  'src/wallet/seed.ts',
  'src/attest.ts',
  'src/greatest.js',
  'src/latest-d.ts',
  'src/tst.ts',
  'src/test-d.ts',
  'src/auth.tsts.ts',
  'src/auth-tst.ts',
  'src/setup.ts',
  'src/mockery.ts',
  'src/tester/a.ts',
  'test.ts',
  'src/AuthTest.tsx',
];

describe('test code', () => {
  for (const path of TESTS) {
    it(`is ${path}`, () => assert.equal(isTestFile(path), true));
  }
  for (const path of CODE) {
    it(`is not ${path}`, () => assert.equal(isTestFile(path), false));
  }
});

describe('a scan', () => {
  it('looks into scripts that people write', () => {
    for (const name of ['a.ts', 'a.tsx', 'a.mts', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.cjs', 'admin.js']) {
      assert.equal(isScanned(name), true, name);
    }
    for (const name of [
      'a.d.ts',
      'a.d.mts',
      'jquery.min.js',
      'vue-min.js',
      '.pnp.cjs',
      'a.json',
      'ts',
      'a.vue.js.map',
    ]) {
      assert.equal(isScanned(name), false, name);
    }
    for (const name of ['a.vue', 'a.svelte', 'a.astro', 'a.html', 'a.htm']) assert.equal(isScanned(name), true, name);
    assert.equal(isScript('jquery.min.js'), true);
  });

  it('does not enter what package managers and version control write', () => {
    assert.equal(isEntered('node_modules'), false);
    assert.equal(isEntered('.git'), false);
    assert.equal(isEntered('.github'), true);
  });
});
