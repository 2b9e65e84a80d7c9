import { plainCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { decoding } from './decoding';
import { keptIn } from './keptIn';
import { arg, assigned, constant, DATE, flow, key, type LibraryModel, required, SECONDS, slot, timed } from './model';
import { nodeCrypto } from './nodeCrypto';
import { textSlots } from './setCookieText';

const SET_COOKIE = { where: arg(0), is: ['set-cookie'] } as const;

export const platform = {
  package: '',
  source:
    'RFC 6265 4.1 (Set-Cookie), typescript@6.0.3 lib.dom.d.ts (Storage, IDBObjectStore, Document.cookie), @types/node@20 http.d.ts and crypto.d.ts, ' +
    '@webref/idl@3.85.0 cookiestore.idl (CookieInit)',
  display: 'headers',
  ...nodeCrypto,
  types: [...nodeCrypto.types, { name: 'document', display: 'document', annotations: ['Document', 'HTMLDocument'] }],
  gives: [...nodeCrypto.gives, { path: 'document.defaultView', type: '' }],
  storages: [
    { path: 'localStorage', area: 'localStorage' },
    { path: 'sessionStorage', area: 'sessionStorage' },
  ],
  emissions: [
    ...cookieReadsOf('cookieStore.get', 'cookieStore.getAll'),
    ...(['localStorage', 'sessionStorage'] as const).flatMap(
      (area) =>
        [
          {
            emits: 'ClientStore',
            at: { call: `${area}.setItem`, arguments: [2, 2] },
            slots: { area: constant(area), key: required(arg(0)), value: flow(arg(1)) },
          },
          {
            emits: 'ClientRead',
            at: { call: `${area}.getItem`, arguments: [1, 1] },
            slots: { area: constant(area), key: required(arg(0)) },
          },
          {
            emits: 'ClientStore',
            at: { assign: `${area}.*` },
            slots: { area: constant(area), key: required(key), value: flow(assigned) },
          },
          {
            emits: 'ClientStore',
            at: { call: 'Object.assign', arguments: [2, 2], when: { storage: [arg(0)], area } },
            slots: keptIn(area, [], arg(1)),
          },
        ] as const,
    ),
    ...(['put', 'add'] as const).map(
      (method) =>
        ({
          emits: 'ClientStore',
          at: { method, of: 'objectStore', arguments: [1, 2] },
          slots: keptIn('indexedDB', arg(1), arg(0)),
        }) as const,
    ),
    {
      emits: 'CookieWrite',
      at: { assign: 'document.cookie' },
      cookieText: assigned,
      slots: textSlots('script', assigned),
    },
    ...(
      [
        { count: 1, name: arg(0, 'name'), value: arg(0, 'value') },
        { count: 2, name: arg(0), value: arg(1) },
      ] as const
    ).map(
      ({ count, name, value }) =>
        ({
          emits: 'CookieWrite',
          at: { call: 'cookieStore.set', arguments: [count, count] },
          slots: {
            ...plainCookie('script'),
            name: required(name),
            value: flow(value),
            // There is no member for it.
            httpOnly: slot([], false),
            secure: required([]),
            sameSite: {
              ...slot(count === 1 ? arg(0, 'sameSite') : [], 'strict'),
              spelled: { strict: 'strict', lax: 'lax', none: 'none' },
            },
            lifetime: slot(
              count === 1 ? [timed(arg(0, 'maxAge'), SECONDS), timed(arg(0, 'expires'), DATE)] : [],
              'session',
            ),
          },
        }) as const,
    ),
    ...(['setHeader', 'appendHeader', 'append', 'set', 'header'] as const).map(
      (method) =>
        ({
          emits: 'CookieWrite',
          at: { method, arguments: [2, 3], when: SET_COOKIE },
          cookieText: arg(1),
          slots: textSlots('server', arg(1)),
        }) as const,
    ),
    ...(['Set-Cookie', 'set-cookie'] as const).flatMap((header) => [
      ...(['Response', 'Response.json'] as const).map(
        (call) =>
          ({
            emits: 'CookieWrite',
            at: { call, arguments: [2, 2] },
            cookieText: arg(1, 'headers', header),
            slots: textSlots('server', arg(1, 'headers', header)),
          }) as const,
      ),
      {
        emits: 'CookieWrite',
        at: { call: 'Headers', arguments: [1, 1] },
        cookieText: arg(0, header),
        slots: textSlots('server', arg(0, header)),
      } as const,
      // `res.set({ … })` of Express and Koa, `reply.headers({ … })` of Fastify.
      ...(['set', 'header', 'headers'] as const).map(
        (method) =>
          ({
            emits: 'CookieWrite',
            at: { method, arguments: [1, 1] },
            cookieText: arg(0, header),
            slots: textSlots('server', arg(0, header)),
          }) as const,
      ),
      ...([1, 2] as const).map(
        (index) =>
          ({
            emits: 'CookieWrite',
            at: { method: 'writeHead', arguments: [index + 1, index + 1] },
            cookieText: arg(index, header),
            slots: textSlots('server', arg(index, header)),
          }) as const,
      ),
    ]),
    // The second part of a token, made readable by hand.
    ...(
      [
        { call: 'Buffer.from', arguments: [2, 2] },
        { call: 'atob', arguments: [1, 1] },
      ] as const
    ).map(
      (at) =>
        ({ emits: 'TokenDecode', at: { ...at, opens: 'token' }, slots: decoding({ from: 'opened' }, []) }) as const,
    ),
  ],
} satisfies LibraryModel;
