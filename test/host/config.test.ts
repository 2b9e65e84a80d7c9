import assert from 'node:assert/strict';
import Ajv from 'ajv';
import type { LibraryModel } from '../../rules';
import { models as builtIn } from '../../rules/models';
import { type Config, createConfigs, layerOf } from '../../server/host/config/configs';
import { toSeconds } from '../../server/host/config/duration';
import { configSchema } from '../../server/host/config/schema';
import { mergeLayers, toSettings } from '../../server/host/config/settings';
import { createFiles } from '../../server/host/files';
import { nodeFileSystem } from '../../server/host/nodeFileSystem';
import { dirname } from '../../server/host/path';
import { exampleConfig } from './exampleConfig';
import { json, project } from './project';

const RULES = [
  { id: 'jwt-alg-none', summary: 'Unsigned tokens are accepted.' },
  { id: 'token-in-url', summary: 'A token travels in a URL.' },
];

async function configAt(files: Readonly<Record<string, string>>, directory = ''): Promise<Config & { base: string }> {
  const base = project(files);
  const configs = createConfigs(createFiles(nodeFileSystem), RULES);
  return { ...(await configs.at(directory === '' ? base : `${base}/${directory}`)), base };
}

/** The problems of one config as `line:column message`. */
async function problemsOf(config: string): Promise<readonly string[]> {
  const { problems } = await configAt({ 'authlint.config.json': config });
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

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

describe('models in a config', () => {
  const [example] = exampleConfig().models;

  it('are those that are built in, if one wishes', async () => {
    const { settings, problems } = await configAt({ 'authlint.config.json': json({ models: builtIn }) });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.models, builtIn);
  });

  it('say where they are wrong and what is allowed, and count for nothing then', async () => {
    const messagesOf = async (...models: readonly object[]): Promise<readonly string[]> => {
      const { problems, settings } = await configAt({ 'authlint.config.json': json({ models: [...models, example] }) });
      assert.deepEqual(settings.models, [example]);
      return problems.map(({ message }) => message);
    };
    const { emissions, ...rest } = example;
    const [cookie] = emissions;
    const withSlots = (slots: object): object => ({ ...example, emissions: [{ ...cookie, slots }] });
    assert.deepEqual(await messagesOf(rest), [
      '"models[0]" has no "emissions". Required: package, source, display, emissions.',
    ]);
    const [kinds] = await messagesOf({ ...example, emissions: [{ ...cookie, emits: 'Cookie' }] });
    assert.match(
      kinds ?? '',
      /^"models\[0\]\.emissions\[0\]\.emits" is "Cookie"\. Allowed: "CookieWrite", "TokenSign", /,
    );
    assert.deepEqual(await messagesOf({ ...example, emissions: [{ ...cookie, at: { calls: 'f' } }] }), [
      '"models[0].emissions[0].at" is not understood. Allowed: an object with "call", "method", "handed" or "assign".',
    ]);
    assert.deepEqual(await messagesOf(withSlots({ ...cookie?.slots, httponly: { where: [] } })), [
      'Unknown attribute "httponly" in "models[0].emissions[0].slots". Allowed: by, name, value, httpOnly, secure, ' +
        'sameSite, lifetime, domain, path, prefix, carriesSession, secureByRequest, behindProxy.',
    ]);
    assert.deepEqual(await messagesOf(withSlots({ ...cookie?.slots, by: { constant: 'client' } })), [
      '"models[0].emissions[0].slots.by.constant" is "client". Allowed: "server", "script".',
    ]);
    const noProperty = { from: 'argument', index: -1, path: 'secure' };
    assert.deepEqual(await messagesOf(withSlots({ ...cookie?.slots, secure: { where: [noProperty], default: 1 } })), [
      '"models[0].emissions[0].slots.secure.where[0].index" is -1. Allowed: a whole number from 0 on.',
      '"models[0].emissions[0].slots.secure.where[0].path" is "secure". Allowed: a list of strings.',
      '"models[0].emissions[0].slots.secure.default" is 1. Allowed: true, false, "auto".',
    ]);
    assert.deepEqual(await messagesOf({ ...example, emissions: [{ ...cookie, since: '^2' }] }), [
      '"models[0].emissions[0].since" is "^2". Allowed: a version, such as "2.0.0".',
    ]);
    assert.deepEqual(await messagesOf({ ...example, results: [{ path: 'make()', is: 'token' }] }), [
      '"models[0].results[0].is" is not understood. Allowed: "credential", or an object with "environment", ' +
        '"instance", "same", "key", "nothing", "identifier", "configured", "date", "record", "kept", "digest" or "argument".',
    ]);
    assert.deepEqual(await problemsOf('{ "models": { "package": "a" } }'), [
      '1:13 "models" is not a list. Allowed: a list.',
    ]);
  });

  it('are merged by package, the nearest first, and stay the same list where there is one', () => {
    const named = (name: string, source: string): LibraryModel => ({
      package: name,
      source,
      display: name,
      emissions: [],
    });
    const near = [named('a', 'near'), named('a', 'near, too')];
    const far = [named('a', 'far'), named('b', 'far')];
    const { models = [] } = mergeLayers([{ models: near }, {}, { models: far }]);
    assert.deepEqual(
      models.map(({ package: name, source }) => `${name} ${source}`),
      ['a near', 'a near, too', 'b far'],
    );
    assert.equal(toSettings([{}, { models: near }, {}]).models, near);
  });
});

