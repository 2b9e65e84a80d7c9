import { models } from '../../rules/models';
import type { LibraryModel } from '../../rules/models/model';
import type { Observation } from './observation';

/** Why libraries that have a model are not called. */
const REASONS: readonly { readonly because: string; readonly packages: readonly string[] }[] = [
  {
    because:
      'They are hooks or plugins of React, Vue, Angular, Solid or jQuery, which need a page that a framework draws',
    packages: [
      '@mantine/hooks',
      '@nanostores/persistent',
      '@ngxs/storage-plugin',
      '@pureadmin/utils',
      '@solid-primitives/storage',
      '@uidotdev/usehooks',
      '@vueuse/core',
      '@vueuse/integrations',
      'ahooks',
      'angular',
      'jquery.cookie',
      'mobx-persist-store',
      'ngrx-store-localstorage',
      'ngx-cookie',
      'ngx-cookie-service',
      'ngx-webstorage',
      'pinia',
      'react',
      'react-cookie',
      'react-jhipster',
      'react-use',
      'recoil',
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
    because: 'They keep values on a device, in Electron or in the storage of a browser extension',
    packages: [
      '@capacitor/preferences',
      '@ionic/storage',
      '@nativescript/core',
      '@react-native-async-storage/async-storage',
      '@tauri-apps/plugin-store',
      'electron-store',
      'react-native',
      'react-native-mmkv',
      'webextension-polyfill',
    ],
  },
  {
    because: 'They do their work inside of a built application',
    packages: [
      '@blitzjs/auth',
      '@builder.io/qwik-city',
      '@feathersjs/authentication',
      '@midwayjs/core',
      '@nestjs/config',
      '@redwoodjs/auth-dbauth-api',
      '@strapi/strapi',
      '@sveltejs/kit',
      '@tanstack/react-start',
      'astro',
      'egg',
      'express-oauth2-jwt-bearer',
      'keycloak-connect',
      'next-auth',
      'nuxt',
      'nuxt-auth-utils',
      'payload',
      'sails',
      'socketio-jwt',
      'vinxi',
    ],
  },
  {
    because: 'They need a service or a database to answer',
    packages: [
      '@auth0/nextjs-auth0',
      '@clerk/backend',
      '@hono/oidc-auth',
      '@netlify/functions',
      '@okta/jwt-verifier',
      'firebase-admin',
      'supertokens-node',
    ],
  },
  {
    because: 'They bring Next.js, Prisma and Apollo along, hundreds of megabytes for a cookie',
    packages: ['@keystone-6/core'],
  },
  {
    because: "They are published at JSR, and not in npm's registry",
    packages: ['@std/http'],
  },
  {
    because: 'They hand their options to an SDK that is called here, from a page that a framework draws',
    packages: ['@auth0/auth0-angular', '@auth0/auth0-react', '@auth0/auth0-vue', 'redux-oidc', 'vuex-oidc'],
  },
  {
    because: 'They sign in with a service, from a page',
    packages: ['@nebular/auth', 'angular-auth-oidc-client', 'angular-oauth2-oidc', 'aws-amplify', 'firebase', 'msal'],
  },
  {
    because: 'What is modelled is which of their calls log',
    packages: [
      '@nestjs/common',
      'bunyan',
      'consola',
      'debug',
      'electron-log',
      'fastify',
      'log4js',
      'loglevel',
      'pino',
      'signale',
      'tslog',
      'winston',
    ],
  },
];

/** What is left out of libraries that are called. */
const PARTS: readonly string[] = [
  'release 4 of `paseto`, and what release 3 signs',
  'what `@hapi/jwt` signs',
  'the cookies of `@hapi/cookie` and `@hapi/yar`',
  'the verifiers of `aws-jwt-verify`, of which no option is described',
  'months and years of libraries of dates, which differ in length',
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
  const run = calledPackages(observations);
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
  const run = calledPackages(observations);
  return packagesOf(() => true).filter((name) => !loud.includes(name) && !run.has(name));
}

/** The packages that were called, also by the name that one has in npm's registry. */
function calledPackages(observations: readonly Observation[]): ReadonlySet<string> {
  const run = new Set(observations.map((it) => it.package));
  const all: readonly LibraryModel[] = models;
  const named = all.filter(({ modules = [] }) => modules.some((module) => run.has(module)));
  return new Set([...run, ...named.map((it) => it.package)]);
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
