import { cookieOptions, plainCookie } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS } from './model';

export const cookie = {
  package: 'cookie',
  source: 'cookie@0.7.2 index.js, cookie@1.1.1 dist/index.js, cookie@2.0.2 dist/index.js (no defaults at all)',
  display: 'cookie',
  emissions: [
    ...(['serialize', 'stringifySetCookie'] as const).map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [2, 3] },
          ...(call === 'serialize' ? {} : { since: '1.1.0', until: '2.0.0' }),
          slots: {
            ...plainCookie('server'),
            name: required(arg(0)),
            value: flow(arg(1)),
            ...cookieOptions(2, SECONDS),
          },
        }) as const,
    ),
    {
      emits: 'CookieWrite',
      at: { call: 'stringifySetCookie', arguments: [1, 1] },
      since: '1.1.0',
      slots: {
        ...plainCookie('server'),
        name: required(arg(0, 'name')),
        value: flow(arg(0, 'value')),
        ...cookieOptions(0, SECONDS),
      },
    },
  ],
} satisfies LibraryModel;
