/**
 * What the templates of frameworks set up outside of a tsconfig.json (vite.config, webpack, generated files), as no package can
 * be called so: `@/` of Vue and Vite, `~/` of Nuxt and Remix, `$lib/` of SvelteKit. The folders are tried in this order.
 */
const ALIASES: readonly { readonly pattern: RegExp; readonly folders: readonly string[] }[] = [
  { pattern: /^@\//, folders: ['src/', '', 'app/'] },
  { pattern: /^~\//, folders: ['src/', 'app/', ''] },
  { pattern: /^(?:~~|@@)\//, folders: [''] },
  { pattern: /^\$lib(?:\/|$)/, folders: ['src/lib/'] },
];

/** The paths in its package that a specifier stands for by convention, the likeliest first. */
export function usualCandidates(specifier: string): readonly string[] {
  const alias = ALIASES.find(({ pattern }) => pattern.test(specifier));
  if (alias === undefined) return [];
  const rest = specifier.replace(alias.pattern, '');
  return alias.folders.map((folder) => `${folder}${rest}`.replace(/\/$/, ''));
}
