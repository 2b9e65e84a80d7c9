import { models } from '../../rules/models';
import type { LibraryModel } from '../../rules/models/model';
import type { Observation } from './observation';

/** Why libraries that have a model are not called. */
const REASONS: readonly { readonly because: string; readonly packages: readonly string[] }[] = [
  {
    because:
      'They keep values in the storage or the cookies of a page, or on a device, most of them as hooks or plugins of its framework',
    packages: [
      '@capacitor/preferences',
      '@ionic/storage',
      '@mantine/hooks',
      '@pureadmin/utils',
      '@react-native-async-storage/async-storage',
      '@uidotdev/usehooks',
      '@vueuse/core',
      'ahooks',
      'angular',
      'jotai',
      'ngx-cookie-service',
      'ngx-webstorage',
      'pinia',
      'react-cookie',
      'react-jhipster',
      'react-native',
      'react-native-mmkv',
      'react-use',
      'redux-persist',
      'secure-ls',
      'tiny-cookie',
      'use-local-storage',
      'use-local-storage-state',
      'usehooks-ts',
      'vue-cookie',
      'vue-cookies',
      'vue3-cookies',
      'vuex-persist',
      'vuex-persistedstate',
      'web-storage-cache',
    ],
  },
  {
    because: 'They do their work inside of a built application',
    packages: [
      '@adonisjs/session',
      '@feathersjs/authentication',
      '@nestjs/config',
      '@auth/core',
      '@blitzjs/auth',
      '@redwoodjs/auth-dbauth-api',
      'keycloak-connect',
      '@strapi/strapi',
      '@sveltejs/kit',
      'astro',
      'next-auth',
      'nuxt',
      'nuxt-auth-utils',
      'payload',
      'remix-auth-jwt',
      'sails',
    ],
  },
  {
    because: 'They need a service or a database to answer',
    packages: ['@auth0/nextjs-auth0', 'better-auth', 'firebase-admin', 'supertokens-node'],
  },
  {
    because: 'They sign in with a service, from a page',
    packages: [
      '@auth0/auth0-angular',
      '@auth0/auth0-react',
      '@auth0/auth0-spa-js',
      '@auth0/auth0-vue',
      '@azure/msal-browser',
      '@nebular/auth',
      '@okta/okta-auth-js',
      '@supabase/supabase-js',
      'amazon-cognito-identity-js',
      'angular-auth-oidc-client',
      'angular-oauth2-oidc',
      'aws-amplify',
      'firebase',
      'msal',
      'oidc-client',
      'redux-oidc',
      'vuex-oidc',
    ],
  },
  {
    because: 'What is modelled is which of their calls log',
    packages: [
      '@nestjs/common',
      'bunyan',
      'consola',
      'debug',
      'electron-log',
      'log4js',
      'loglevel',
      'pino',
      'signale',
      'tslog',
      'winston',
    ],
  },
  {
    because: 'They could be called here, and are not yet',
    packages: [
      '@adonisjs/core',
      '@fastify/csrf-protection',
      '@keystone-6/core',
      '@oslojs/jwt',
      '@solid-primitives/storage',
      '@std/http',
      '@vueuse/integrations',
      'aws-jwt-verify',
      'electron-store',
      'fastify',
      'jwt-decode',
      'tiny-csrf',
      'svelte-persisted-store',
    ],
  },
];

/** What is left out of libraries that are called. */
const PARTS: readonly string[] = [
  'release 4 of `paseto`, and what release 3 signs',
  'what `@hapi/jwt` signs',
  'the cookies of `@fastify/secure-session`, `@hapi/cookie`, `@hapi/yar`, `@remix-run/node`, `express-openid-connect` and `lucia`',
  'how long `lucia` 3 keeps sessions when it is told, and sessions that each request prolongs',
  'verifiers that are told of a bad token by a callback, or that streams tell of it',
];

/** A section that says which modelled packages are not called, and why. */
export function notRunSection(observations: readonly Observation[]): string {
  const lines = REASONS.map(({ because, packages }) => `- ${because}: ${listed(packages)}.`);
  return [
    '## Not run\n',
    'These packages have a model that was read from their source, which nothing here compares with what they do.\n',
    ...lines,
    `- There is nothing to compare: their models only say how values get into code: ${listed(silent(observations))}.`,
    `- Of libraries that are called: ${PARTS.join('; ')}.\n`,
  ].join('\n');
}

/** Modelled packages that are neither called nor excused, and those that are both. */
export function unexcused(observations: readonly Observation[]): readonly string[] {
  const run = new Set(observations.map((it) => it.package));
  const excused = new Set(REASONS.flatMap(({ packages }) => packages));
  const loud = packagesOf(saysSomething);
  return [
    ...loud
      .filter((name) => !run.has(name) && !excused.has(name))
      .map((name) => `${name} is modelled, but never called`),
    ...[...excused].filter((name) => run.has(name)).map((name) => `${name} is called: take it out of notRun.ts`),
    ...[...excused]
      .filter((name) => !loud.includes(name))
      .map((name) => `${name} has no model: take it out of notRun.ts`),
  ];
}

function silent(observations: readonly Observation[]): readonly string[] {
  const loud = packagesOf(saysSomething);
  const run = observations.map((it) => it.package);
  return packagesOf(() => true).filter((name) => !loud.includes(name) && !run.includes(name));
}

/** Whether there is something that a library does, and could be seen to do. */
function saysSomething({ emissions, draws = [] }: LibraryModel): boolean {
  return emissions.length > 0 || draws.length > 0;
}

/** The packages with a model of which something is true; without what the platform gives. */
function packagesOf(holds: (model: LibraryModel) => boolean): readonly string[] {
  const all: readonly LibraryModel[] = models;
  const names = all.filter(holds).map((it) => it.package);
  return [...new Set(names)].filter((name) => name !== '').sort();
}

function listed(packages: readonly string[]): string {
  return packages.map((name) => `\`${name}\``).join(', ');
}
