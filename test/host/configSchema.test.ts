import assert from 'node:assert/strict';
import Ajv, { type ValidateFunction } from 'ajv';
import { models as builtIn } from '../../rules/models';
import { toSeconds } from '../../server/host/config/duration';
import { configSchema } from '../../server/host/config/schema';
import { RULES } from './configAt';
import { exampleConfig } from './exampleConfig';

describe('the JSON schema', () => {
  const schema = configSchema(RULES);
  let accepts: ValidateFunction;

  // The schema is large: seconds of work.
  before(function () {
    this.timeout(120_000);
    accepts = new Ajv({ strict: false }).compile(schema);
  });

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
    assert.ok(accepts({ overrides: [{ files: ['a/'], rules: { 'token-in-url': 'off' } }] }));
    for (const wrong of [{ rules: {} }, { files: 'a/' }, { files: [], preset: 'strict' }]) {
      assert.equal(accepts({ overrides: [wrong] }), false, JSON.stringify(wrong));
    }
  });

  it('accepts the models that are accepted', () => {
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
