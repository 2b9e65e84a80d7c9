import type { Policy } from '../../config';
import type { TokenPurpose } from '../../facts/derive/purpose';
import { assign, contextOf } from '../../facts/edit';
import { lifetimeCode } from '../../facts/lifetime';
import type { Lifetime, Setting, SettingValue } from '../../facts/schema';
import { CHOICE, type Fix } from '../../finding';
import type { Edit } from '../../text/edit';
import { contains } from '../../text/span';

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
  const context = contextOf(lifetime);
  const unit = context?.unit;
  const edits = replaced(lifetime, instead) ?? assign({ setting: lifetime, code: () => CHOICE });
  if (context === undefined || unit === undefined || edits === undefined) return [];
  const allowed = allowedLifetime(purpose, policy);
  const within = CHOICES[purpose].filter((seconds) => seconds <= allowed);
  const choices = (within.length > 0 ? within : [allowed]).map((seconds) => lifetimeCode(seconds, unit, context.quote));
  return [{ title, safety: 'suggestion', edits, choices }];
}

/** The edit of a value that stands in the option's own expression: `remember ? '90d' : '1h'`. */
function replaced({ site }: Setting<Lifetime>, value: SettingValue<Lifetime> | undefined): readonly Edit[] | undefined {
  if (site?.kind !== 'value' || value === undefined) return undefined;
  const { file, span } = value.place;
  return file === site.file && contains(site.span, span) ? [{ file, span, text: CHOICE }] : undefined;
}
