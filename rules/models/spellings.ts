import type { SameSite } from '../facts/schema';

/** The spellings of SameSite that `cookie` and all that build on it take: text in any case, `true` for Strict. */
export const COOKIE_SAME_SITE: Readonly<Record<string, SameSite>> = {
  true: 'strict',
  false: 'unset',
  strict: 'strict',
  lax: 'lax',
  none: 'none',
};
