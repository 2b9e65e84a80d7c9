import { CALLERS_KEY, jsonwebtokenChecks } from './claimChecks';
import { decoding } from './decoding';
import {
  arg,
  chain,
  constant,
  EPOCH_SECONDS,
  flow,
  type LibraryModel,
  registered,
  SECONDS_OR_MS_TEXT,
  slot,
  timed,
  type Where,
} from './model';

/** An option of the call, else of the instance's own constructor, else of the module. */
function merged(index: number, group: string, ...path: readonly string[]): readonly Where[] {
  return [arg(index, ...path), chain('new', 0, group, ...path), registered(group, ...path)];
}

/** jwt.service.js `getSecretKey`: `secret` of the call or module wins over the key pair. */
function secrets(index: number, key: string): readonly Where[] {
  const names = ['secret', key];
  return [
    ...names.map((name) => arg(index, name)),
    ...names.map((name) => chain('new', 0, name)),
    ...names.map((name) => registered(name)),
  ];
}

/** `JwtOptionsFactory`. */
const CLASSES = ['useClass', 'useExisting'].map(
  (name) => ({ from: 'factory', index: 0, factory: [name, 'createJwtOptions'] }) as const,
);
const FACTORY = { from: 'factory', index: 0, factory: ['useFactory'] } as const;

export const nestjsJwt = {
  package: '@nestjs/jwt',
  source: '@nestjs/jwt@12.0.2 dist/jwt.service.js and dist/jwt.module.js; jsonwebtoken 9 since 10.0.0',
  display: 'jwtService',
  runsOn: 'server',
  types: [{ name: '#JwtService', display: 'jwtService', annotations: ['JwtService'] }],
  gives: [{ path: 'JwtService()', type: '#JwtService' }],
  results: [
    { path: '#JwtService.sign()', is: 'credential' },
    { path: '#JwtService.signAsync()', is: 'credential' },
  ],
  registrations: [
    { at: { call: 'JwtModule.register' }, options: arg(0) },
    ...[FACTORY, ...CLASSES].map((where) => ({
      at: { call: 'JwtModule.registerAsync' },
      options: { ...where, path: [] },
    })),
  ],
  emissions: [
    ...(['sign', 'signAsync'] as const).map(
      (method) =>
        ({
          emits: 'TokenSign',
          at: { call: `#JwtService.${method}`, arguments: [1, 2] },
          slots: {
            payload: flow(arg(0)),
            subject: flow(merged(1, 'signOptions', 'subject')),
            key: flow(secrets(1, 'privateKey')),
            signsNone: constant(true),
            algorithm: slot(merged(1, 'signOptions', 'algorithm'), 'HS256'),
            lifetime: {
              ...slot(
                [
                  ...merged(1, 'signOptions', 'expiresIn').map((where) => timed(where, SECONDS_OR_MS_TEXT)),
                  timed(arg(0, 'exp'), EPOCH_SECONDS),
                ],
                'never',
              ),
              refusesUndefined: true,
            },
          },
        }) as const,
    ),
    ...(['verify', 'verifyAsync'] as const).flatMap((method) =>
      [
        {
          until: '10.0.0',
          withoutAlgorithms: constant('header'),
          unsignedWithoutKey: constant('accepted'),
          hmacWithPublicKey: constant('accepted'),
        } as const,
        {
          since: '10.0.0',
          withoutAlgorithms: constant('key-text'),
          unsignedWithoutKey: constant('accepted-if-none-is-listed'),
          hmacWithPublicKey: constant('rejected'),
        } as const,
      ].map(
        ({ withoutAlgorithms, unsignedWithoutKey, hmacWithPublicKey, ...band }) =>
          ({
            emits: 'TokenVerify',
            at: { call: `#JwtService.${method}`, arguments: [1, 2] },
            ...band,
            slots: {
              key: flow(secrets(1, 'publicKey')),
              algorithms: slot(merged(1, 'verifyOptions', 'algorithms'), 'any'),
              withoutAlgorithms,
              unsignedWithoutKey,
              hmacWithPublicKey,
              ...CALLERS_KEY,
              verdict: constant(method === 'verify' ? 'throws' : 'rejects'),
              ...jsonwebtokenChecks((name) => merged(1, 'verifyOptions', name)),
            },
          }) as const,
      ),
    ),
    ...(['secret', 'privateKey', 'secretOrPrivateKey'] as const).flatMap((name) => [
      ...(['JwtModule.register', 'JwtService'] as const).map(
        (call) =>
          ({
            emits: 'SecretUse',
            at: { call, arguments: [1, 1] },
            slots: { purpose: constant('token'), value: flow(arg(0, name)) },
          }) as const,
      ),
      {
        emits: 'SecretUse',
        at: { call: 'JwtModule.registerAsync', arguments: [1, 1] },
        slots: {
          purpose: constant('token'),
          value: flow([{ ...FACTORY, path: [name] }, ...CLASSES.map((where) => ({ ...where, path: [name] }))]),
        },
      } as const,
    ]),
    {
      emits: 'TokenDecode',
      at: { call: '#JwtService.decode', arguments: [1, 2] },
      slots: decoding(arg(0), [], ['payload']),
    },
  ],
} satisfies LibraryModel;
