import type { SameSite } from '../facts/schema';
import { cookieOptions, plainCookie } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS } from './model';
import { redirects, responseMakers } from './setCookieText';

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
  modules: ['next', 'next/headers', 'next/server', 'next/navigation'],
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
    { name: '#ServerContext', display: 'context', annotations: ['GetServerSidePropsContext'] },
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
  handlers: [
    { annotation: 'GetServerSideProps', parameters: ['#ServerContext'] },
    { named: 'getServerSideProps', parameters: ['#ServerContext'] },
  ],
  requests: [
    'headers()',
    '#ResponseCookies.get()',
    '#ServerContext.req',
    '#ServerContext.query',
    '#ServerContext.params',
  ],
  emissions: [
    ...responseMakers(['NextResponse', 'NextResponse.json', 'NextResponse.redirect'], 'next/server'),
    redirects('redirect', 0, 'next/navigation'),
    redirects('permanentRedirect', 0, 'next/navigation'),
    {
      emits: 'CookieWrite',
      at: { call: '#ResponseCookies.set', arguments: [2, 3] },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0)),
        value: flow(arg(1)),
        ...cookieOptions(2, SECONDS, NEXT_SAME_SITE),
      },
    },
    {
      emits: 'CookieWrite',
      at: { call: '#ResponseCookies.set', arguments: [1, 1] },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0, 'name')),
        value: flow(arg(0, 'value')),
        ...cookieOptions(0, SECONDS, NEXT_SAME_SITE),
      },
    },
  ],
} satisfies LibraryModel;
