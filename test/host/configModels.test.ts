import assert from 'node:assert/strict';
import type { LibraryModel } from '../../rules';
import { models as builtIn } from '../../rules/models';
import { mergeLayers, toSettings } from '../../server/host/config/settings';
import { configAt, problemsOf } from './configAt';
import { exampleConfig } from './exampleConfig';
import { json } from './project';

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
        '"offered", "returned", "reducer", "returnedBy", "partial", "merged", "picked", "omitted", "member", "changed", "given", "instance", "same", "key", "nothing", "identifier", "configured", "schema", "date", "milliseconds", "record", "members", "text", "kept", "digest" or "argument".',
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
