import type { SameSite } from '../facts/schema';
import { arg, constant, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

/** `true` type-checks but is written as `SameSite=true`, which browsers do not know. */
const NEXT_SAME_SITE: Readonly<Record<string, SameSite>> = {
  true: 'invalid',
  false: 'unset',
  strict: 'strict',
  lax: 'lax',
  none: 'none',
};

export const next = {
  package: 'next',
  modules: ['next', 'next/headers', 'next/server'],
  source: 'next@16.4.6 dist/compiled/@edge-runtime/cookies/index.js (stringifyCookie), next@14.2.35 the same file',
  display: 'cookies()',
  types: [
    {
      name: '#ResponseCookies',
      display: 'cookies()',
      annotations: ['ResponseCookies', 'ReadonlyRequestCookies'],
      fluent: ['set', 'delete'],
    },
    { name: '#NextResponse', display: 'NextResponse', annotations: ['NextResponse'] },
  ],
  gives: [
    { path: 'cookies()', in: 'next/headers', type: '#ResponseCookies' },
    { path: 'NextResponse()', in: 'next/server', type: '#NextResponse' },
    { path: 'NextResponse.json()', in: 'next/server', type: '#NextResponse' },
    { path: 'NextResponse.next()', in: 'next/server', type: '#NextResponse' },
    { path: 'NextResponse.redirect()', in: 'next/server', type: '#NextResponse' },
    { path: 'NextResponse.rewrite()', in: 'next/server', type: '#NextResponse' },
    { path: '#NextResponse.cookies', type: '#ResponseCookies' },
  ],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '#ResponseCookies.set', arguments: [2, 3] },
      slots: {
        by: constant('server'),
        carriesSession: constant(false),
        secureByRequest: constant(false),
        behindProxy: constant('sent'),
        name: required(arg(0)),
        value: flow(arg(1)),
        httpOnly: slot(arg(2, 'httpOnly'), false),
        secure: slot(arg(2, 'secure'), false),
        sameSite: { ...slot(arg(2, 'sameSite'), 'unset'), spelled: NEXT_SAME_SITE },
        lifetime: slot([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)], 'session'),
      },
    },
    {
      emits: 'CookieWrite',
      at: { call: '#ResponseCookies.set', arguments: [1, 1] },
      slots: {
        by: constant('server'),
        carriesSession: constant(false),
        secureByRequest: constant(false),
        behindProxy: constant('sent'),
        name: required(arg(0, 'name')),
        value: flow(arg(0, 'value')),
        httpOnly: slot(arg(0, 'httpOnly'), false),
        secure: slot(arg(0, 'secure'), false),
        sameSite: { ...slot(arg(0, 'sameSite'), 'unset'), spelled: NEXT_SAME_SITE },
        lifetime: slot([timed(arg(0, 'maxAge'), SECONDS), timed(arg(0, 'expires'), DATE)], 'session'),
      },
    },
  ],
} satisfies LibraryModel;
