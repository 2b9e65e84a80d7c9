import assert from 'node:assert/strict';
import { checkPackage } from './check';
import { fetchAll, nameOf } from './fetch';
import { PACKAGES } from './packages';

describe('what is found in published packages', function () {
  this.timeout('5m');
  const packages = PACKAGES.filter(({ findings }) => findings === 'tested');
  let directories: ReadonlyMap<string, string>;
  let taken = 0;

  before(async () => {
    directories = await fetchAll(packages);
  });

  for (const one of packages) {
    it(`${nameOf(one)}: every fix is right, and every cause is one finding`, async () => {
      const { findings, fixes, faults } = await checkPackage(directories.get(nameOf(one)) ?? '', one.folders);
      taken += fixes;
      assert.deepEqual(faults, []);
      assert.ok(findings > 0, 'nothing is found: `findings` is to go');
    });
  }

  it('has fixes to take', () => assert.ok(taken > 0));
});
