/** A value for each key; a test asks `readConfig` whether it takes them. */
export const EXAMPLES = {
  $schema: './authlint.schema.json',
  root: true,
  extends: '../shared/authlint.base.json',
  preset: 'strict',
  rules: { 'cookie-missing-samesite': 'error', 'jwt-long-lived': 'off' },
  policy: { maxAccessTokenLifetime: '30m', maxSessionLifetime: '90d', maxClockTolerance: 60 },
  cookies: 'all',
  testFiles: 'report',
  requireReason: true,
  overrides: [
    {
      files: ['legacy/**'],
      rules: { 'jwt-missing-expiry': 'warning' },
      policy: { maxAccessTokenLifetime: '8h' },
    },
  ],
  ignore: ['generated/**', '*.gen.ts'],
  models: [{ package: '@acme/log', source: '@acme/log@1.4.0 index.js', display: 'log', emissions: [] }],
} as const;

/** Configs with something wrong in them. */
export const MISTAKES = [
  '{ "presets": "strict" }',
  '{ "preset": "all" }',
  '{ "rules": { "jwt-none": "error" } }',
  '{ "rules": { "jwt-alg-none": "warn" } }',
  '{ "policy": { "maxAccessTokenLifetime": "1 week" } }',
  '{ "extends": "base.json" }',
  '{ "overrides": [{ "rules": { "jwt-alg-none": "off" } }] }',
  '{ "preset": "strict" "root": true }',
];

/** Paths that are test code; a test asks `isTestFile`. */
export const TEST_FILES = [
  'src/login.test.ts',
  'src/login.spec.ts',
  'src/login.stories.tsx',
  '__tests__/login.ts',
  'test/login.ts',
  'e2e/login.ts',
  'cypress/login.ts',
  'fixtures/users.ts',
  'mocks/server.ts',
  'seeds/users.ts',
  'prisma/seed.ts',
  'vitest.setup.ts',
];
