// biome-ignore-all lint/style/noDefaultExport: ESLint wants one.
// biome-ignore-all lint/correctness/noUndeclaredDependencies: it runs where the bench installed them.
import { readFileSync } from 'node:fs';
import parser from '@typescript-eslint/parser';
import sonarjs from 'eslint-plugin-sonarjs';

const { rules } = JSON.parse(readFileSync(new URL('oxlint.json', import.meta.url), 'utf8'));
const jsx = { ecmaFeatures: { jsx: true } };

export default [
  { files: ['**/*.{js,jsx,mjs,cjs}'], plugins: { sonarjs }, rules, languageOptions: { parserOptions: jsx } },
  { files: ['**/*.{ts,tsx,mts,cts}'], plugins: { sonarjs }, rules, languageOptions: { parser, parserOptions: jsx } },
];
