import { equal } from './expect';

/** `node` or `web`; set by the bundler. */
declare const EXTENSION_HOST: string;

describe('the extension host', () => {
  it('is the one that this run is about', () => {
    equal(typeof importScripts === 'undefined' ? 'node' : 'web', EXTENSION_HOST);
  });
});

declare const importScripts: unknown;
