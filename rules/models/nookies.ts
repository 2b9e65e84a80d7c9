import { cookieOptions, plainCookie } from './cookieOptions';
import { cookieReads } from './cookieReads';
import { arg, flow, type LibraryModel, required, SECONDS, slot } from './model';

const HTTP_ONLY = { where: arg(3, 'httpOnly'), is: ['true'] } as const;

/** Without a context there is no response, and none in `{}`: only the page is left. */
const NO_RESPONSE = { where: arg(0, 'res'), kinds: ['absent'] } as const;

const SERVER = {
  ...plainCookie('server'),
  name: required(arg(1)),
  value: flow(arg(2)),
  ...cookieOptions(3, SECONDS),
} as const;

export const nookies = {
  package: 'nookies',
  source: 'nookies@2.5.2 dist/index.js (setCookie), nookies@1.2.0 src/index.js',
  display: 'nookies',
  emissions: [
    // With a context it reads what a request brings.
    ...cookieReads(
      { call: 'parseCookies', arguments: [0, 0] },
      { call: 'get', arguments: [0, 0] },
      { call: 'parseCookies', when: { where: arg(0), is: ['null'] } },
      { call: 'get', when: { where: arg(0), is: ['null'] } },
    ),
    ...(['setCookie', 'set'] as const).flatMap(
      (call) =>
        [
          {
            emits: 'CookieWrite',
            at: { call, arguments: [3, 4], when: NO_RESPONSE },
            slots: {
              ...plainCookie('script'),
              name: required(arg(1)),
              value: flow(arg(2)),
              ...cookieOptions(3, SECONDS),
              // Version 2 throws in the page when it is asked for.
              httpOnly: slot([], false),
            },
          },
          {
            emits: 'CookieWrite',
            // What asks for HttpOnly runs on the server: version 2 throws in the page.
            at: { call, arguments: [4, 4], when: HTTP_ONLY },
            slots: SERVER,
          },
          {
            emits: 'CookieWrite',
            // `{ res }`, or the context of a page that a server makes.
            at: {
              call,
              arguments: [3, 4],
              when: {
                all: [
                  { where: arg(0), kinds: ['object', 'described'] },
                  { ...NO_RESPONSE, otherwise: true },
                ],
              },
              unless: HTTP_ONLY,
            },
            slots: SERVER,
          },
        ] as const,
    ),
  ],
} satisfies LibraryModel;
