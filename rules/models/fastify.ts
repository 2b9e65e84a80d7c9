import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'];
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
const HOOKS = ['#FastifyRequest', '#FastifyReply'];
const HOOK_NAMES = [
  'onRequest',
  'preParsing',
  'preValidation',
  'preHandler',
  'preSerialization',
  'onSend',
  'onResponse',
  'onError',
  'onTimeout',
];
const HANDLER_TYPES = [
  'RouteHandlerMethod',
  'RouteHandler',
  ...HOOK_NAMES.flatMap((name) => [`${name}HookHandler`, `${name}AsyncHookHandler`]),
];

/** How an application, its requests and replies get into code, and their logger; what plugins add is in their models. */
export const fastify = {
  package: 'fastify',
  source:
    'fastify@5.8.1 types/instance.d.ts, types/route.d.ts and types/reply.d.ts, fastify@5.12.8 types/hooks.d.ts, types/route.d.ts and types/plugin.d.ts',
  broughtBy: ['@nestjs/platform-fastify'],
  display: 'fastify',
  types: [
    {
      name: '#FastifyInstance',
      display: 'fastify',
      annotations: ['FastifyInstance'],
      conventionalNames: ['fastify'],
      fluent: ['register', 'after', 'decorate', 'addHook', 'withTypeProvider'],
    },
    {
      name: '#FastifyReply',
      display: 'reply',
      annotations: ['FastifyReply'],
      conventionalNames: ['reply'],
      fluent: ['code', 'status', 'header', 'headers', 'type', 'setCookie', 'cookie', 'clearCookie'],
    },
    {
      name: '#FastifyRequest',
      display: 'request',
      annotations: ['FastifyRequest'],
    },
  ],
  gives: [
    { path: '()', type: '#FastifyInstance' },
    { path: 'fastify()', type: '#FastifyInstance' },
    { path: 'Fastify()', type: '#FastifyInstance' },
    { path: '#FastifyRequest.server', type: '#FastifyInstance' },
    { path: '#FastifyReply.server', type: '#FastifyInstance' },
    { path: '#FastifyReply.request', type: '#FastifyRequest' },
  ],
  requests: ['headers', 'query', 'body', 'params', 'cookies'].map((part) => `#FastifyRequest.${part}`),
  handlers: [
    ...METHODS.map((method) => ({ path: `#FastifyInstance.${method}`, parameters: HOOKS })),
    { path: '#FastifyInstance.addHook', parameters: HOOKS },
    // What plugins decorate an instance with to be handed to routes: `fastify.decorate('authenticate', …)`.
    { path: '#FastifyInstance.decorate', count: 2, parameters: HOOKS },
    { path: '#FastifyInstance.decorate', count: 3, parameters: HOOKS },
    { path: '#FastifyInstance.register', parameters: ['#FastifyInstance'] },
    ...HANDLER_TYPES.map((annotation) => ({ annotation, parameters: HOOKS })),
    ...['FastifyPluginAsync', 'FastifyPluginCallback', 'FastifyPlugin'].map((annotation) => ({
      annotation,
      parameters: ['#FastifyInstance'],
    })),
  ],
  emissions: ['#FastifyInstance', '#FastifyRequest', '#FastifyReply'].flatMap((type) =>
    logCalls('logger', `${type}.log`, LEVELS),
  ),
} satisfies LibraryModel;
