/** A published package, at the version that was reviewed. */
export interface CorpusPackage {
  readonly name: string;
  readonly version: string;
  /** What of it is looked at, where it ships the same code several times over; absent: all of it. */
  readonly folders?: readonly string[];
}

/** Libraries of authentication that are well kept: a false alarm in one of them is a bug. */
const LIBRARIES: readonly CorpusPackage[] = [
  { name: '@auth/core', version: '0.41.3', folders: ['src'] },
  { name: '@auth0/auth0-spa-js', version: '2.27.0', folders: ['src'] },
  { name: '@auth0/nextjs-auth0', version: '4.30.0' },
  { name: '@azure/msal-browser', version: '5.29.0', folders: ['src'] },
  { name: '@backstage/plugin-auth-backend', version: '0.30.1' },
  { name: '@clerk/backend', version: '3.25.0' },
  { name: '@fastify/cookie', version: '11.1.5' },
  { name: '@fastify/jwt', version: '10.2.8' },
  { name: '@fastify/secure-session', version: '8.4.0' },
  { name: '@fastify/session', version: '11.1.3' },
  { name: '@feathersjs/authentication', version: '5.0.50', folders: ['src'] },
  { name: '@feathersjs/authentication-client', version: '5.0.50', folders: ['src'] },
  { name: '@feathersjs/authentication-oauth', version: '5.0.50', folders: ['src'] },
  { name: '@keystone-6/auth', version: '10.0.5' },
  { name: '@loopback/authentication-jwt', version: '0.16.12', folders: ['src'] },
  { name: '@nestjs/jwt', version: '12.0.2' },
  { name: '@nestjs/passport', version: '12.0.0' },
  { name: '@okta/okta-auth-js', version: '8.0.1', folders: ['esm/browser'] },
  { name: '@redwoodjs/auth-dbauth-api', version: '8.9.0' },
  { name: '@simplewebauthn/server', version: '14.0.3', folders: ['esm'] },
  { name: '@supabase/auth-js', version: '2.109.0', folders: ['src'] },
  { name: '@supabase/ssr', version: '0.12.7', folders: ['src'] },
  { name: '@verdaccio/auth', version: '8.0.4' },
  { name: '@verdaccio/signature', version: '8.0.3' },
  { name: 'better-auth', version: '1.7.24' },
  { name: 'cookie-session', version: '2.1.1' },
  { name: 'csrf-csrf', version: '4.0.3' },
  { name: 'csurf', version: '1.11.0' },
  { name: 'express-jwt', version: '8.5.1' },
  { name: 'express-session', version: '1.19.0' },
  { name: 'firebase-admin', version: '13.10.0' },
  { name: 'grant', version: '5.4.24' },
  { name: 'iron-session', version: '8.0.4' },
  { name: 'jsonwebtoken', version: '9.0.3' },
  { name: 'jwks-rsa', version: '4.1.0' },
  { name: 'keycloak-js', version: '26.2.4' },
  { name: 'koa-jwt', version: '4.0.4' },
  { name: 'lucia', version: '3.2.2' },
  { name: 'next-auth', version: '4.24.15', folders: ['src'] },
  { name: 'nuxt-auth-utils', version: '0.5.30' },
  { name: 'oidc-client-ts', version: '3.5.0', folders: ['dist/esm'] },
  { name: 'oidc-provider', version: '9.13.3' },
  { name: 'passport', version: '0.7.0' },
  { name: 'passport-jwt', version: '4.0.1' },
  { name: 'supertokens-auth-react', version: '0.51.3' },
  { name: 'supertokens-node', version: '24.0.3' },
];

/** Applications, and parts of them. */
const APPLICATIONS: readonly CorpusPackage[] = [
  { name: '@accounts/server', version: '0.33.1', folders: ['src'] },
  { name: '@budibase/backend-core', version: '3.46.0' },
  { name: '@directus/api', version: '23.3.2' },
  { name: '@keystone-6/core', version: '8.1.0' },
  { name: '@medusajs/dashboard', version: '2.21.2', folders: ['src'] },
  { name: '@medusajs/js-sdk', version: '2.21.2', folders: ['dist/esm'] },
  { name: '@node-red/editor-api', version: '5.0.7' },
  { name: '@saleor/sdk', version: '0.7.0', folders: ['src'] },
  { name: '@strapi/admin', version: '5.54.0' },
  { name: '@strapi/plugin-users-permissions', version: '5.54.0' },
  { name: '@vendure/core', version: '3.7.3' },
  { name: 'apostrophe', version: '4.31.0' },
  { name: 'flowise', version: '3.1.2' },
  { name: 'ghost', version: '6.65.0', folders: ['core/server'] },
  { name: 'hexo-admin', version: '2.3.0' },
  { name: 'homebridge-config-ui-x', version: '5.10.0', folders: ['dist'] },
  { name: 'n8n', version: '2.8.4' },
  { name: 'parse-server', version: '9.10.0' },
  { name: 'payload', version: '3.90.2' },
  { name: 'sails', version: '1.5.18' },
  { name: 'uptime-kuma', version: '2.0.0-dev.0', folders: ['server', 'src'] },
  { name: 'verdaccio', version: '6.8.0' },
];

export const PACKAGES: readonly CorpusPackage[] = [...LIBRARIES, ...APPLICATIONS];
