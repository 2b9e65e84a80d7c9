import { arg, chain, constant, flow, type LibraryModel, required, slot } from './model';

/** Secrets by the name that the library gives their key, and by the key itself, which applications make for themselves. */
const SECRETS = [
  { name: 'TokenServiceBindings.TOKEN_SECRET', key: 'authentication.jwt.secret' },
  { name: 'RefreshTokenServiceBindings.REFRESH_SECRET', key: 'authentication.jwt.refresh.secret' },
];
const KEY = chain('bind', 0);

export const loopbackAuthenticationJwt = {
  package: '@loopback/authentication-jwt',
  modules: ['@loopback/authentication-jwt', '@loopback/core', '@loopback/context'],
  source:
    '@loopback/authentication-jwt@0.16.12 dist/keys.js, dist/services/jwt.service.js and dist/services/refreshtoken.service.js',
  display: 'app',
  runsOn: 'server',
  results: [
    { path: 'BindingKey.create()', is: { same: 0 } },
    { path: 'TokenServiceConstants.TOKEN_SECRET_VALUE', is: { text: 'myjwts3cr3t' } },
    { path: 'RefreshTokenConstants.REFRESH_SECRET_VALUE', is: { text: 'r3fr35htok3n' } },
  ],
  emissions: SECRETS.flatMap(({ name, key }) => [
    { where: KEY, part: `@loopback/authentication-jwt ${name}` },
    { where: KEY, is: [key] },
  ]).map(
    (when) =>
      ({
        emits: 'TokenSign',
        at: { method: 'to', of: 'bind', isChained: true, arguments: [1, 1], when },
        slots: {
          key: flow(arg(0)),
          algorithm: slot([], 'HS256'),
          signsNone: constant(false),
          // It is bound to a key of its own.
          lifetime: required([]),
          payload: flow([]),
          subject: flow([]),
        },
      }) as const,
  ),
} satisfies LibraryModel;
