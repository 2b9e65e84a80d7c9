import { cookieScope, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';
import { textSlots } from './setCookieText';

const NAMES = ['Set-Cookie', 'set-cookie', 'Set-cookie'] as const;

/** What serverless functions answer with: an object with a status, and headers or a list of cookies. */
export const serverless = {
  package: '',
  source:
    '@types/aws-lambda@8.10.164 trigger/api-gateway-proxy.d.ts (APIGatewayProxyResult, APIGatewayProxyStructuredResultV2), @azure/functions@4.16.5 types/http.d.ts (HttpResponseInit, Cookie)',
  display: 'response',
  emissions: [
    ...(['statusCode', 'status'] as const).flatMap((call) =>
      NAMES.flatMap((name) =>
        (['headers', 'multiValueHeaders'] as const).map((headers) => {
          const text = arg(0, headers, name);
          return {
            emits: 'CookieWrite',
            at: { call, arguments: [1, 1], answers: 'header' },
            cookieText: text,
            slots: textSlots('server', text),
          } as const;
        }),
      ),
    ),
    {
      emits: 'CookieWrite',
      at: { call: 'statusCode', arguments: [1, 1], answers: 'list' },
      cookieText: arg(0, 'cookies'),
      slots: textSlots('server', arg(0, 'cookies')),
    },
    {
      emits: 'CookieWrite',
      at: { call: 'cookies', arguments: [1, 1], answers: 'element' },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0, 'name')),
        value: flow(arg(0, 'value')),
        httpOnly: slot(arg(0, 'httpOnly'), false),
        secure: slot(arg(0, 'secure'), false),
        sameSite: {
          ...slot(arg(0, 'sameSite'), 'unset'),
          spelled: { Strict: 'strict', Lax: 'lax', None: 'none' },
        },
        lifetime: slot([timed(arg(0, 'maxAge'), SECONDS), timed(arg(0, 'expires'), DATE)], 'session'),
        ...cookieScope((name) => arg(0, name)),
      },
    },
    // Headers are put together in many ways before they are answered with.
    ...NAMES.map(
      (name) =>
        ({
          emits: 'CookieWrite',
          at: { assign: `*.${name}` },
          cookieText: { from: 'assigned', path: [] },
          slots: textSlots('server', { from: 'assigned', path: [] }),
        }) as const,
    ),
  ],
} satisfies LibraryModel;
