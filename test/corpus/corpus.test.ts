import assert from 'node:assert/strict';
import { checkPackage } from './check';
import { fetchAll, nameOf } from './fetch';
import { PACKAGES } from './packages';

describe('what is found in published packages', function () {
  this.timeout('5m');
  const packages = PACKAGES.filter(({ findings }) => findings === 'tested');
  let directories: ReadonlyMap<string, string>;

  before(async () => {
    directories = await fetchAll(packages);
  });

  for (const one of packages) {
    it(`${nameOf(one)}: every fix is right, and every cause is one finding`, async () => {
      const { findings, faults } = await checkPackage(directories.get(nameOf(one)) ?? '', one.folders);
      assert.deepEqual(faults, []);
      assert.ok(findings > 0, 'nothing is found: `findings` is to go');
    });
  }
});
