import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKED_LANGUAGES } from '../../client/languages';
import { sharedSettings } from './support/manifest';

const read = (name: string) => JSON.parse(readFileSync(join(__dirname, '../..', name), 'utf8'));
const manifest = read('package.json');
const { properties } = manifest.contributes.configuration;

describe('the manifest of the extension', () => {
  it('declares the settings as the config file knows them', () => {
    const declared = Object.keys(sharedSettings()).map((name) => [name, properties[name]]);
    assert.deepEqual(Object.fromEntries(declared), sharedSettings());
  });

  it('has a text for every name that it gives to one, and no other', () => {
    const used = [...JSON.stringify(manifest.contributes).matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name);
    assert.deepEqual(used.sort(), Object.keys(read('package.nls.json')).sort());
  });

  it('starts the extension for the languages that are checked, never for all', () => {
    const { activationEvents } = manifest;
    for (const language of CHECKED_LANGUAGES) assert.ok(activationEvents.includes(`onLanguage:${language}`), language);
    assert.ok(activationEvents.every((event: string) => /^onLanguage:\w+$/.test(event)));
  });
});
