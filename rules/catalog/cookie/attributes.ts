import { cookieName, findAuthCookie } from '../../facts/derive/cookie';
import { type Assignment, assign, quoted } from '../../facts/edit';
import { findWitness, isCertainly } from '../../facts/judge';
import type { FactOf, SameSite, Setting } from '../../facts/schema';
import type { Fix } from '../../finding';

type CookieWrite = FactOf<'CookieWrite'>;

/** Whether HttpOnly is missing, or switched off on some way to here. */
export function lacksHttpOnly({ attributes: { httpOnly } }: CookieWrite): boolean {
  return findWitness(httpOnly, (value) => !value) !== undefined || isCertainly(httpOnly, (value) => !value);
}

/** Whether Secure is missing, or switched off on some way to here. */
export function lacksSecure({ attributes: { secure } }: CookieWrite): boolean {
  return (
    findWitness(secure, (value) => value === false) !== undefined || isCertainly(secure, (value) => value === false)
  );
}

/** Whether SameSite is missing, or has a value that means nothing to browsers on some way to here. */
export function lacksSameSite({ attributes: { sameSite } }: CookieWrite): boolean {
  const isInvalid = findWitness(sameSite, (value) => value === 'invalid') !== undefined;
  return isInvalid || isCertainly(sameSite, (value) => value === 'unset' || value === 'invalid');
}

const httpOnly = (setting: Setting<boolean>): Assignment => ({ setting, code: () => 'true', attribute: 'HttpOnly' });
const sameSite = (setting: Setting<SameSite>): Assignment => ({
  setting,
  code: quoted(lax(setting)),
  attribute: 'SameSite=Lax',
});
const secure = (setting: Setting<boolean | 'auto'>, code: string): Assignment => ({
  setting,
  code: () => code,
  attribute: 'Secure',
});
const autoSecure = (setting: Setting<boolean | 'auto'>): Assignment => ({
  setting,
  code: quoted('auto'),
  attribute: 'Secure',
});

/** In development a cookie with Secure does not travel over http: production is where it has to be set. */
function secureInProduction(setting: Setting<boolean | 'auto'>): Assignment {
  return secure(setting, setting.productionTest?.() ?? "process.env.NODE_ENV === 'production'");
}

/** The fix that adds HttpOnly: it changes nothing where no client code reads the cookie. */
export function httpOnlyFix({ attributes }: CookieWrite, safety: Fix['safety']): readonly Fix[] {
  return toFix('Set `httpOnly: true`', [httpOnly(attributes.httpOnly)], safety);
}

/** The fix that keeps the cookie from requests of other sites: it changes nothing where none has to send it. */
export function sameSiteFix({ attributes }: CookieWrite, safety: Fix['safety']): readonly Fix[] {
  return toFix(`Set \`sameSite: '${lax(attributes.sameSite)}'\``, [sameSite(attributes.sameSite)], safety);
}

function lax({ isCapitalised }: Setting<SameSite>): string {
  return isCapitalised === true ? 'Lax' : 'lax';
}

/** The fixes that add Secure: the library's own `auto`, or in production only; a text can only carry it always. */
export function secureFixes(fact: CookieWrite): readonly Fix[] {
  const { secure: setting, secureByRequest } = fact.attributes;
  if (secureByRequest.constant) return autoSecureFix(fact);
  const always = alwaysSecureFix(fact, 'suggestion');
  if (setting.site?.kind === 'text') return always;
  return [...toFix('Set `secure` in production', [secureInProduction(setting)]), ...always];
}

/** The fix that makes the cookie as secure as the request: what plain HTTP gets stays as it is. */
export function autoSecureFix({ attributes }: CookieWrite): readonly Fix[] {
  return toFix("Set `secure: 'auto'`", [autoSecure(attributes.secure)], 'safe');
}

export function alwaysSecureFix({ attributes }: CookieWrite, safety: Fix['safety']): readonly Fix[] {
  return toFix('Set `secure: true`', [secure(attributes.secure, 'true')], safety);
}

/** One fix for all attributes that a cookie lacks, where it lacks several. */
export function allAttributesFix(fact: CookieWrite): readonly Fix[] {
  const { attributes } = fact;
  const isAuto = attributes.secureByRequest.constant;
  const missing: Assignment[] = [];
  if (lacksHttpOnly(fact)) missing.push(httpOnly(attributes.httpOnly));
  if (lacksSecure(fact)) {
    missing.push(isAuto ? autoSecure(attributes.secure) : secureInProduction(attributes.secure));
  }
  if (lacksSameSite(fact)) missing.push(sameSite(attributes.sameSite));
  return missing.length < 2 ? [] : toFix('Add all missing cookie attributes', missing);
}

/** A Set-Cookie text takes attributes, which have other names than the options of libraries. */
function toFix(
  title: string,
  assignments: readonly Assignment[],
  safety: Fix['safety'] = 'suggestion',
): readonly Fix[] {
  const edits = assign(...assignments);
  const [only, ...others] = assignments;
  if (edits === undefined || only === undefined) return [];
  const isAttribute = others.length === 0 && only.setting.site?.kind === 'text';
  return [{ title: isAttribute ? `Add \`${only.attribute}\`` : title, safety, edits }];
}

/** How messages call a cookie: `the auth cookie "sid"`, `this cookie`. */
export function spokenCookie(fact: CookieWrite): string {
  const noun = findAuthCookie(fact) === undefined ? 'cookie' : 'auth cookie';
  const name = cookieName(fact);
  return name === undefined ? `this ${noun}` : `the ${noun} \`${name}\``;
}
