import type { CookieOptions } from 'express';
import { isProd } from './config';

const DAY = 24 * 60 * 60 * 1000;

export const authCookie: CookieOptions = {
  path: '/',
  maxAge: 30 * DAY,
};

export const refreshCookie: CookieOptions = {
  httpOnly: true,
  secure: isProd,
  sameSite: 'lax',
  path: '/api/auth',
  maxAge: 14 * DAY,
};

/** Read by the client, which sends it back in a header. */
export const csrfCookie: CookieOptions = {
  secure: isProd,
  sameSite: 'strict',
};
