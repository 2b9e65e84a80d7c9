/** What the text of a file shows of the application that it is part of. */
export type FileSign =
  /** A browser runs it. */
  | 'page'
  /** Other sites may send its cookies along for good reason: CORS with credentials, `form_post`, SAML. */
  | 'cross-site'
  /** It reads what forms send. */
  | 'forms'
  /** It reads JSON that is sent to it. */
  | 'json'
  /** It may look at where a request comes from: a CSRF token, `Origin`, Fetch Metadata. */
  | 'origin-check'
  /** It stands before all others, and may have the session of a request looked at by who has issued it. */
  | 'session-check';

const PAGE_FILE = /\.(?:[jt]sx|vue|svelte|html?)$/;
const PAGE_CODE = /\b(?:window|document)\.[a-z]|^[ \t]*['"]use client['"]/m;

/**
 * Words are enough here: a check that is none only silences, and that a parser is named tells how bad a finding is. SvelteKit
 * and Astro compare `Origin` by themselves; NestJS and koa-bodyparser read forms by default.
 */
const REQUESTS = new RegExp(
  [
    /(?<check>csrf|xsrf|csurf|\blusca\b|antiforgery|sec-fetch-|@sveltejs\/kit|\bastro\b|(?:headers?|\bget)\W{1,4}(?:origin|referer)\b)/,
    /(?<crossSite>credentials['"]?\s*[:=]\s*(?:true|['"]include)|allow-credentials|form_post|\bsaml|appleid|passport-apple)/,
    /(?<forms>\b(?:urlencoded|multer|formidable|busboy|parseBody|formData)\s*\(|\/formbody|koa-?body|@koa\/bodyparser|@nestjs\/core)/,
    /(?<json>(?:\bexpress|parser|\breq(?:uest)?)\.json\s*\(|['"]fastify['"])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

const SIGNS: Readonly<Record<string, FileSign>> = {
  check: 'origin-check',
  crossSite: 'cross-site',
  forms: 'forms',
  json: 'json',
};

/** Files that frameworks run before all others, and what such code calls. */
const BEFORE_ALL = /(?:^|[\\/._-])(?:middleware|proxy|hooks|session)\b[^\\/]*$|[\\/]middleware[\\/][^\\/]*$/i;
const PASSES_ON = /\bNextResponse\.next\(|\bdefineMiddleware\(|\bupdateSession\b|\bonRequest\b/;
const LOOKS_AT_SESSION = /\.\s*(?:getUser|getClaims)\(/;

/** What a file shows, by its name and its text, which may be decoded as one-byte characters. */
export function fileSigns(file: string, text: string): ReadonlySet<FileSign> {
  const signs = new Set<FileSign>();
  if (PAGE_FILE.test(file) || PAGE_CODE.test(text)) signs.add('page');
  if (LOOKS_AT_SESSION.test(text) && (BEFORE_ALL.test(file) || PASSES_ON.test(text))) signs.add('session-check');
  for (const { groups = {} } of text.matchAll(REQUESTS)) {
    for (const [name, sign] of Object.entries(SIGNS)) if (groups[name] !== undefined) signs.add(sign);
  }
  return signs;
}
