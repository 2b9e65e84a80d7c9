import { besides } from './fastifyApis';
import { hmac, now } from './forgery';
import { type Library, load } from './libraries';
import type { Options } from './source';

/** A call that takes a token apart, as code writes it: the same text runs here. */
export interface Decoding {
  readonly imported: string;
  readonly subpath?: string;
  /** What stands before the call in a program. */
  readonly before?: string;
  readonly call: string;
  /** Where the claims lie in what the call gives. */
  readonly path?: string;
  /** Where the package has it under its name, or by itself. */
  readonly name: string;
  /** What has that name, where it is made. */
  given?(library: Library, exported: Exports): unknown;
  /** A token of another form. */
  token?(exported: Exports): Promise<string>;
  readonly isHeader?: true;
  /** The same call, where it is not told to leave the signature out. */
  readonly careful?: string;
  /** Main versions. */
  readonly since?: string;
  readonly until?: string;
}

type Exports = Readonly<Record<string, unknown>>;

/** A token that somebody else has signed, and that has expired. */
export function ofSomebodyElse(): string {
  return hmac(256, 'of somebody else', CLAIMS);
}

const CLAIMS = { groups: 'staff', exp: now() - 3600 };

interface Decoders {
  readonly files: readonly string[];
  readonly text: string | readonly string[];
  readonly calls: readonly Decoding[];
}

export const DECODERS: Readonly<Record<string, Decoders>> = {
  'jwt-decode': {
    files: ['build/cjs/index.js', 'build/jwt-decode.cjs.js'],
    text: '.header',
    calls: [
      { imported: '{ jwtDecode }', name: 'jwtDecode', call: 'jwtDecode(token)', since: '4' },
      {
        imported: '{ jwtDecode }',
        name: 'jwtDecode',
        call: 'jwtDecode(token, { header: true })',
        isHeader: true,
        since: '4',
      },
      { imported: 'jwtDecode', name: 'jwtDecode', call: 'jwtDecode(token)', until: '4' },
      {
        imported: 'jwtDecode',
        name: 'jwtDecode',
        call: 'jwtDecode(token, { header: true })',
        isHeader: true,
        until: '4',
      },
    ],
  },
  '@oslojs/jwt': {
    files: ['dist/index.js'],
    text: 'export function decodeJWT(',
    calls: [
      { imported: '{ decodeJWT }', name: 'decodeJWT', call: 'decodeJWT(token)' },
      { imported: '{ parseJWT }', name: 'parseJWT', call: 'parseJWT(token)', path: '[1]' },
    ],
  },
  'aws-jwt-verify': {
    files: ['dist/cjs/jwt.js'],
    text: 'function decomposeUnverifiedJwt(',
    calls: [
      {
        imported: '{ decomposeUnverifiedJwt }',
        subpath: '/jwt',
        name: 'decomposeUnverifiedJwt',
        call: 'decomposeUnverifiedJwt(token)',
        path: '.payload',
      },
    ],
  },
  jsonwebtoken: {
    files: ['decode.js'],
    text: 'module.exports = function',
    calls: [
      { imported: 'jwt', name: 'jwt', call: 'jwt.decode(token)' },
      { imported: 'jwt', name: 'jwt', call: 'jwt.decode(token, { complete: true })', path: '.payload' },
    ],
  },
  jose: {
    files: ['dist/webapi/util/decode_jwt.js', 'dist/node/cjs/util/decode_jwt.js', 'lib/jwt/decode.js'],
    text: ['function decodeJwt(', 'module.exports'],
    calls: [
      { imported: '{ JWT }', name: 'JWT', call: 'JWT.decode(token)', until: '3' },
      { imported: '{ decodeJwt }', name: 'decodeJwt', call: 'decodeJwt(token)', since: '3' },
      {
        imported: '{ decodeProtectedHeader }',
        name: 'decodeProtectedHeader',
        call: 'decodeProtectedHeader(token)',
        isHeader: true,
        since: '3',
      },
    ],
  },
  'fast-jwt': {
    files: ['src/decoder.js'],
    text: 'module.exports = function createDecoder(',
    calls: [{ imported: '{ createDecoder }', name: 'createDecoder', call: 'createDecoder()(token)' }],
  },
  '@fastify/jwt': {
    files: ['index.js', 'jwt.js'],
    text: 'function decode (token',
    calls: [
      {
        imported: 'jwt',
        before: "import Fastify from 'fastify';\nconst app = Fastify();\napp.register(jwt, { secret });\n",
        name: 'app',
        call: 'app.jwt.decode(token)',
        given: fastifyWithJwt,
      },
    ],
  },
  hono: {
    files: ['dist/utils/jwt/jwt.js'],
    text: 'decode = (token',
    calls: [{ imported: '{ decode }', subpath: '/jwt', name: 'decode', call: 'decode(token)', path: '.payload' }],
  },
  '@hapi/jwt': {
    files: ['lib/token.js'],
    text: 'exports.decode =',
    calls: [{ imported: 'Jwt', name: 'Jwt', call: 'Jwt.token.decode(token)', path: '.decoded.payload' }],
  },
  '@nestjs/jwt': {
    files: ['dist/jwt.service.js'],
    text: 'decode(token, options)',
    calls: [{ imported: '{ JwtService }', name: 'JwtService', call: 'new JwtService({}).decode(token)' }],
  },
  jsrsasign: {
    files: ['lib/jsrsasign.js'],
    text: 'KJUR.jws.JWS.parse=function',
    calls: [{ imported: '{ KJUR }', name: 'KJUR', call: 'KJUR.jws.JWS.parse(token)', path: '.payloadObj' }],
  },
  jws: {
    files: ['lib/verify-stream.js'],
    text: 'function jwsDecode(',
    calls: [{ imported: 'jws', name: 'jws', call: 'jws.decode(token, { json: true })', path: '.payload' }],
  },
  'jwt-simple': {
    files: ['lib/jwt.js'],
    text: 'jwt.decode = function',
    calls: [{ imported: 'jwt', name: 'jwt', call: "jwt.decode(token, '', true)", careful: "jwt.decode(token, 'key')" }],
  },
  oslo: {
    files: ['dist/jwt/index.js'],
    text: 'export function parseJWT(',
    calls: [{ imported: '{ parseJWT }', subpath: '/jwt', name: 'parseJWT', call: 'parseJWT(token)', path: '.payload' }],
  },
  paseto: {
    files: ['lib/general/decode.js'],
    text: 'module.exports',
    calls: [
      {
        imported: '{ decode }',
        name: 'decode',
        call: 'decode(token)',
        path: '.payload',
        token: signedPaseto,
        until: '4',
      },
    ],
  },
  '@tsndr/cloudflare-worker-jwt': {
    files: ['index.js'],
    text: 'function decode(',
    calls: [{ imported: 'jwt', name: 'jwt', call: 'jwt.decode(token)', path: '.payload' }],
  },
};

async function fastifyWithJwt(library: Library, plugin: Exports): Promise<unknown> {
  interface App {
    register(plugin: unknown, options: Options): void;
    ready(): Promise<void>;
  }
  const app = (await load<() => App>(besides(library, 'fastify')))();
  app.register(plugin, { secret: 'secret' });
  await app.ready();
  return app;
}

async function signedPaseto({ V4 }: Exports): Promise<string> {
  const { generateKey, sign } = V4 as {
    generateKey(purpose: string): Promise<unknown>;
    sign(claims: object, key: unknown): Promise<string>;
  };
  return sign({ sub: 'u1', groups: 'staff' }, await generateKey('public'));
}
