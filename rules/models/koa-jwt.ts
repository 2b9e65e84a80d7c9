import { arg, constant, flow, type LibraryModel, slot } from './model';

const BANDS = [
  { until: '4.0.4', withoutAlgorithms: constant('header') },
  { since: '4.0.4', withoutAlgorithms: constant('key-text') },
] as const;

export const koaJwt = {
  package: 'koa-jwt',
  source: 'koa-jwt@4.0.4 and @3.6.0 lib/index.js and lib/verify.js; jsonwebtoken 9 since 4.0.4, 8 before',
  display: 'koaJwt',
  emissions: BANDS.map(
    ({ withoutAlgorithms, ...band }) =>
      ({
        emits: 'TokenVerify',
        at: { call: '', arguments: [1, 1] },
        ...band,
        slots: {
          key: flow(arg(0, 'secret')),
          algorithms: slot(arg(0, 'algorithms'), 'any'),
          withoutAlgorithms,
          unsignedWithoutKey: constant('rejected'),
        },
      }) as const,
  ),
} satisfies LibraryModel;
