import type { Policy } from '../../config';
import type { FactOf, Lifetime, Setting } from '../../facts/schema';
import type { SettingValue } from '../../facts/schema/settings';
import { bringsLifetime } from '../../facts/workspace/tokenUses';
import type { Fix } from '../../finding';
import type { Place } from '../../text/span';
import type { TokenPurpose } from '../../world';
import { lifetimeChoices } from '../lifetime/fixes';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LIMITS: Readonly<Record<TokenPurpose, keyof Policy>> = {
  access: 'maxAccessTokenLifetime',
  refresh: 'maxRefreshTokenLifetime',
  'login-link': 'maxLoginLinkLifetime',
  confirmation: 'maxConfirmationLifetime',
  invitation: 'maxInvitationLifetime',
};

const CHOICES: Readonly<Record<TokenPurpose, readonly number[]>> = {
  access: [15 * MINUTE, HOUR],
  refresh: [7 * DAY, 30 * DAY],
  'login-link': [10 * MINUTE, HOUR],
  confirmation: [DAY, 7 * DAY],
  invitation: [7 * DAY, 30 * DAY],
};

const SPOKEN: Readonly<Record<TokenPurpose, string>> = {
  access: 'access token',
  refresh: 'refresh token',
  'login-link': 'one-time login or reset token',
  confirmation: 'confirmation token',
  invitation: 'invitation token',
};

/** How messages call a token by its purpose. */
export function spokenToken(purpose: TokenPurpose | undefined): string {
  return purpose === undefined ? 'token' : SPOKEN[purpose];
}

/**
 * Whether a function of another file says how long a token lives, whoever calls it: its callers have nothing to shorten. Where
 * it leaves that open to somebody, or is handed it, a caller is one who could say it.
 */
export function isSaidElsewhere(sign: FactOf<'TokenSign'>, at: Place, file: string): boolean {
  return sign.via.length > 0 && !bringsLifetime(sign) && sign.attributes.lifetime.complete && at.file !== file;
}

/** The longest life, in seconds, that the policy allows for a purpose. */
export function allowedLifetime(purpose: TokenPurpose, policy: Policy): number {
  return policy[LIMITS[purpose]];
}

/**
 * Fixes that write a lifetime within the policy, in the library's own form and unit; the user chooses which. `instead`
 * is the one value that they replace, of several.
 */
export function lifetimeFixes(
  title: string,
  lifetime: Setting<Lifetime>,
  purpose: TokenPurpose,
  policy: Policy,
  instead?: SettingValue<Lifetime>,
): readonly Fix[] {
  return lifetimeChoices(title, lifetime, CHOICES[purpose], allowedLifetime(purpose, policy), instead);
}
