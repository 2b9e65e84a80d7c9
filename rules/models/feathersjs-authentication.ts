import { arg, constant, flow, type LibraryModel, required, SECONDS_OR_MS_TEXT, timed } from './model';
import { NODE_CONFIG } from './nodeConfig';

/** What is not written where the service is made, the configuration of the application says: `config/default.json`. */
const configured = (...path: readonly string[]) =>
  ({ from: 'configured', in: NODE_CONFIG, path: ['authentication', ...path] }) as const;

export const feathersjsAuthentication = {
  package: '@feathersjs/authentication',
  source: '@feathersjs/authentication@5.0.50 lib/core.js and lib/options.js',
  display: 'authentication',
  runsOn: 'server',
  types: [{ name: '#AuthenticationService', display: 'authentication', annotations: ['AuthenticationService'] }],
  gives: [{ path: 'AuthenticationService()', type: '#AuthenticationService' }],
  results: [{ path: '#AuthenticationService.createAccessToken()', is: 'credential' }],
  emissions: [
    {
      emits: 'TokenSign',
      at: { call: 'AuthenticationService', arguments: [3, 3] },
      slots: {
        payload: flow([]),
        subject: flow([]),
        key: flow(arg(2, 'secret')),
        signsNone: constant(true),
        algorithm: required(arg(2, 'jwtOptions', 'algorithm')),
        lifetime: required(timed(arg(2, 'jwtOptions', 'expiresIn'), SECONDS_OR_MS_TEXT)),
      },
    },
    {
      emits: 'TokenSign',
      at: { call: 'AuthenticationService', arguments: [1, 1] },
      slots: {
        payload: flow([]),
        subject: flow([]),
        key: flow(configured('secret')),
        signsNone: constant(true),
        algorithm: required(configured('jwtOptions', 'algorithm')),
        lifetime: required(timed(configured('jwtOptions', 'expiresIn'), SECONDS_OR_MS_TEXT)),
      },
    },
    {
      emits: 'TokenSign',
      at: { call: '#AuthenticationService.createAccessToken', arguments: [1, 3] },
      slots: {
        payload: flow(arg(0)),
        subject: flow(arg(1, 'subject')),
        key: flow(arg(2)),
        signsNone: constant(true),
        algorithm: required(arg(1, 'algorithm')),
        lifetime: required(timed(arg(1, 'expiresIn'), SECONDS_OR_MS_TEXT)),
      },
    },
  ],
} satisfies LibraryModel;
