import { plainCookie } from './cookieOptions';
import { describedState, hapiState } from './hapiState';
import { arg, constant, flow, type LibraryModel, required } from './model';

/** The cookies of hapi, which `@hapi/statehood` writes for it. */
export const hapiStatehood = {
  package: '@hapi/hapi',
  source:
    '@hapi/statehood@8.2.1 and @7.0.4 lib/index.js (Definitions), @hapi/hoek@11.0.7 lib/applyToDefaults.js, @hapi/hapi@21.4.10 lib/response.js (state), lib/toolkit.js (state), lib/server.js (state)',
  display: 'hapi',
  // An application has one server, as a rule, whichever file makes it.
  registrations: [
    { at: { call: 'server' }, options: arg(0), isShared: true },
    { at: { call: 'Server' }, options: arg(0), isShared: true },
  ],
  emissions: [
    ...(['#ResponseToolkit.state', '#ResponseObject.state'] as const).map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [2, 3] },
          slots: { ...plainCookie('server'), name: required(arg(0)), value: flow(arg(1)), ...hapiState(2) },
        }) as const,
    ),
    {
      emits: 'CookieWrite',
      at: { call: '#Server.state', arguments: [2, 2] },
      slots: { ...plainCookie('server'), name: required(arg(0)), value: flow([]), ...describedState(1) },
    },
    {
      emits: 'SecretUse',
      at: { call: '#Server.state', arguments: [2, 2] },
      slots: { purpose: constant('session'), value: flow([arg(1, 'password'), arg(1, 'sign', 'password')]) },
    },
  ],
} satisfies LibraryModel;
