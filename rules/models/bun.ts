import { cookieScope, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';
import type { Trigger } from './shape/triggers';

type Call = Trigger & { readonly call: string };

/** `Bun` is a global, and a module. */
const IN = [
  { module: '', prefix: 'Bun.' },
  { module: 'bun', prefix: '' },
] as const;

/** A cookie whose name and value are arguments, or stand with its options in one object. */
function written(at: Call) {
  const attributes = (index: number) =>
    ({
      httpOnly: slot(arg(index, 'httpOnly'), false),
      secure: slot(arg(index, 'secure'), false),
      sameSite: { ...slot(arg(index, 'sameSite'), 'lax'), spelled: { strict: 'strict', lax: 'lax', none: 'none' } },
      ...cookieScope((name) => arg(index, name)),
      lifetime: slot([timed(arg(index, 'maxAge'), SECONDS), timed(arg(index, 'expires'), DATE)], 'session'),
    }) as const;
  return [
    {
      emits: 'CookieWrite',
      at: { ...at, arguments: [2, 3] },
      slots: { ...plainCookie('server'), name: required(arg(0)), value: flow(arg(1)), ...attributes(2) },
    },
    {
      emits: 'CookieWrite',
      at: { ...at, arguments: [1, 1], when: { where: arg(0), kinds: ['object'] } },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0, 'name')),
        value: flow(arg(0, 'value')),
        ...attributes(0),
      },
    },
  ] as const;
}

/** What the runtime gives. */
export const bun = {
  package: '',
  modules: ['', 'bun'],
  source: 'bun-types@1.4.5 bun.d.ts (CookieInit, CookieMap) and docs/runtime/cookies.mdx',
  display: 'cookies',
  types: [
    { name: '#CookieMap', display: 'cookies', annotations: ['CookieMap'] },
    { name: '#BunRequest', display: 'req', annotations: ['BunRequest'] },
  ],
  gives: [
    ...IN.map(({ module, prefix }) => ({ path: `${prefix}CookieMap()`, in: module, type: '#CookieMap' })),
    { path: '#BunRequest.cookies', type: '#CookieMap' },
  ],
  handlers: IN.map(({ prefix }) => ({ path: `${prefix}serve`, under: 'routes', parameters: ['#BunRequest'] })),
  requests: ['#BunRequest.cookies', '#BunRequest.headers', '#BunRequest.params', '#BunRequest.url'],
  emissions: [
    ...IN.flatMap(({ module, prefix }) => [
      ...written({ call: `${prefix}Cookie`, in: module }),
      ...written({ call: `${prefix}Cookie.from`, in: module }),
    ]),
    ...written({ call: '#CookieMap.set' }),
  ],
} satisfies LibraryModel;
