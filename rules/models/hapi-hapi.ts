import type { LibraryModel } from './model';

/** Only how a server, its toolkit and responses get into code; the cookies that they write are in other models. */
export const hapiHapi = {
  package: '@hapi/hapi',
  source: '@hapi/hapi@21.4.10 lib/index.js, lib/toolkit.js, lib/response.js and lib/types',
  display: 'hapi',
  types: [
    { name: '#Server', display: 'server', annotations: ['Server'], conventionalNames: ['server'] },
    { name: '#ResponseToolkit', display: 'h', annotations: ['ResponseToolkit'], conventionalNames: ['h'] },
    {
      name: '#ResponseObject',
      display: 'response',
      annotations: ['ResponseObject'],
      fluent: [
        'charset',
        'code',
        'created',
        'etag',
        'header',
        'location',
        'message',
        'permanent',
        'redirect',
        'state',
        'takeover',
        'temporary',
        'ttl',
        'type',
        'unstate',
        'vary',
      ],
    },
  ],
  gives: [
    { path: 'server()', type: '#Server' },
    { path: 'Server()', type: '#Server' },
    { path: '#ResponseToolkit.response()', type: '#ResponseObject' },
    { path: '#ResponseToolkit.redirect()', type: '#ResponseObject' },
  ],
  handlers: [
    { path: '#Server.ext', parameters: ['', '#ResponseToolkit'] },
    { annotation: 'Lifecycle.Method', parameters: ['', '#ResponseToolkit'] },
    { annotation: 'ServerRoute', members: true, parameters: ['', '#ResponseToolkit'] },
    { annotation: 'Plugin', members: true, parameters: ['#Server'] },
  ],
  emissions: [],
} satisfies LibraryModel;
