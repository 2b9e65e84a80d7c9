import { arg, constant, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';
import { COOKIE_SAME_SITE } from './spellings';

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
            by: constant('server'),
            carriesSession: constant(false),
            secureByRequest: constant(false),
            behindProxy: constant('sent'),
            name: required(arg(0)),
            value: flow(arg(1)),
            httpOnly: slot(arg(2, 'httpOnly'), false),
            secure: slot(arg(2, 'secure'), false),
            sameSite: { ...slot(arg(2, 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
            lifetime: slot([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)], 'session'),
          },
        }) as const,
    ),
    {
      emits: 'CookieWrite',
      at: { call: 'stringifySetCookie', arguments: [1, 1] },
      since: '1.1.0',
      slots: {
        by: constant('server'),
        carriesSession: constant(false),
        secureByRequest: constant(false),
        behindProxy: constant('sent'),
        name: required(arg(0, 'name')),
        value: flow(arg(0, 'value')),
        httpOnly: slot(arg(0, 'httpOnly'), false),
        secure: slot(arg(0, 'secure'), false),
        sameSite: { ...slot(arg(0, 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
        lifetime: slot([timed(arg(0, 'maxAge'), SECONDS), timed(arg(0, 'expires'), DATE)], 'session'),
      },
    },
  ],
} satisfies LibraryModel;