describe('overrides', () => {
  const layerAt = async (base: string, file: string) => {
    const configs = createConfigs(createFiles(nodeFileSystem), RULES);
    return layerOf(await configs.at(dirname(`${base}/${file}`)), `${base}/${file}`);
  };

  it('count for the files that they name, the last one first', async () => {
    const base = project({
      'authlint.config.json': json({
        rules: { 'jwt-alg-none': 'error', 'token-in-url': 'warning' },
        overrides: [
          {
            files: ['legacy/', '*.old.ts'],
            rules: { 'token-in-url': 'off' },
            policy: { maxAccessTokenLifetime: '1d' },
          },
          { files: ['legacy/new/**'], rules: { 'token-in-url': 'error' } },
        ],
      }),
      'src/a.ts': '',
      'legacy/new/a.ts': '',
    });
    const old = {
      rules: { 'jwt-alg-none': 'error', 'token-in-url': 'off' },
      policy: { maxAccessTokenLifetime: 86_400 },
    };
    assert.deepEqual((await layerAt(base, 'src/a.ts')).rules, { 'jwt-alg-none': 'error', 'token-in-url': 'warning' });
    assert.deepEqual(await layerAt(base, 'legacy/deep/a.ts'), old);
    assert.deepEqual(await layerAt(base, 'src/a.old.ts'), old);
    assert.deepEqual((await layerAt(base, 'legacy/new/a.ts')).rules, {
      'jwt-alg-none': 'error',
      'token-in-url': 'error',
    });
  });

  it('are weaker than a nearer config, and stronger than what theirs extends', async () => {
    const base = project({
      'base.json': json({ rules: { 'token-in-url': 'error', 'jwt-alg-none': 'error' } }),
      'authlint.config.json': json({
        extends: './base.json',
        overrides: [{ files: ['*.ts'], rules: { 'token-in-url': 'off', 'jwt-alg-none': 'off' } }],
      }),
      'app/authlint.config.json': json({ rules: { 'jwt-alg-none': 'warning' } }),
    });
    assert.deepEqual((await layerAt(base, 'a.ts')).rules, { 'token-in-url': 'off', 'jwt-alg-none': 'off' });
    assert.deepEqual((await layerAt(base, 'a.js')).rules, { 'token-in-url': 'error', 'jwt-alg-none': 'error' });
    assert.deepEqual((await layerAt(base, 'app/a.ts')).rules, { 'token-in-url': 'off', 'jwt-alg-none': 'warning' });
  });

  it('say where they are wrong, and what is allowed', async () => {
    const base = project({
      'authlint.config.json':
        '{\n  "overrides": [\n    { "rules": {} },\n    { "files": "src", "rules": { "token-in-url": "on" } },\n    { "files": [], "preset": "strict" }\n  ]\n}',
    });
    const { problems } = await createConfigs(createFiles(nodeFileSystem), RULES).at(base);
    assert.deepEqual(
      problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
      [
        '3:5 "overrides[0]" has no "files". Required: files.',
        '4:16 "overrides[1].files" is "src". Allowed: a list of strings, such as ["legacy/", "*.gen.ts"].',
        '4:50 "overrides[1].rules.token-in-url" is "on". Allowed: "error", "warning", "information", "off".',
        '5:20 Unknown key "preset" in "overrides[2]". Allowed: files, rules, policy.',
      ],
    );
  });
});

