import { type Assignment, assign, quoted } from '../../facts/edit';
import { isCertainly } from '../../facts/judge';
import type { FactOf, SameSite, Setting } from '../../facts/schema';
import type { Fix } from '../../finding';

type CookieWrite = FactOf<'CookieWrite'>;

/** Values of SameSite with which a browser falls back to its own default, or drops the cookie. */
export function lacksSameSite(value: SameSite): boolean {
  return value === 'unset' || value === 'invalid';
}

/** Whether HttpOnly is certainly not set. */
export function lacksHttpOnly({ attributes: { httpOnly } }: CookieWrite): boolean {
  return isCertainly(httpOnly, (value) => !value);
}

/** Whether Secure is certainly not set. */
export function lacksSecure({ attributes: { secure } }: CookieWrite): boolean {
  return isCertainly(secure, (value) => value === false);
}

const httpOnly = (setting: Setting<boolean>): Assignment => ({ setting, code: () => 'true', attribute: 'HttpOnly' });
const sameSite = (setting: Setting<SameSite>): Assignment => ({ setting, code: quoted('lax'), attribute: 'SameSite=Lax' });
const secure = (setting: Setting<boolean | 'auto'>, code: string): Assignment => ({
  setting,
  code: () => code,
  attribute: 'Secure',
});

/** In development a cookie with Secure does not travel over http: production is where it has to be set. */
const SECURE_IN_PRODUCTION = "process.env.NODE_ENV === 'production'";

/** The fix that adds HttpOnly. What client code reads the cookie is not known yet, so it stays a suggestion. */
export function httpOnlyFix({ attributes }: CookieWrite): readonly Fix[] {
  return toFix('Set `httpOnly: true`', [httpOnly(attributes.httpOnly)]);
}

export function sameSiteFix({ attributes }: CookieWrite): readonly Fix[] {
  return toFix("Set `sameSite: 'lax'`", [sameSite(attributes.sameSite)]);
}

/** The fixes that add Secure: the library's own `auto`, or in production only. */
export function secureFixes({ attributes }: CookieWrite): readonly Fix[] {
  if (attributes.behindProxy.constant === 'dropped') {
    const [auto] = toFix("Set `secure: 'auto'`", [{ ...secure(attributes.secure, ''), code: quoted('auto') }]);
    return auto === undefined ? [] : [auto];
  }
  return [
    ...toFix('Set `secure` in production', [secure(attributes.secure, SECURE_IN_PRODUCTION)]),
    ...toFix('Set `secure: true`', [secure(attributes.secure, 'true')]),
  ];
}

/** One fix for all attributes that a cookie lacks, where it lacks several. */
export function allAttributesFix(fact: CookieWrite): readonly Fix[] {
  const { attributes } = fact;
  const missing: Assignment[] = [];
  if (lacksHttpOnly(fact)) missing.push(httpOnly(attributes.httpOnly));
  if (lacksSecure(fact)) {
    const isAuto = attributes.behindProxy.constant === 'dropped';
    const setting = secure(attributes.secure, SECURE_IN_PRODUCTION);
    missing.push(isAuto ? { ...setting, code: quoted('auto') } : setting);
  }
  if (isCertainly(attributes.sameSite, lacksSameSite)) missing.push(sameSite(attributes.sameSite));
  return missing.length < 2 ? [] : toFix('Add all missing cookie attributes', missing);
}

function toFix(title: string, assignments: readonly Assignment[]): readonly Fix[] {
  const edits = assign(...assignments);
  return edits === undefined ? [] : [{ title, safety: 'suggestion', edits }];
}

/** `cookie "sid"`, or `cookie` when its name is not certain. */
export function spokenCookie(name: string | undefined): string {
  return name === undefined ? 'this auth cookie' : `the auth cookie \`${name}\``;
}
