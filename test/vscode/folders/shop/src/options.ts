import type { CookieOptions } from 'express';

export const sessionCookie: CookieOptions = {
  secure: true,
  sameSite: 'lax',
};
