import { arg, assigned, constant, flow, type LibraryModel, required } from './model';
import type { Where } from './shape/places';
import type { Trigger } from './shape/triggers';

const TO = { parameter: required([]), value: flow([]) } as const;

/** What routers are called where their library is not in sight. */
const ROUTERS = ['router', '$router', 'history'] as const;
const USE_ROUTER = ['next/navigation', 'next/router', 'vue-router'] as const;
const USE_NAVIGATE = ['react-router', 'react-router-dom', '@remix-run/react', '@tanstack/react-router'] as const;

/** The calls by which routers of pages go to an address. */
const ROUTES: readonly Trigger[] = [
  ...(['push', 'replace'] as const).flatMap((method) => [
    ...ROUTERS.map((of): Trigger => ({ method, of, arguments: [1, 3] })),
    ...USE_ROUTER.map((within): Trigger => ({ call: `useRouter().${method}`, in: within })),
    { call: `createRouter().${method}`, in: 'vue-router' },
    { call: `useHistory().${method}`, in: 'react-router-dom' },
  ]),
  ...USE_NAVIGATE.map((within): Trigger => ({ call: 'useNavigate()', in: within })),
  ...USE_NAVIGATE.map((within): Trigger => ({ call: 'createBrowserRouter().navigate', in: within })),
  { method: 'navigateByUrl', arguments: [1, 2] },
  { call: 'goto', in: '$app/navigation' },
  { call: 'navigate', in: 'gatsby' },
];

/** What opens a socket in place of the platform, and where it is given parameters. */
const SOCKETS: readonly { readonly at: Trigger; readonly address: Where }[] = [
  ...['sockjs-client', 'reconnecting-websocket'].map((within) => ({ at: { call: '', in: within }, address: arg(0) })),
  // Its options have a query of their own.
  ...['', 'io', 'connect'].flatMap((call) =>
    [arg(0), arg(1)].map((address) => ({ at: { call, in: 'socket.io-client' }, address })),
  ),
];

/** How pages go to other addresses, and how servers send them there; a text with a parameter is unmistakable. */
export const navigation = {
  package: '',
  source:
    'typescript@6.0.3 lib.dom.d.ts (Location, History, Window.open, WebSocket, EventSource, Response.redirect), vue-router@4.6.3 dist/router-BbqN7H95.d.mts (Router.push, RouteLocationRaw), next@16.0.0 dist/client/components/navigation.d.ts and dist/shared/lib/router/router.d.ts, react-router@7.9.0 dist/development/index.d.ts (useNavigate), @angular/router@20.3.0 router_module.d.d.ts (navigate, navigateByUrl), @sveltejs/kit@2.48.0 types/index.d.ts (goto), sockjs-client@1.6.1 lib/main.js, reconnecting-websocket@4.4.0 dist/reconnecting-websocket-mjs.js, socket.io-client@4.8.4 build/esm/index.js (lookup)',
  display: 'location',
  gives: [
    { path: 'document.createElement()', type: '#Element' },
    { path: 'Image()', type: '#Element' },
  ],
  types: [{ name: '#Element', display: 'element' }],
  emissions: [
    ...(['location.assign', 'location.replace', 'open'] as const).map(
      (call) =>
        ({ emits: 'UrlBuild', at: { call }, urlText: arg(0), slots: { use: constant('navigation'), ...TO } }) as const,
    ),
    ...(['history.pushState', 'history.replaceState'] as const).map(
      (call) =>
        ({
          emits: 'UrlBuild',
          at: { call, arguments: [3, 3] },
          urlText: arg(2),
          slots: { use: constant('navigation'), ...TO },
        }) as const,
    ),
    ...ROUTES.map(
      (at) => ({ emits: 'UrlBuild', at, urlText: arg(0), slots: { use: constant('navigation'), ...TO } }) as const,
    ),
    // Angular's: the parameters stand beside the commands.
    {
      emits: 'UrlBuild',
      at: { method: 'navigate', arguments: [2, 2] },
      urlText: arg(1),
      slots: { use: constant('navigation'), ...TO },
    },
    // A link that is made to be clicked, a frame, a picture.
    ...(
      ['location.href', 'location.search', 'location.hash', 'location', '#Element.href', '#Element.src'] as const
    ).map(
      (assign) =>
        ({
          emits: 'UrlBuild',
          at: { assign },
          urlText: assigned,
          slots: { use: constant('navigation'), ...TO },
        }) as const,
    ),
    ...(['WebSocket', 'EventSource'] as const).map(
      (call) =>
        ({ emits: 'UrlBuild', at: { call }, urlText: arg(0), slots: { use: constant('socket'), ...TO } }) as const,
    ),
    ...SOCKETS.map(
      ({ at, address }) =>
        ({ emits: 'UrlBuild', at, urlText: address, slots: { use: constant('socket'), ...TO } }) as const,
    ),
    ...([0, 1] as const).map(
      (index) =>
        ({
          emits: 'UrlBuild',
          at: { method: 'redirect', arguments: [1, 3] },
          urlText: arg(index),
          slots: { use: constant('redirect'), ...TO },
        }) as const,
    ),
    // `Location` of a response, by any of the ways in which Node and the frameworks on it write headers.
    ...(['Location', 'location'] as const).flatMap((header) => [
      ...([1, 2] as const).map(
        (index) =>
          ({
            emits: 'UrlBuild',
            at: { method: 'writeHead', arguments: [2, 3] },
            urlText: arg(index, header),
            slots: { use: constant('redirect'), ...TO },
          }) as const,
      ),
      ...(['setHeader', 'header'] as const).map(
        (method) =>
          ({
            emits: 'UrlBuild',
            at: { method, arguments: [2, 2], when: { where: arg(0), is: [header] } },
            urlText: arg(1),
            slots: { use: constant('redirect'), ...TO },
          }) as const,
      ),
    ]),
  ],
} satisfies LibraryModel;
