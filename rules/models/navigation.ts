import { arg, assigned, constant, flow, type LibraryModel, required } from './model';

const TO = { parameter: required([]), value: flow([]) } as const;

/** How pages go to other addresses, and how servers send them there; a text with a parameter is unmistakable. */
export const navigation = {
  package: '',
  source: 'typescript@6.0.3 lib.dom.d.ts (Location, Window.open, WebSocket, EventSource, Response.redirect)',
  display: 'location',
  emissions: [
    ...(['location.assign', 'location.replace', 'open'] as const).map(
      (call) =>
        ({ emits: 'UrlBuild', at: { call }, urlText: arg(0), slots: { use: constant('navigation'), ...TO } }) as const,
    ),
    ...(['location.href', 'location'] as const).map(
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
