import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { CHECKED_LANGUAGES } from '../../client/languages';
import { DEFAULT_SETTINGS, rules } from '../../rules';
import { configSchema } from '../../server/host/config/schema';

const ROOT = join(__dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
const manifest = read('package.json');
const texts = read('package.nls.json');
const { properties } = manifest.contributes.configuration;

/** Where tokens are explained, beside the languages that are checked. */
const TOKEN_LANGUAGES = ['plaintext', 'json', 'jsonc', 'yaml', 'markdown', 'log', 'dotenv', 'properties'];

describe('the manifest of the extension', () => {
  it('declares the settings that the config file knows, with its words', () => {
    const { properties: known = {} } = configSchema(rules);
    for (const name of ['preset', 'cookies', 'testFiles'] as const) {
      const { enum: allowed, default: standard, description, scope } = properties[`authlint.${name}`];
      assert.deepEqual(allowed, known[name]?.enum, name);
      assert.equal(standard, DEFAULT_SETTINGS[name], name);
      assert.equal(texts[description.slice(1, -1)], known[name]?.description, name);
      assert.equal(scope, 'resource', name);
    }
    const described = Object.entries<{ description: string }>(properties['authlint.rules'].properties);
    assert.deepEqual(
      described.map(([id, { description }]) => [id, texts[description.slice(1, -1)]]),
      rules.map(({ id, summary }) => [id, summary]),
    );
  });

  it('declares a setting for each lifetime of the policy, which takes what the config file takes', () => {
    const names = Object.keys(properties).flatMap((name) => /^authlint\.policy\.(\w+)$/.exec(name)?.[1] ?? []);
    assert.deepEqual(names, Object.keys(DEFAULT_SETTINGS.policy));
    for (const name of names) {
      const { type, pattern, exclusiveMinimum } = properties[`authlint.policy.${name}`];
      const takes = new Ajv({ allowUnionTypes: true }).compile({ type, pattern, exclusiveMinimum });
      for (const value of [900, '15m', '90s', null]) assert.ok(takes(value), `${name}: ${value}`);
      for (const value of [0, '15 minutes', '', true]) assert.ok(!takes(value), `${name}: ${value}`);
    }
  });

  it('ships the schema of the config file', () => {
    const [{ fileMatch, url }] = manifest.contributes.jsonValidation;
    assert.equal(fileMatch, 'authlint.config.json');
    // The schema of models is large, and tested with the config file.
    const { models: _, ...small } = read(url).properties;
    const takes = new Ajv({ strict: false }).compile({ type: 'object', properties: small });
    assert.ok(takes({ preset: 'strict', rules: { 'jwt-alg-none': 'off' }, policy: { maxSessionLifetime: '1h' } }));
    assert.ok(!takes({ preset: 'loud' }));
    assert.ok(!takes({ rules: { 'no-such-rule': 'off' } }));
  });

  it('starts the extension for the languages that it reads, and for nothing else', () => {
    const languages = [...CHECKED_LANGUAGES, ...TOKEN_LANGUAGES];
    const events: readonly string[] = manifest.activationEvents;
    assert.deepEqual([...events].sort(), languages.map((language) => `onLanguage:${language}`).sort());
  });

  it('declares the languages that come with no VS Code', () => {
    const declared = new Set(manifest.contributes.languages.map(({ id }: { id: string }) => id));
    for (const language of ['vue', 'svelte', 'astro']) assert.ok(declared.has(language), language);
  });

  it('has a walkthrough of three steps, whose pictures and commands there are', () => {
    const [{ steps }] = manifest.contributes.walkthroughs;
    assert.equal(steps.length, 3);
    const commands = new Set(manifest.contributes.commands.map(({ command }: { command: string }) => command));
    for (const { description, media } of steps) {
      const { dark, light, hc, hcLight } = media.image;
      assert.deepEqual([hc, hcLight], [dark, light]);
      assert.match(light, /-light\./);
      for (const image of [dark, light]) assert.ok(readFileSync(join(ROOT, image)).length > 1000, image);
      for (const [, command] of texts[description.slice(1, -1)].matchAll(/\(command:([\w.]+)\)/g)) {
        assert.ok(commands.has(command) || command.startsWith('editor.'), command);
      }
    }
  });

  it('works without trust, and says so', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });
});
