import type { LibraryModel } from './model';

/** What Node's and the browser's own cryptography computes. */
export const nodeCrypto = {
  types: [{ name: '#Hmac', display: 'hmac', annotations: ['Hmac'], fluent: ['update', 'setEncoding'] }],
  gives: [
    { path: 'createHmac()', in: 'crypto', type: '#Hmac' },
    { path: 'Hmac()', in: 'crypto', type: '#Hmac' },
  ],
  results: [
    { path: '#Hmac.digest()', is: { digest: 'keyed' } },
    // A hash keeps its calls: a secret among what is hashed makes it a keyed one.
    { path: 'createHash().digest()', in: 'crypto', is: { digest: 'plain' } },
    { path: 'createHash().update().digest()', in: 'crypto', is: { digest: 'plain' } },
    { path: 'createHash().update().update().digest()', in: 'crypto', is: { digest: 'plain' } },
    { path: 'subtle.sign()', in: 'crypto', is: { digest: 'keyed' } },
    { path: 'webcrypto.subtle.sign()', in: 'crypto', is: { digest: 'keyed' } },
    { path: 'crypto.subtle.sign()', is: { digest: 'keyed' } },
  ],
} as const satisfies Pick<LibraryModel, 'types' | 'gives' | 'results'>;
