import assert from 'node:assert/strict';
import { createConfigs } from '../../server/host/config/configs';
import { createFiles } from '../../server/host/files/files';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { configAt, problemsOf, RULES } from './configAt';
import { json, project } from './project';

describe('config', () => {
  it('is read with comments, durations in seconds', async () => {
    const { settings, problems, files, base } = await configAt({
      'authlint.config.json': `{
        // Ours.
        "$schema": "./schema.json",
        "root": true,
        "preset": "strict",
        "rules": { "jwt-alg-none": "warning", "token-in-url": "off" },
        "policy": { "maxAccessTokenLifetime": "15m", "maxInvitationLifetime": 600, "maxSessionLifetime": "90d" },
        "cookies": "all",
        "testFiles": "report",
      }`,
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(files, [`${base}/authlint.config.json`]);
    assert.deepEqual(settings, {
      preset: 'strict',
      rules: { 'jwt-alg-none': 'warning', 'token-in-url': 'off' },
      policy: { maxAccessTokenLifetime: 900, maxInvitationLifetime: 600, maxSessionLifetime: 7_776_000 },
      cookies: 'all',
      testFiles: 'report',
    });
  });

  it('takes each key from the nearest file that sets it, up to a root', async () => {
    const files = {
      'authlint.config.json': json({ cookies: 'all', testFiles: 'report' }),
      'app/authlint.config.json': json({ root: true, preset: 'strict', rules: { 'token-in-url': 'off' } }),
      'app/api/package.json': json({
        name: 'api',
        authlint: { rules: { 'jwt-alg-none': 'error' }, testFiles: 'ignore' },
      }),
      'app/api/src/a.ts': '',
    };
    const { settings, files: read, base } = await configAt(files, 'app/api/src');
    assert.deepEqual(read, [`${base}/app/api/package.json`, `${base}/app/authlint.config.json`]);
    assert.equal(settings.preset, 'strict');
    assert.equal(settings.cookies, undefined);
    assert.equal(settings.testFiles, 'ignore');
    assert.deepEqual(settings.rules, { 'jwt-alg-none': 'error', 'token-in-url': 'off' });
  });

  it('extends another file, whose keys are weaker and whose patterns count from here', async () => {
    const { settings, problems, ignore, base } = await configAt({
      'authlint.config.json': json({ extends: './shared/base.json', preset: 'recommended', ignore: ['!a.gen.ts'] }),
      'shared/base.json': json({ extends: '../more.json', preset: 'strict', ignore: ['*.gen.ts'] }),
      'more.json': json({ cookies: 'all' }),
    });
    assert.deepEqual(problems, []);
    assert.equal(settings.preset, 'recommended');
    assert.equal(settings.cookies, 'all');
    const [patterns] = ignore;
    assert.equal(patterns?.directory, base);
    assert.deepEqual([patterns?.matcher.ignores('b.gen.ts'), patterns?.matcher.ignores('a.gen.ts')], [true, false]);
  });

  it('names a cycle of extends, and a file that is not there', async () => {
    const cycle = await configAt({
      'authlint.config.json': '{\n  "extends": "./b.json" }',
      'b.json': '{\n  "extends": "./authlint.config.json"\n}',
    });
    const [problem, ...others] = cycle.problems;
    const names = ['authlint.config.json', 'b.json', 'authlint.config.json'].map((name) => `${cycle.base}/${name}`);
    assert.deepEqual(others, []);
    assert.deepEqual(problem, {
      file: `${cycle.base}/b.json`,
      line: 2,
      column: 14,
      message: `This config extends itself: ${names.join(' → ')}.`,
    });
    const absent = await configAt({ 'authlint.config.json': '{ "extends": "./nowhere.json" }' });
    assert.deepEqual(
      absent.problems.map(({ column, message }) => `${column} ${message}`),
      [`14 There is no file ${absent.base}/nowhere.json.`],
    );
  });

  it('names the allowed values of what is wrong, and keeps the rest', async () => {
    assert.deepEqual(await problemsOf('{\n  "presets": "strict"\n}'), [
      '2:3 Unknown key "presets". Allowed: $schema, root, extends, preset, rules, policy, cookies, testFiles, ' +
        'requireReason, overrides, ignore, models.',
    ]);
    assert.deepEqual(await problemsOf('{ "preset": "stict" }'), [
      '1:13 "preset" is "stict". Allowed: "recommended", "strict".',
    ]);
    assert.deepEqual(await problemsOf('{ "rules": { "jwt-none": "error" } }'), [
      '1:14 Unknown rule "jwt-none". Allowed: jwt-alg-none, token-in-url.',
    ]);
    assert.deepEqual(await problemsOf('{ "rules": { "token-in-url": 2 } }'), [
      '1:30 "token-in-url" is 2. Allowed: "error", "warning", "information", "off".',
    ]);
    assert.deepEqual(await problemsOf('{ "policy": { "maxInvitationLifetime": "2 weeks" } }'), [
      '1:40 "maxInvitationLifetime" is "2 weeks". Allowed: seconds as a number above 0, or a string such as "90s", ' +
        '"15m", "1h" or "30d".',
    ]);
    assert.deepEqual(await problemsOf('{ "ignore": "dist" }'), [
      '1:13 "ignore" is "dist". Allowed: a list of strings, such as ["legacy/", "*.gen.ts"].',
    ]);
    assert.deepEqual(await problemsOf('{ "root": "yes" }'), ['1:11 "root" is "yes". Allowed: true, false.']);
    assert.deepEqual(await problemsOf('{ "extends": "@acme/base" }'), [
      '1:14 "extends" is "@acme/base". Allowed: a relative path that starts with "./" or "../".',
    ]);
    const { settings } = await configAt({ 'authlint.config.json': '{ "preset": "strict", "cookies": 1 }' });
    assert.deepEqual([settings.preset, settings.cookies], ['strict', undefined]);
  });

  it('that is no JSON object says so where it breaks', async () => {
    assert.deepEqual(await problemsOf('{\n  "preset": "strict"\n  "cookies": "all"\n}'), [
      '3:3 Malformed JSON: comma expected.',
    ]);
    assert.deepEqual(await problemsOf(''), ['1:1 Malformed JSON: value expected.']);
    assert.match((await problemsOf('[]'))[0] ?? '', /^1:1 The config is not an object\. Allowed: /);
    const { problems } = await configAt({ 'package.json': '{\n "authlint": { "preset": 1 } }' });
    assert.deepEqual(
      problems.map(({ line, column, message }) => [line, column, message]),
      [[2, 26, '"preset" is 1. Allowed: "recommended", "strict".']],
    );
  });

  it('that is not text is a problem, not an absence', async () => {
    const base = project({ 'authlint.config.json': new Uint8Array([0xff, 0xfe, 0x7b, 0]) });
    const configs = createConfigs(createFiles(nodeFileSystem), RULES);
    const { problems } = await configs.at(base);
    assert.equal(problems[0]?.message, 'There is no such file, or it is not UTF-8 text.');
    assert.deepEqual(configs.problems(), problems);
  });

  it('can be one named file for everything', async () => {
    const base = project({
      'authlint.config.json': json({ preset: 'strict' }),
      'ci/lint.json': json({ cookies: 'all' }),
    });
    const configs = createConfigs(createFiles(nodeFileSystem), RULES, `${base}/ci/lint.json`);
    assert.deepEqual((await configs.at(base)).settings.cookies, 'all');
    assert.deepEqual((await configs.at(base)).settings.preset, undefined);
    const absent = createConfigs(createFiles(nodeFileSystem), RULES, `${base}/nowhere.json`);
    assert.equal((await absent.at(base)).problems.length, 1);
  });
});
