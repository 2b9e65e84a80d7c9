import type { LibraryModel } from './model';

/** What Node's and the browser's own cryptography computes, and what wraps functions without changing what they do. */
export const nodeCrypto = {
  types: [{ name: '#Hmac', display: 'hmac', annotations: ['Hmac'], fluent: ['update', 'setEncoding'] }],
  gives: [
    { path: 'createHmac()', in: 'crypto', type: '#Hmac' },
    { path: 'Hmac()', in: 'crypto', type: '#Hmac' },
  ],
  results: [
    { path: 'promisify()', in: 'util', is: { same: 0 } },
    { path: '#Hmac.digest()', is: { digest: 'keyed' } },
    // A hash keeps its calls: a secret among what is hashed makes it a keyed one.
    { path: 'createHash().digest()', in: 'crypto', is: { digest: 'plain' } },
    { path: 'createHash().update().digest()', in: 'crypto', is: { digest: 'plain' } },
    { path: 'createHash().update().update().digest()', in: 'crypto', is: { digest: 'plain' } },
    { path: 'subtle.sign()', in: 'crypto', is: { digest: 'keyed' } },
    { path: 'webcrypto.subtle.sign()', in: 'crypto', is: { digest: 'keyed' } },
    { path: 'crypto.subtle.sign()', is: { digest: 'keyed' } },
    // The same function, whose result is awaited instead of called back with.
    { path: 'promisify()', in: 'util', is: { same: 0 } },
  ],
  draws: [
    { path: 'Math.random', source: 'weak' },
    { path: 'Date.now', source: 'clock' },
    { path: 'randomBytes', in: 'crypto', source: 'bytes', size: 0 },
    { path: 'pseudoRandomBytes', in: 'crypto', source: 'bytes', size: 0 },
    { path: 'randomUUID', in: 'crypto', source: 'random-id' },
    { path: 'crypto.randomUUID', source: 'random-id' },
  ],
} as const satisfies Pick<LibraryModel, 'types' | 'gives' | 'results' | 'draws'>;
