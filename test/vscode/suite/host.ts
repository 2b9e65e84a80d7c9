import { equal } from './expect';

/** `node` or `web`; set by the bundler. */
declare const EXTENSION_HOST: string;

describe('the extension host', () => {
  it('is the one that this run is about', () => {
    equal(typeof importScripts === 'undefined' ? 'node' : 'web', EXTENSION_HOST);
  });

  it('is watched for attempts to leave the machine', () => {
    // A browser is watched from outside, and refuses by its own command line.
    if (EXTENSION_HOST === 'node') equal(Reflect.get(globalThis, 'authlintNetwork'), 'refused');
  });
});

declare const importScripts: unknown;
