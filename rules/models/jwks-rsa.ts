import type { LibraryModel } from './model';

const PROVIDERS = ['expressJwtSecret', 'hapiJwt2Key', 'hapiJwt2KeyAsync', 'koaJwtSecret', 'passportJwtSecret'] as const;

export const jwksRsa = {
  package: 'jwks-rsa',
  source: 'jwks-rsa@4.1.0 src/index.js, src/integrations/*.js (config.js lists no HMAC) and src/utils.js',
  display: 'jwksClient',
  types: [
    { name: '#JwksClient', display: 'client', annotations: ['JwksClient'] },
    { name: '#SigningKey', display: 'key', annotations: ['SigningKey', 'CertSigningKey', 'RsaSigningKey'] },
  ],
  gives: [
    { path: '()', type: '#JwksClient' },
    { path: 'JwksClient()', type: '#JwksClient' },
    { path: '#JwksClient.getSigningKey()', type: '#SigningKey' },
  ],
  handlers: [{ path: '#JwksClient.getSigningKey', parameters: ['', '#SigningKey'] }],
  results: [
    ...PROVIDERS.map((name) => ({ path: `${name}()`, is: { key: 'asymmetric', form: 'set' } }) as const),
    // One of the set, whichever the token asks for.
    ...(['getPublicKey()', 'publicKey', 'rsaPublicKey'] as const).map(
      (member) => ({ path: `#SigningKey.${member}`, is: { key: 'asymmetric', form: 'set' } }) as const,
    ),
    { path: '#JwksClient.getSigningKey()', is: { key: 'asymmetric', form: 'set' } },
  ],
  emissions: [],
} satisfies LibraryModel;
