import type { SameSite } from '../facts/schema';
import { plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const BUN_SAME_SITE: Readonly<Record<string, SameSite>> = { strict: 'strict', lax: 'lax', none: 'none' };

function attributes(index: number) {
  return {
    httpOnly: slot(arg(index, 'httpOnly'), false),
    secure: slot(arg(index, 'secure'), false),
    sameSite: { ...slot(arg(index, 'sameSite'), 'lax'), spelled: BUN_SAME_SITE },
    lifetime: slot([timed(arg(index, 'maxAge'), SECONDS), timed(arg(index, 'expires'), DATE)], 'session'),
  } as const;
}

/** Its maps of cookies: those of requests that are annotated, and those that code makes. */
export const bun = {
  package: 'bun',
  source: 'bun-types@1.3.14 bun.d.ts (CookieInit, Cookie, CookieMap) and serve.d.ts (BunRequest)',
  display: 'cookies',
  types: [
    { name: '#CookieMap', display: 'cookies', annotations: ['CookieMap'] },
    { name: '#BunRequest', display: 'req', annotations: ['BunRequest'] },
  ],
  gives: [
    { path: 'Bun.CookieMap()', in: '', type: '#CookieMap' },
    { path: 'CookieMap()', type: '#CookieMap' },
    { path: '#BunRequest.cookies', type: '#CookieMap' },
  ],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '#CookieMap.set', arguments: [2, 3] },
      slots: { ...plainCookie('server'), name: required(arg(0)), value: flow(arg(1)), ...attributes(2) },
    },
    {
      emits: 'CookieWrite',
      at: { call: '#CookieMap.set', arguments: [1, 1] },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0, 'name')),
        value: flow(arg(0, 'value')),
        ...attributes(0),
      },
    },
  ],
} satisfies LibraryModel;
