import { models } from '../../rules/models';
import type { LibraryModel } from '../../rules/models/model';
import { spell, UNASKED } from './bands';
import type { Observation } from './observation';

/** Why libraries that have a model are not called. */
const REASONS: readonly { readonly because: string; readonly packages: readonly string[] }[] = [
  {
    because: 'They are hooks, services or plugins of React, Vue, Angular, Solid, Effector or jQuery, which need a page',
    packages: [
      '@mantine/hooks',
      '@ngxs/storage-plugin',
      '@pureadmin/utils',
      '@solid-primitives/storage',
      '@uidotdev/usehooks',
      '@vueuse/integrations',
      'ahooks',
      'angular',
      'easy-peasy',
      'effector-storage',
      'jquery.cookie',
      'mobx-persist-store',
      'ngrx-store-localstorage',
      'ngx-cookie',
      'ngx-cookie-service',
      'ngx-webstorage',
      'quasar',
      'react',
      'react-cookie',
      'react-jhipster',
      'react-use',
      'recoil',
      'use-local-storage',
      'use-local-storage-state',
      'usehooks-ts',
      'vue-ls',
      'vue3-cookies',
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
      '@graphql-yoga/plugin-jwt',
      '@logto/next',
      '@loopback/authentication-jwt',
      '@midwayjs/core',
      '@nestjs/config',
      '@redwoodjs/auth-dbauth-api',
      '@sidebase/nuxt-auth',
      '@strapi/strapi',
      '@tanstack/react-start',
      'astro',
      'egg',
      'express-oauth2-jwt-bearer',
      'keycloak-connect',
      'moleculer',
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
      '@workos-inc/node',
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
    packages: [
      '@feathersjs/authentication-client',
      '@nebular/auth',
      'angular-auth-oidc-client',
      'angular-oauth2-oidc',
      'aws-amplify',
      'firebase',
      'msal',
    ],
  },
  {
    because:
      'They say how requests, injected services, promises, mutations and registered strategies get into code, and keep nothing',
    packages: [
      '@angular/core',
      '@nestjs/core',
      '@nestjs/passport',
      'awilix',
      'bluebird',
      'inversify',
      'passport',
      'passport-http',
      'passport-http-bearer',
      'passport-local',
      'tsyringe',
      'typedi',
      'vuex',
    ],
  },
  {
    because: 'They copy objects, put them together and read them, and keep nothing',
    packages: ['ramda', 'underscore'],
  },
  {
    because: 'They say that what a query gives is a record, which needs a database to be seen',
    packages: ['@prisma/client', 'mongoose', 'sequelize', 'typeorm'],
  },
  {
    because: 'They say that a token names a device, and opens nothing',
    packages: [
      '@capacitor/push-notifications',
      '@firebase/messaging',
      'expo-notifications',
      'react-native-push-notification',
    ],
  },
  {
    because: 'They say which of their members is a token, which a service that signs users in has to give',
    packages: ['@clerk/clerk-react', '@react-oauth/google', 'keycloak-js'],
  },
  {
    because: 'They make clients of an SDK that is called here, through them',
    packages: ['@supabase/ssr'],
  },
  {
    because: 'They say which state reducers start with; what keeps it is called here',
    packages: ['@reduxjs/toolkit'],
  },
  {
    because: 'They read files of a project that stands around them',
    packages: ['config'],
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

/** What is left out of libraries that are called, beside what `bands.ts` says. */
const PARTS: readonly string[] = [
  'the cookies that Express 3 writes by itself, whose copy of `cookie` knows no SameSite',
  'release 3 of `@sveltejs/kit`, whose parts find each other in a build alone',
  'months and years of libraries of dates, which differ in length',
  'how long `lucia` 3 keeps sessions when it is told, and sessions that each request prolongs',
  'verifiers that are told of a bad token by a callback, or that streams tell of it',
];

/** A section that says which modelled packages are not called, and why. */
export function notRunSection(): string {
  const lines = REASONS.map(({ because, packages }) => `- ${because}: ${listed(packages)}.`);
  const unasked = UNASKED.map((it) => `- ${spell(it)}: ${it.because}.`);
  return [
    '## Not run\n',
    'These packages have a model that was read from their source, which nothing here compares with what they do.\n',
    ...lines,
    ...unasked,
    `- Of libraries that are called: ${PARTS.join('; ')}.\n`,
  ].join('\n');
}

/** Modelled packages that are neither called nor excused, and those that are both. */
export function unexcused(observations: readonly Observation[]): readonly string[] {
  const run = calledPackages(observations);
  const excused = new Set(REASONS.flatMap(({ packages }) => packages));
  const modelled = modelledPackages();
  return [
    ...modelled
      .filter((name) => !run.has(name) && !excused.has(name))
      .map((name) => `${name} is modelled, but never called`),
    ...[...excused].filter((name) => run.has(name)).map((name) => `${name} is called: take it out of notRun.ts`),
    ...[...excused]
      .filter((name) => !modelled.includes(name))
      .map((name) => `${name} has no model: take it out of notRun.ts`),
  ];
}

/** The packages that were called, also by the name that one has in npm's registry. */
function calledPackages(observations: readonly Observation[]): ReadonlySet<string> {
  const run = new Set(observations.map((it) => it.package));
  const all: readonly LibraryModel[] = models;
  const named = all.filter(({ modules = [] }) => modules.some((module) => run.has(module)));
  return new Set([...run, ...named.map((it) => it.package)]);
}

/** The packages with a model; without what the platform gives. */
function modelledPackages(): readonly string[] {
  const all: readonly LibraryModel[] = models;
  return [...new Set(all.map((it) => it.package))].filter((name) => name !== '').sort();
}

function listed(packages: readonly string[]): string {
  return packages.map((name) => `\`${name}\``).join(', ');
}
