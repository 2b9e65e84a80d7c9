import type { CookieApi, Options } from './cookieApi';
import { cookieApis } from './cookieApis';
import { type Observation, observe, type Probe } from './observation';
import { toSource } from './source';

/** Twenty minutes of milliseconds, or two weeks of seconds. */
const MAX_AGE = 1_200_000;
const QUIET = new Set(['path', 'domain', 'prefix']);
const FLAGS = ['httpOnly', 'secure', 'sameSite', 'path'] as const;

/** What every cookie API does with every setting. */
export async function observeCookies(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const api of await cookieApis()) observations.push(...(await observeCookie(api)));
  return observations;
}

/** The same of one API. */
export async function observeCookie(api: CookieApi): Promise<readonly Observation[]> {
  const written = await observe(api.library, api.api, writeProbes(api));
  if (api.remove === undefined) return written;
  return [...written, ...(await observe(api.library, api.remove.api, removeProbes(api.remove)))];
}

function writeProbes(api: CookieApi): readonly Probe[] {
  const probe = (attribute: string, usual: Options | undefined, read: Reader, tls = api.needsTls === true): Probe => {
    const options = respelled(usual, api.spelled);
    const program = api.program(options === undefined ? '{}' : toSource(options));
    return {
      ...(api.kind !== undefined && { kind: api.kind }),
      attribute,
      probe: `${tried(options)}${tls ? ' over TLS' : ''}`,
      source: api.sources[attribute] ?? api.sources.all,
      // What is not written is not listed.
      ...(!QUIET.has(attribute) && program !== undefined && { program }),
      run: async () => answerOf(await api.write(options, tls), read),
    };
  };
  const flag = (name: Flag, options: Options | undefined, tls?: boolean) => probe(name, options, flagOf(name), tls);
  const scope = (name: 'path' | 'domain', options: Options): Probe => {
    const program = api.program(toSource(options));
    return {
      ...probe(name, options, ({ attributes }) => attributes.get(name) ?? 'unset'),
      ...(program !== undefined && { program }),
    };
  };
  return [
    ...(api.names ? [probe('name', undefined, ({ name }) => name)] : []),
    ...FLAGS.map((name) => flag(name, undefined, name === 'secure' ? false : undefined)),
    flag('secure', undefined, true),
    ...FLAGS.map((name) => flag(name, { [name]: undefined })),
    flag('httpOnly', { httpOnly: true }),
    flag('httpOnly', { httpOnly: false }),
    flag('secure', { secure: true }, false),
    {
      ...flag('secure', SECURE, false),
      attribute: 'behindProxy',
      run: async () => proxied(await api.write(respelled(SECURE, api.spelled), false)),
    },
    flag('secure', { secure: true }, true),
    flag('secure', { secure: false }, true),
    flag('secure', { secure: 'auto' }, false),
    flag('secure', { secure: 'auto' }, true),
    ...[true, false, 'lax', 'None', 'auto'].map((sameSite) => flag('sameSite', { sameSite })),
    scope('path', { path: '/app' }),
    scope('domain', { domain: 'example.com' }),
    ...(api.prefixes ? [undefined, 'host', 'secure'] : []).map((prefix) => probe('prefix', { prefix }, prefixOf)),
    probe('lifetime', undefined, lifetimeOf),
    probe('lifetime', { maxAge: MAX_AGE }, lifetimeOf),
    probe('lifetime', { expires: 14 }, lifetimeOf),
    probe('lifetime', { expires: new Date(0) }, lifetimeOf),
  ];
}

const SECURE = { secure: true };

/** A Secure cookie that a library does not send over plain HTTP is lost behind a proxy that it does not trust. */
function proxied(cookies: readonly string[]): string {
  return cookies.length === 0 ? 'dropped' : 'sent';
}

function removeProbes({ source, run }: NonNullable<CookieApi['remove']>): readonly Probe[] {
  return [undefined, { maxAge: MAX_AGE }].map((options) => ({
    attribute: 'lifetime',
    probe: tried(options),
    source,
    run: async () => answerOf(await run(options), lifetimeOf),
  }));
}

/** A `Set-Cookie` text taken apart; attribute names in lower case, an attribute without value is `''`. */
interface SetCookie {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

type Flag = (typeof FLAGS)[number];
type Reader = (cookie: SetCookie) => string;

function answerOf(cookies: readonly string[], read: Reader): string {
  const [first] = cookies;
  return first === undefined || first === '' ? 'no cookie' : read(parse(first));
}

function parse(text: string): SetCookie {
  const [pair = '', ...rest] = text.split(/; */);
  const attributes = rest.map(
    (it) => [it.split('=')[0]?.toLowerCase() ?? '', it.split('=').slice(1).join('=')] as const,
  );
  return { name: pair.split('=')[0] ?? '', attributes: new Map(attributes) };
}

function flagOf(name: Flag): Reader {
  return ({ attributes }) => {
    const value = attributes.get(name.toLowerCase());
    if (value === undefined) return 'unset';
    return name === 'httpOnly' || name === 'secure' || value === '' ? 'set' : value.toLowerCase();
  };
}

function prefixOf({ name }: SetCookie): string {
  return /^__(Host|Secure)-/.exec(name)?.[1]?.toLowerCase() ?? 'none';
}

/** How long the cookie lives; of the two attributes `Max-Age` wins, as in browsers. */
function lifetimeOf({ attributes }: SetCookie): string {
  const maxAge = attributes.get('max-age');
  const expires = attributes.get('expires');
  if (maxAge === undefined && expires === undefined) return 'browser session';
  const seconds = maxAge === undefined ? (Date.parse(expires ?? '') - Date.now()) / 1000 : Number(maxAge);
  if (Number.isNaN(seconds)) return `expires=${expires}`;
  return seconds < 0 ? 'expired' : `lives ${Math.round(seconds / 10) * 10} s`;
}

function respelled(options: Options | undefined, spelled: CookieApi['spelled'] = {}): Options | undefined {
  if (options === undefined) return undefined;
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [spelled[name] ?? name, value]));
}

function tried(options: Options | undefined): string {
  return options === undefined ? '(no options)' : toSource(options);
}
