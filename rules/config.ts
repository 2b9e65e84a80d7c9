/** Where the repository is read as pages, by their paths without `.md`; every link that we print derives from it. */
export const DOCS_URL = 'https://authlint.dev';

export const SEVERITIES = ['error', 'warning', 'information'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const PRESETS = ['recommended', 'strict'] as const;
export type Preset = (typeof PRESETS)[number];

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The longest acceptable lifetimes and tolerances, in seconds. No standard fixes a number; these follow ASVS 6.5.5 and NIST 800-63B AAL1. */
export interface Policy {
  readonly maxAccessTokenLifetime: number;
  readonly maxRefreshTokenLifetime: number;
  readonly maxLoginLinkLifetime: number;
  readonly maxConfirmationLifetime: number;
  readonly maxInvitationLifetime: number;
  readonly maxCookieLifetime: number;
  readonly maxSessionLifetime: number;
  readonly maxClockTolerance: number;
}

const RECOMMENDED_POLICY: Policy = {
  maxAccessTokenLifetime: HOUR,
  maxRefreshTokenLifetime: 30 * DAY,
  maxLoginLinkLifetime: HOUR,
  maxConfirmationLifetime: 7 * DAY,
  maxInvitationLifetime: 30 * DAY,
  maxCookieLifetime: 30 * DAY,
  maxSessionLifetime: 30 * DAY,
  maxClockTolerance: 5 * MINUTE,
};

export const POLICIES: Readonly<Record<Preset, Policy>> = {
  recommended: RECOMMENDED_POLICY,
  strict: { ...RECOMMENDED_POLICY, maxAccessTokenLifetime: 15 * MINUTE, maxLoginLinkLifetime: 10 * MINUTE },
};

/** An access token that outlives both this and the policy is an error, in seconds. */
export const LONG_LIVED_ERROR = DAY;

/** Files larger than this (in bytes), or with longer lines (in characters), are skipped, visibly. */
export const MAX_FILE_BYTES = 1_000_000;
export const MAX_LINE_LENGTH = 20_000;
