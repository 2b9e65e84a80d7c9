/** Languages whose documents the server reads and checks. */
export const CHECKED_LANGUAGES = [
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'vue',
  'svelte',
  'astro',
  'html',
] as const;

export function isCheckedLanguage(languageId: string): boolean {
  return CHECKED_LANGUAGES.some((checked) => checked === languageId);
}
