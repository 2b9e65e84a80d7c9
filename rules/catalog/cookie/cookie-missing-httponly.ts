import { cookieName } from '../../facts/derive/cookie';
import { findWitness } from '../../facts/judge';
import type { FactOf } from '../../facts/schema';
import type { CookieReader } from '../../world';
import { type RuleContext, rule, stepsTo, stepToSite } from '../rule';
import { allAttributesFix, httpOnlyFix, lacksHttpOnly, spokenCookie } from './attributes';
import { isReportable } from './relevance';

export default rule({
  id: 'cookie-missing-httponly',
  summary: 'An auth cookie without HttpOnly can be read by any script of the page',
  severity: 'error',
  preset: 'recommended',
  cwe: [1004],
  asvs: ['3.3.4'],
  standards: ['RFC 6265 §4.1.2.6', 'OWASP Session Management'],
  securitySeverity: 7.5,
  on: ['CookieWrite'],

  check(cookie, context) {
    const { settings, file } = context;
    if (!isReportable(cookie, settings) || !lacksHttpOnly(cookie)) return undefined;
    const readers = readersOf(cookie, context);
    const { httpOnly } = cookie.attributes;
    const witness = findWitness(httpOnly, (value) => !value);
    const spoken = spokenCookie(cookie);
    return {
      at: httpOnly.span,
      message: `\`${cookie.display}\` leaves ${spoken} open to scripts: HttpOnly is ${witness === undefined ? 'missing' : 'switched off'}.`,
      because: 'One XSS is enough to read the cookie and take the session over.',
      help: helpFor(readers),
      related: [
        ...(witness === undefined
          ? stepToSite(httpOnly, file, 'the options are written here')
          : stepsTo(witness.place, witness.trail, httpOnly.span, file, 'HttpOnly is switched off here')),
        ...(readers ?? []).slice(0, MAX_READERS).map(({ isAny, ...place }) => ({
          ...place,
          message: isAny ? 'a cookie is read here, by a name that is not known' : 'client code reads the cookie here',
        })),
      ],
      fixes: [...httpOnlyFix(cookie, readers?.length === 0 ? 'safe' : 'suggestion'), ...allAttributesFix(cookie)],
    };
  },
});

/** More of them tell nobody more. */
const MAX_READERS = 3;

/** Where client code may read the cookie; `undefined` where its name is not known, or not all of the code. */
function readersOf(cookie: FactOf<'CookieWrite'>, { cookieReaders }: RuleContext): readonly CookieReader[] | undefined {
  const name = cookieName(cookie);
  return name === undefined ? undefined : cookieReaders(name);
}

function helpFor(readers: readonly CookieReader[] | undefined): string {
  if (readers === undefined) {
    return 'Set `httpOnly: true`; code in the page that reads the cookie has to ask the server instead.';
  }
  if (readers.length === 0) return 'Set `httpOnly: true`: no client code of this workspace reads the cookie.';
  return readers.every(({ isAny }) => isAny)
    ? 'Set `httpOnly: true`; client code of this workspace reads one of any name, perhaps this one: it has to ask the server then.'
    : 'Set `httpOnly: true`; client code of this workspace reads the cookie, and has to ask the server instead.';
}
