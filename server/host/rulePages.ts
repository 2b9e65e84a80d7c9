/** The file with the pages of all rules, beside the bundles: one copy for all of them, which few runs read. */
export const PAGES_FILE = 'pages.json';

/** The pages of rules, in Markdown, by id. */
export type RulePages = ReadonlyMap<string, string>;

/** What that file holds; nothing when it is not there. */
export function toRulePages(file: Uint8Array | undefined): RulePages {
  if (file === undefined) return new Map();
  const pages: Readonly<Record<string, string>> = JSON.parse(new TextDecoder().decode(file));
  return new Map(Object.entries(pages));
}