describe('settings', () => {
  it('are merged from the strongest layer down, rules and lifetimes one by one', () => {
    const settings = toSettings([
      { rules: { a: 'off' } },
      { preset: 'strict', rules: { a: 'error', b: 'warning' }, policy: { maxInvitationLifetime: 60 } },
      { preset: 'recommended', cookies: 'all', policy: { maxInvitationLifetime: 1, maxRefreshTokenLifetime: 2 } },
    ]);
    assert.deepEqual(settings, {
      preset: 'strict',
      rules: { a: 'off', b: 'warning' },
      policy: {
        maxAccessTokenLifetime: 900,
        maxRefreshTokenLifetime: 2,
        maxLoginLinkLifetime: 600,
        maxConfirmationLifetime: 604_800,
        maxInvitationLifetime: 60,
        maxCookieLifetime: 2_592_000,
        maxSessionLifetime: 2_592_000,
        maxClockTolerance: 300,
      },
      cookies: 'all',
      testFiles: 'ignore',
      requireReason: false,
      models: [],
    });
    assert.deepEqual(mergeLayers([]), { rules: {}, policy: {} });
  });
});

describe('durations', () => {
  it('are seconds or a number with a unit', () => {
    assert.deepEqual([900, '90s', '15m', '1.5 h', '30d'].map(toSeconds), [900, 90, 900, 5400, 2_592_000]);
    assert.deepEqual([0, -1, '0m', '15min', '15', 'm', true, Number.NaN].map(toSeconds), Array(8).fill(undefined));
  });
});

describe('the JSON schema', () => {
  const schema = configSchema(RULES);

  it('knows every key with its values and a description', () => {
    assert.equal(schema.additionalProperties, false);
    assert.deepEqual(schema.properties?.preset?.enum, ['recommended', 'strict']);
    assert.deepEqual(schema.properties?.rules?.properties?.['token-in-url'], {
      description: 'A token travels in a URL.',
      enum: ['error', 'warning', 'information', 'off'],
    });
    for (const [name, property] of Object.entries(schema.properties ?? {})) assert.ok(property.description, name);
  });

  it('accepts the overrides that are accepted', () => {
    const accepts = new Ajv({ strict: false }).compile(schema);
    assert.ok(accepts({ overrides: [{ files: ['a/'], rules: { 'token-in-url': 'off' } }] }));
    for (const wrong of [{ rules: {} }, { files: 'a/' }, { files: [], preset: 'strict' }]) {
      assert.equal(accepts({ overrides: [wrong] }), false, JSON.stringify(wrong));
    }
  });

  it('accepts the models that are accepted', () => {
    const accepts = new Ajv({ strict: false }).compile(schema);
    assert.ok(accepts(exampleConfig()), JSON.stringify(accepts.errors));
    assert.ok(accepts(JSON.parse(JSON.stringify({ models: builtIn }))), JSON.stringify(accepts.errors));
    const [model] = exampleConfig().models;
    assert.equal(accepts({ models: [{ ...model, display: 1 }] }), false);
    assert.equal(accepts({ models: [{ ...model, emissions: [{ emits: 'CookieWrite' }] }] }), false);
  });

  it('accepts the durations that are accepted', () => {
    const duration = schema.properties?.policy?.properties?.maxAccessTokenLifetime?.anyOf?.[1];
    for (const text of ['90s', '15m', '1.5 h', '15min', '15', 'm']) {
      assert.equal(new RegExp(duration?.pattern ?? '').test(text), toSeconds(text) !== undefined, text);
    }
  });
});
