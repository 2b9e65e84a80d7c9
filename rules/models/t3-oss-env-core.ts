import type { LibraryModel } from './model';

/** Only what it gives where the environment does not: what the schemas of its variables say. */
export const t3OssEnvCore = {
  package: '@t3-oss/env-core',
  modules: ['@t3-oss/env-core', '@t3-oss/env-nextjs', '@t3-oss/env-nuxt'],
  source: '@t3-oss/env-core@0.13.8 dist/src-Bb3GbGAa.js (createEnv); @t3-oss/env-nextjs@0.13.8 dist/index.js',
  display: 'env',
  results: [
    {
      path: 'createEnv()',
      is: { schema: { by: ['createEnv'], lists: 0, within: ['server'], defaults: { method: 'default' } } },
    },
  ],
  emissions: [],
} satisfies LibraryModel;
