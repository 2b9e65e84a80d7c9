import assert from 'node:assert/strict';
import { createConfigs, layerOf } from '../../server/host/config/configs';
import { toSeconds } from '../../server/host/config/duration';
import { mergeLayers, toSettings } from '../../server/host/config/settings';
import { createFiles } from '../../server/host/files/files';
import { nodeFileSystem } from '../../server/host/files/nodeFileSystem';
import { dirname } from '../../server/host/files/path';
import { RULES } from './configAt';
import { json, project } from './project';

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
